package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.demand.DemandAggregator.Aggregated;
import org.junit.jupiter.api.Test;

class DemandAggregatorTest {
  private static final SeriesKey KEY = SeriesKey.of("tea");

  private static DayTotal sold(String day, String units) {
    return DayTotal.of(LocalDate.parse(day), new BigDecimal(units));
  }

  private static DayTotal returned(String day, String units) {
    return new DayTotal(LocalDate.parse(day), BigDecimal.ZERO, new BigDecimal(units));
  }

  private static StockOut out(String from, String to) {
    return new StockOut(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static Aggregated weeks(List<DayTotal> days, List<StockOut> out, String asOf) {
    return DemandAggregator.aggregate(KEY, days, out, Bucket.WEEK, LocalDate.parse(asOf))
        .orElseThrow();
  }

  private static Failure.Reason refusal(List<DayTotal> days, String asOf) {
    return DemandAggregator.aggregate(KEY, days, List.of(), Bucket.WEEK, LocalDate.parse(asOf))
        .toFailure()
        .orElseThrow()
        .reason();
  }

  @Test
  void dropsTheTrailingPeriodOnlyIfTheAsOfDayCutsIt() {
    List<DayTotal> days = List.of(sold("2024-01-01", "2"), sold("2024-01-14", "3"));

    assertThat(weeks(days, List.of(), "2024-01-17").series().units())
        .isEqualTo(DoubleVector.of(2, 3));
    assertThat(weeks(days, List.of(), "2024-01-15").series().units())
        .isEqualTo(DoubleVector.of(2, 3));
    assertThat(weeks(days, List.of(), "2024-01-14").series().units()).isEqualTo(DoubleVector.of(2));
  }

  @Test
  void fillsWithZerosFromTheFirstDemandToTheAsOfDay() {
    Aggregated a = weeks(List.of(sold("2024-01-10", "5")), List.of(), "2024-02-05");

    assertThat(a.series().first().start()).isEqualTo(LocalDate.parse("2024-01-08"));
    assertThat(a.series().units()).isEqualTo(DoubleVector.of(5, 0, 0, 0));
    assertThat(a.series().availability()).isEqualTo(DoubleVector.filled(4, 1));
  }

  @Test
  void keepsReturnsApartFromGrossDemand() {
    Aggregated a =
        weeks(
            List.of(
                returned("2023-12-30", "7"), // before the first demand: in no period
                sold("2024-01-02", "5"),
                returned("2024-01-03", "2"),
                returned("2024-01-09", "9")),
            List.of(),
            "2024-01-15");

    assertThat(a.series().units()).isEqualTo(DoubleVector.of(5, 0));
    assertThat(a.returns()).isEqualTo(DoubleVector.of(2, 9));
  }

  @Test
  void addsDecimalsExactly() {
    List<DayTotal> tenths = Collections.nCopies(10, sold("2024-01-02", "0.1"));

    assertThat(weeks(tenths, List.of(), "2024-01-08").series().units())
        .isEqualTo(DoubleVector.of(1)); // ten times 0.1 in doubles is 0.9999999999999999
  }

  @Test
  void countsTheDaysInStock() {
    Aggregated a =
        weeks(
            List.of(sold("2024-01-01", "1")),
            List.of(
                out("2024-01-03", "2024-01-05"), // Wednesday and Thursday …
                out("2024-01-04", "2024-01-06"), // … and, overlapping, Friday: 3 of 7 days
                out("2023-12-01", "2023-12-24"), // before the series
                new StockOut(LocalDate.parse("2024-01-20"), LocalDate.MAX)), // still going on
            "2024-01-29");

    assertThat(a.series().availability()).isEqualTo(DoubleVector.of(4 / 7.0, 1, 5 / 7.0, 0));
  }

  @Test
  void countsTheDaysOfALeapMonth() {
    Aggregated a =
        DemandAggregator.aggregate(
                KEY,
                List.of(sold("2024-02-29", "1")),
                List.of(out("2024-02-29", "2024-03-02")),
                Bucket.MONTH,
                LocalDate.parse("2024-04-01"))
            .orElseThrow();

    assertThat(a.series().availability().get(0)).isCloseTo(28 / 29.0, within(1e-15));
    assertThat(a.series().availability().get(1)).isCloseTo(30 / 31.0, within(1e-15));
  }

  @Test
  void leavesOutTheWeekThatALaunchCuts() {
    // 10 a day from Sunday 2024-06-02 on
    DemandSeries series =
        weeks(daily("2024-06-02", "2024-06-30", 7), List.of(), "2024-07-01").series();

    assertThat(series.first().start()).isEqualTo(LocalDate.parse("2024-06-03"));
    assertThat(series.units()).isEqualTo(DoubleVector.of(70, 70, 70, 70));
  }

  @Test
  void leavesOutTheMonthThatALaunchCuts() {
    List<DayTotal> days = daily("2024-01-31", "2024-03-31", 7);
    assertThat(months(days).units()).isEqualTo(DoubleVector.of(290, 310));
  }

  @Test
  void closedDaysBeforeTheFirstSaleCutNothing() {
    // Monday to Friday, from Monday 2024-07-01 on; June ends with a weekend
    List<DayTotal> days = daily("2024-06-03", "2024-07-31", 5);
    assertThat(months(days).units()).isEqualTo(DoubleVector.of(200, 230));
  }

  @Test
  void theOnlyWholePeriodStaysThoughALaunchCutsIt() {
    assertThat(
            weeks(daily("2024-06-05", "2024-06-09", 7), List.of(), "2024-06-10").series().units())
        .isEqualTo(DoubleVector.of(50));
  }

  @Test
  void aSlowSellerMayJustNotHaveSoldYet() {
    List<DayTotal> days =
        List.of(sold("2024-06-02", "10"), sold("2024-06-13", "10"), sold("2024-06-27", "10"));
    assertThat(weeks(days, List.of(), "2024-07-01").series().units())
        .isEqualTo(DoubleVector.of(10, 0, 10, 0, 10));
  }

  @Test
  void totalsOfAMonthAreWholeOnWhateverDayTheyAreBooked() {
    List<DayTotal> days = new ArrayList<>();
    for (int month = 1; month <= 6; month++) {
      LocalDate last = LocalDate.of(2024, month, 1).plusMonths(1).minusDays(1);
      days.add(sold(last.toString(), "100"));
    }
    assertThat(months(days).units()).isEqualTo(DoubleVector.filled(6, 100));
  }

  /** Returns 10 units on each of the first {@code week} days of every week. */
  private static List<DayTotal> daily(String from, String to, int week) {
    return LocalDate.parse(from)
        .datesUntil(LocalDate.parse(to).plusDays(1))
        .filter(day -> day.getDayOfWeek().getValue() <= week)
        .map(day -> sold(day.toString(), "10"))
        .toList();
  }

  private static DemandSeries months(List<DayTotal> days) {
    LocalDate asOf = days.get(days.size() - 1).day().plusDays(1);
    return DemandAggregator.aggregate(KEY, days, List.of(), Bucket.MONTH, asOf)
        .orElseThrow()
        .series();
  }

  @Test
  void saysThatThereIsNoDemand() {
    assertThat(refusal(List.of(), "2024-01-08")).isEqualTo(Failure.Reason.NO_DEMAND);
    assertThat(refusal(List.of(returned("2024-01-02", "1")), "2024-01-08"))
        .isEqualTo(Failure.Reason.NO_DEMAND);
    assertThat(refusal(List.of(sold("2024-02-01", "1")), "2024-01-08"))
        .as("all demand lies after the as-of day")
        .isEqualTo(Failure.Reason.NO_DEMAND);
    assertThat(refusal(List.of(sold("2024-01-02", "1")), "2024-01-07"))
        .as("all demand lies in the dropped period")
        .isEqualTo(Failure.Reason.NO_DEMAND);
  }

  @Test
  void makesTotalsOfSalesLines() {
    SalesLine back =
        Lines.line(
            "lineId",
            "R:1",
            "bookedOn",
            LocalDate.parse("2024-01-02"),
            "quantity",
            new BigDecimal("-3"),
            "changedAt",
            LocalDateTime.parse("2024-01-03T08:00"));

    assertThat(DayTotal.of(back)).isEqualTo(returned("2024-01-02", "3.000000"));
  }

  @Test
  void refusesTotalsAndSpellsThatCannotBe() {
    assertThatThrownBy(() -> sold("2024-01-02", "-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2024-01-02")
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> out("2024-01-02", "2024-01-02"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from must lie before to");
  }
}
