package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.demandwright.app.quality.SalesSumming;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.SalesCount;
import org.demandwright.core.quality.SalesSums;
import org.demandwright.store.demand.SeriesStore.Day;
import org.demandwright.store.demand.SeriesStore.View;

/**
 * Holds the sums of sales against the lines after imports at random: what is read is what the lines
 * add up to, whether it was kept or not, and what was kept run by run is bit for bit what a rebuild
 * keeps.
 */
final class SalesSumsCheck {
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
  private static final long SERIES = 99;

  private final Stores stores;
  private final RandomIntake intake;
  private final SalesSumming summing;

  SalesSumsCheck(DataSource database, long seed) {
    this.stores = Stores.of(database);
    this.intake = new RandomIntake(stores, seed);
    this.summing = new SalesSumming(stores.changed(), stores.series(), stores.sums());
  }

  void holds(int runs) {
    for (int run = 0; run < runs; run++) {
      intake.run();
      if (intake.oneIn(2)) {
        bringUpToDate();
        assertThat(stores.changed().spans()).isEmpty();
      }
      sumsAreThoseOfTheLines();
      daysAreThoseOfTheLines(intake.day());
    }
    bringUpToDate();
    List<String> kept = rows();
    spoil();
    stores.changed().recount();
    bringUpToDate();
    assertThat(rows()).isEqualTo(kept).isNotEmpty();
    sumsAreThoseOfTheLines();
  }

  /** Leaves no sum that is right, and some of weeks without lines. */
  private void spoil() {
    stores.sql().update("update sales_sums set span = span + 1000");
    assertThat(rows()).isNotEmpty();
  }

  private void bringUpToDate() {
    summing.bringUpToDate(() -> false, n -> {});
  }

  private void sumsAreThoseOfTheLines() {
    assertThat(stores.sums().of(1, SERIES)).isEqualTo(counted(LATEST));
    LocalDate asOf = intake.day();
    assertThat(stores.sums().before(asOf, 1, SERIES)).isEqualTo(counted(asOf.minusDays(1)));
  }

  /** Counts the lines themselves. */
  private Map<Long, List<SalesSums>> counted(LocalDate last) {
    Map<Long, TreeMap<ThirteenWeeks, SalesCount>> counts = new TreeMap<>();
    stores
        .lines()
        .each(
            1,
            SERIES,
            EARLIEST,
            last,
            (id, line) ->
                counts
                    .computeIfAbsent(id, series -> new TreeMap<>())
                    .computeIfAbsent(ThirteenWeeks.of(line.day()), SalesCount::new)
                    .add(line));
    Map<Long, List<SalesSums>> sums = new TreeMap<>();
    counts.forEach(
        (id, ofSeries) -> sums.put(id, ofSeries.values().stream().map(SalesCount::sums).toList()));
    return sums;
  }

  private void daysAreThoseOfTheLines(LocalDate asOf) {
    for (boolean onDayOfSale : new boolean[] {false, true}) {
      View view = new View(asOf, Optional.empty(), onDayOfSale);
      List<String> known = new ArrayList<>();
      List<String> open = new ArrayList<>();
      stores
          .demand()
          .of(1, SERIES, view)
          .forEach(
              (id, days) -> {
                days.known().forEach(d -> known.add(text(id, d)));
                days.open().forEach(d -> open.add(text(id, d)));
              });
      assertThat(known).isEqualTo(texts(stores.series().days(1, SERIES, view)));
      assertThat(open).isEqualTo(texts(stores.series().open(1, SERIES, view)));
    }
  }

  private static List<String> texts(List<Day> days) {
    return days.stream()
        .map(d -> text(d.seriesId(), new DayTotal(d.day(), d.gross(), d.returned())))
        .toList();
  }

  private static String text(long id, DayTotal d) {
    return "%d %s %s %s"
        .formatted(
            id,
            d.day(),
            d.gross().stripTrailingZeros().toPlainString(),
            d.returned().stripTrailingZeros().toPlainString());
  }

  private List<String> rows() {
    return stores
        .sql()
        .list(
            row ->
                row.getLong(1)
                    + " "
                    + row.getInt(2)
                    + " "
                    + HexFormat.of().formatHex(row.getBytes(3)),
            "select series_id, span, content from sales_sums order by series_id, span");
  }
}
