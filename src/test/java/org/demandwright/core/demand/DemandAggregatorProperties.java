package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.DemandAggregator.Aggregated;

class DemandAggregatorProperties {
  private static final SeriesKey KEY = SeriesKey.of("tea");

  /** Around year ends with 52 and 53 ISO weeks, leap days and the changes of daylight saving. */
  @Provide
  Arbitrary<DayTotal> totals() {
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(0, 2_000).map(d -> LocalDate.of(2019, 12, 1).plusDays(d));
    Arbitrary<BigDecimal> units =
        Arbitraries.integers().between(0, 1_000_000).map(u -> BigDecimal.valueOf(u, 3));
    return Combinators.combine(days, units, units).as(DayTotal::new);
  }

  @Provide
  Arbitrary<List<DayTotal>> histories() {
    return totals().list().ofMinSize(1).ofMaxSize(60);
  }

  @Property(tries = 300)
  void preservesTheSumOfWhatIsKnown(
      @ForAll("histories") List<DayTotal> days, @ForAll Bucket bucket) {
    LocalDate asOf = LocalDate.of(2025, 6, 18);
    Outcome<Aggregated> outcome = DemandAggregator.aggregate(KEY, days, List.of(), bucket, asOf);
    LocalDate known = Period.of(bucket, asOf).start();
    LocalDate begin =
        outcome.map(a -> a.series().first().start()).toOptional().orElse(LocalDate.MIN);
    BigDecimal expected = BigDecimal.ZERO;
    for (DayTotal total : days) {
      boolean within = total.day().isBefore(known) && !total.day().isBefore(begin);
      expected = within ? expected.add(total.gross()) : expected;
    }

    BigDecimal sum = BigDecimal.ZERO;
    for (double units :
        outcome.map(a -> a.series().units().toArray()).toOptional().orElse(new double[0])) {
      sum = sum.add(BigDecimal.valueOf(units));
    }

    assertThat(sum).isEqualByComparingTo(expected);
  }

  @Property(tries = 200)
  void putsEveryTotalIntoThePeriodOfItsDay(
      @ForAll("totals") DayTotal total, @ForAll Bucket bucket) {
    LocalDate asOf = LocalDate.of(2025, 10, 1);
    DayTotal start = DayTotal.of(LocalDate.of(2019, 11, 30), BigDecimal.ONE);

    Aggregated a =
        DemandAggregator.aggregate(KEY, List.of(start, total), List.of(), bucket, asOf)
            .orElseThrow();

    DemandSeries series = a.series();
    assertThat(series.end()).isEqualTo(Period.of(bucket, asOf));
    int index = series.first().until(Period.of(bucket, total.day()));
    BigDecimal also = index == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
    assertThat(series.units().get(index)).isEqualTo(total.gross().add(also).doubleValue());
    assertThat(a.returns().get(index)).isEqualTo(total.returned().doubleValue());
  }

  @Property(tries = 200)
  void doesNotDependOnTheOrder(
      @ForAll("histories") List<DayTotal> days, @ForAll Bucket bucket, @ForAll long seed) {
    List<DayTotal> shuffled = new ArrayList<>(days);
    Collections.shuffle(shuffled, new Random(seed));
    LocalDate asOf = LocalDate.of(2025, 6, 18);

    assertThat(DemandAggregator.aggregate(KEY, shuffled, List.of(), bucket, asOf))
        .isEqualTo(DemandAggregator.aggregate(KEY, days, List.of(), bucket, asOf));
  }

  @Property(tries = 200)
  void countsEveryDayOutOfStockOnce(
      @ForAll("totals") DayTotal from, @ForAll("totals") DayTotal to, @ForAll Bucket bucket) {
    LocalDate first = from.day().isBefore(to.day()) ? from.day() : to.day();
    LocalDate last = from.day().isBefore(to.day()) ? to.day() : from.day();
    StockOut spell = new StockOut(first, last.plusDays(1));
    DayTotal start = DayTotal.of(LocalDate.of(2019, 10, 1), BigDecimal.ONE);

    DemandSeries series =
        DemandAggregator.aggregate(
                KEY, List.of(start), List.of(spell, spell), bucket, LocalDate.of(2026, 1, 1))
            .orElseThrow()
            .series();

    double days = 0;
    for (int i = 0; i < series.size(); i++) {
      days += (1 - series.availability().get(i)) * series.period(i).days();
    }
    assertThat(Math.round(days)).isEqualTo(last.toEpochDay() - first.toEpochDay() + 1);
  }
}
