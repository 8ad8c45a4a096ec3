package org.demandwright.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayTest {

  @ParameterizedTest
  @CsvSource({
    "1961-04-02",
    "2000-04-23",
    "2008-03-23",
    "2016-03-27",
    "2019-04-21",
    "2024-03-31",
    "2038-04-25"
  })
  void easterFallsOnTheDayOfTheChurchsTables(LocalDate sunday) {
    assertThat(Easter.sunday(sunday.getYear())).isEqualTo(sunday);
  }

  @Test
  void aHolidayFallsIntoTheDayAndTheWeekThatHoldIt() {
    LocalDate christmas = LocalDate.of(2024, 12, 25);
    for (Bucket bucket : Bucket.values()) {
      Period period = Period.of(bucket, christmas);
      assertThat(Holiday.CHRISTMAS_DAY.fallsInto(period)).isTrue();
      assertThat(Holiday.CHRISTMAS_DAY.fallsInto(period.plus(1))).isFalse();
      assertThat(Holiday.CHRISTMAS_DAY.fallsInto(period.plus(-1))).isFalse();
    }
  }

  @Test
  void aWeekThatSpansTwoYearsHoldsTheNewYear() {
    Period week = Period.of(Bucket.WEEK, LocalDate.of(2024, 12, 30));
    assertThat(Holiday.NEW_YEAR.fallsInto(week)).isTrue();
    assertThat(Holiday.NEW_YEARS_EVE.fallsInto(week)).isTrue();
  }

  @Test
  void goodFridayIsTwoDaysBeforeEaster() {
    assertThat(Holiday.GOOD_FRIDAY.in(2024)).isEqualTo(LocalDate.of(2024, 3, 29));
    assertThat(Holiday.EASTER_MONDAY.in(2024)).isEqualTo(LocalDate.of(2024, 4, 1));
  }
}
