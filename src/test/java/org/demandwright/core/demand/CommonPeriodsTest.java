package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import org.demandwright.core.demand.CommonPeriods.Span;
import org.junit.jupiter.api.Test;

/** Over which periods forecasts of other widths are compared. */
class CommonPeriodsTest {
  private static Span span(Bucket bucket, String day, int horizon) {
    return new Span(Period.of(bucket, LocalDate.parse(day)), horizon);
  }

  @Test
  void daysAreComparedWithTheMonthsThatTheyCoverAsAWhole() {
    Span days = span(Bucket.DAY, "2026-01-20", 50);
    Span months = span(Bucket.MONTH, "2026-01-01", 6);
    CommonPeriods common = CommonPeriods.of(days, months);

    assertThat(common.periods())
        .as("20 January to 10 March hold February as a whole")
        .containsExactly(Period.of(Bucket.MONTH, LocalDate.parse("2026-02-01")));
    assertThat(common.shares(months)).isEqualTo(Map.of(2, 1.0));
    assertThat(common.shares(days)).hasSize(28).containsEntry(13, 1.0).containsEntry(40, 1.0);
    assertThat(CommonPeriods.of(months, days)).isEqualTo(common);
  }

  @Test
  void weeksAtTheEndsOfMonthsCountWithTheirDays() {
    Span weeks = span(Bucket.WEEK, "2026-01-26", 13);
    CommonPeriods common = CommonPeriods.of(weeks, span(Bucket.MONTH, "2026-02-01", 2));

    assertThat(common.periods()).hasSize(2);
    Map<Integer, Double> shares = common.shares(weeks);
    assertThat(shares.get(1)).as("1 February is a Sunday").isEqualTo(1.0 / 7, within(1e-12));
    assertThat(shares.get(5)).as("February and March").isEqualTo(1.0, within(1e-12));
    assertThat(shares.get(10)).as("30 and 31 March").isEqualTo(2.0 / 7, within(1e-12));
    assertThat(shares).doesNotContainKey(11);
    assertThat(shares.values().stream().mapToDouble(s -> 7 * s).sum())
        .as("days of February and March")
        .isEqualTo(59, within(1e-9));
  }

  @Test
  void forecastsOfOneWidthAreComparedWhereTheyOverlap() {
    CommonPeriods common =
        CommonPeriods.of(span(Bucket.WEEK, "2026-01-05", 4), span(Bucket.WEEK, "2026-01-19", 4));
    assertThat(common.periods()).hasSize(2);
  }

  @Test
  void whatHasNoWholePeriodInCommonIsNotCompared() {
    CommonPeriods common =
        CommonPeriods.of(span(Bucket.DAY, "2026-01-02", 28), span(Bucket.MONTH, "2026-01-01", 6));
    assertThat(common.periods()).isEmpty();
    assertThat(common.shares(span(Bucket.DAY, "2026-01-02", 28))).isEmpty();
  }
}
