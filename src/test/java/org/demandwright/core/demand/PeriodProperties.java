package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PeriodProperties {

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs().between(-40_000, 60_000).map(LocalDate::ofEpochDay);
  }

  @Property
  void everyDayLiesInItsPeriod(@ForAll("days") LocalDate day, @ForAll Bucket bucket) {
    Period period = Period.of(bucket, day);

    assertThat(day).isBetween(period.start(), period.end().minusDays(1));
    assertThat(Period.of(bucket, period.start())).isEqualTo(period);
    assertThat(Period.of(bucket, period.end().minusDays(1))).isEqualTo(period);
  }

  @Property
  void periodsFollowEachOtherWithoutAGap(@ForAll("days") LocalDate day, @ForAll Bucket bucket) {
    Period period = Period.of(bucket, day);

    assertThat(period.end()).isEqualTo(period.plus(1).start());
    assertThat(Period.of(bucket, period.end())).isEqualTo(period.plus(1));
    assertThat(period.start().plusDays(period.days())).isEqualTo(period.end());
  }

  @Property
  void plusAndUntilUndoEachOther(
      @ForAll("days") LocalDate day,
      @ForAll Bucket bucket,
      @ForAll @IntRange(min = -3000, max = 3000) int periods) {
    Period period = Period.of(bucket, day);

    assertThat(period.until(period.plus(periods))).isEqualTo(periods);
    assertThat(period.plus(periods).plus(-periods)).isEqualTo(period);
    assertThat(period.plus(1).plus(periods)).isEqualTo(period.plus(1 + periods));
  }

  @Property
  void theOrderIsThatOfTime(
      @ForAll("days") LocalDate one, @ForAll("days") LocalDate other, @ForAll Bucket bucket) {
    Period a = Period.of(bucket, one);
    Period b = Period.of(bucket, other);

    assertThat(Integer.signum(a.compareTo(b)))
        .isEqualTo(Integer.signum(a.start().compareTo(b.start())));
    assertThat(a.until(b)).isEqualTo(-b.until(a));
  }

  @Property
  void weeksAreThoseOfIso8601(@ForAll("days") LocalDate day) {
    Period week = Period.of(Bucket.WEEK, day);

    assertThat(week.start().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(week.start().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
        .isEqualTo(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    assertThat(week.start().get(IsoFields.WEEK_BASED_YEAR))
        .isEqualTo(day.get(IsoFields.WEEK_BASED_YEAR));
  }

  @Property
  void monthsAndQuartersBeginOnTheFirst(@ForAll("days") LocalDate day) {
    assertThat(Period.of(Bucket.MONTH, day).start()).isEqualTo(day.withDayOfMonth(1));
    assertThat(Period.of(Bucket.QUARTER, day).start())
        .isEqualTo(day.with(IsoFields.DAY_OF_QUARTER, 1));
  }

  @Example
  void knowsTheLengthsOfPeriods() {
    assertThat(Period.of(Bucket.MONTH, LocalDate.of(2024, 2, 29)).days()).isEqualTo(29);
    assertThat(Period.of(Bucket.MONTH, LocalDate.of(2023, 2, 1)).days()).isEqualTo(28);
    assertThat(Period.of(Bucket.QUARTER, LocalDate.of(2024, 1, 1)).days()).isEqualTo(91);
    assertThat(Period.of(Bucket.DAY, LocalDate.of(2024, 3, 31)).days()).isEqualTo(1);
    assertThat(Period.of(Bucket.WEEK, LocalDate.of(2020, 12, 31)).start())
        .as("week 53 of 2020 reaches into 2021")
        .isEqualTo(LocalDate.of(2020, 12, 28));
    assertThat(Period.of(Bucket.WEEK, LocalDate.of(2021, 1, 3)))
        .isEqualTo(Period.of(Bucket.WEEK, LocalDate.of(2020, 12, 28)));
    assertThat(new Period(Bucket.WEEK, 0).start()).isEqualTo(LocalDate.of(1969, 12, 29));
  }
}
