package org.demandwright.store.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.SalesDays;
import org.demandwright.core.quality.SalesSums;
import org.demandwright.store.Companies;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.SeriesStore.View;
import org.demandwright.store.intake.ChangedSales;

/** What the stores of daily sums do. */
public final class SumExamples {
  private static final LocalDate DAY = Companies.DAY;
  private static final ThirteenWeeks SPAN = ThirteenWeeks.of(DAY);

  private SumExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(SalesSumStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SumExamples::sums),
        new StoreExample<>(SeriesDemand.class, Does.RETURN_WHAT_WAS_WRITTEN, SumExamples::days));
  }

  private static void sums(SalesSumStore sums, Stores stores) {
    Companies.fill(stores, "A");
    Map<Long, List<SalesSums>> counted = sums.of(1, Companies.SERIES);
    assertThat(counted).containsOnlyKeys(1L, 2L, 3L, 4L);
    assertThat(sums.since(SPAN, List.of(1L, 3L)))
        .as("counted from the lines")
        .isEqualTo(Map.of(1L, counted.get(1L), 3L, counted.get(3L)));
    sums.keep(SPAN, 1, Companies.SERIES);
    new ChangedSales(stores.sql()).forgetEvery(SPAN);
    assertThat(new ChangedSales(stores.sql()).spans()).isEmpty();
    assertThat(sums.of(1, Companies.SERIES)).as("as they were kept").isEqualTo(counted);
    assertThat(sums.of(2, 2)).containsOnlyKeys(2L);
    assertThat(sums.since(SPAN, List.of(1L, 3L)))
        .as("as they were kept")
        .isEqualTo(Map.of(1L, counted.get(1L), 3L, counted.get(3L)));
    assertThat(sums.since(new ThirteenWeeks(SPAN.number() + 1), List.of(1L))).isEmpty();
    assertThat(sums.since(SPAN, List.of())).isEmpty();
    assertThat(sums.before(DAY.plusDays(1), 1, Companies.SERIES)).isEqualTo(counted);
    assertThat(sums.before(DAY, 1, Companies.SERIES)).isEmpty();
    stores.sql().update("update sales_sums set content = ? where series_id = 2", new byte[0]);
    assertThat(sums.daysSince(SPAN, List.of(1L, 3L)))
        .as("those between are not read")
        .isEqualTo(Map.of(1L, byDay(counted.get(1L)), 3L, byDay(counted.get(3L))));
    assertThat(sums.daysSince(new ThirteenWeeks(SPAN.number() + 1), List.of(1L))).isEmpty();
  }

  private static List<SalesDays> byDay(List<SalesSums> sums) {
    return sums.stream().map(SalesSums::byDay).toList();
  }

  private static void days(SeriesDemand demand, Stores stores) {
    Companies.fill(stores, "A");
    View now = new View(Companies.AS_OF, Optional.empty(), false);
    Map<Long, SeriesDemand.Days> kept = demand.of(1, Companies.SERIES, now);
    assertThat(kept).containsOnlyKeys(1L, 2L, 3L, 4L);
    assertThat(kept.get(3L).known()).extracting(DayTotal::day).containsExactly(DAY);
    assertThat(kept.get(3L).open()).isEmpty();
    View before = new View(DAY, Optional.empty(), false);
    assertThat(demand.of(3, 3, before).get(3L).known()).isEmpty();
    assertThat(demand.of(3, 3, before).get(3L).open())
        .extracting(DayTotal::day)
        .containsExactly(DAY);
  }
}
