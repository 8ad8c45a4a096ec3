package org.demandwright.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.demandwright.core.demand.EventDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseHolidaysTest {
  private static final List<EventDays> TABLE =
      HolidayCalendar.of("CN").between(LocalDate.of(2011, 1, 1), LocalDate.of(2030, 12, 31));

  @Test
  void lunarNewYearIsTheNewMoonBetween21JanuaryAnd20February() {
    List<EventDays> newYears = named("LUNAR_NEW_YEAR");
    assertThat(newYears)
        .extracting(event -> event.first().getYear())
        .containsExactlyElementsOf(IntStream.rangeClosed(2011, 2030).boxed().toList());
    assertThat(newYears)
        .allSatisfy(
            event -> {
              assertThat(event.first()).isEqualTo(NewMoon.nearest(event.first()));
              assertThat(MonthDay.from(event.first()))
                  .isBetween(MonthDay.of(1, 21), MonthDay.of(2, 20));
            });
  }

  @Test
  void dragonBoatIsTheFifthAndMidAutumnTheFifteenthDayOfAMonthOfTheMoon() {
    assertThat(named("DRAGON_BOAT")).hasSize(20).allSatisfy(event -> assertHolds(event, 5));
    assertThat(named("MID_AUTUMN")).hasSize(20).allSatisfy(event -> assertHolds(event, 15));
  }

  private static void assertHolds(EventDays event, int lunarDay) {
    assertThat(event.first().datesUntil(event.last().plusDays(1)))
        .as("%s", event)
        .anyMatch(
            day -> day.equals(NewMoon.nearest(day.minusDays(lunarDay - 1)).plusDays(lunarDay - 1)));
  }

  @Test
  void qingmingTouchesThe4thOr5thOfApril() {
    assertThat(named("QINGMING"))
        .hasSize(20)
        .allSatisfy(
            event -> {
              assertThat(event.first()).isBeforeOrEqualTo(event.first().withDayOfMonth(5));
              assertThat(event.last()).isAfterOrEqualTo(event.last().withDayOfMonth(4));
              assertThat(event.first().getMonth()).isEqualTo(Month.APRIL);
            });
  }

  @ParameterizedTest(name = "{2} {0}")
  @CsvSource({
    "2024-02-10, 2024-02-17, SPRING_FESTIVAL",
    "2024-02-18, 2024-02-18, MAKE_UP_WORKDAY",
    "2024-10-12, 2024-10-12, MAKE_UP_WORKDAY",
    "2025-01-28, 2025-02-04, SPRING_FESTIVAL",
    "2025-10-01, 2025-10-08, NATIONAL_DAY",
    "2025-09-28, 2025-09-28, MAKE_UP_WORKDAY",
    "2026-02-15, 2026-02-23, SPRING_FESTIVAL",
    "2026-02-28, 2026-02-28, MAKE_UP_WORKDAY",
    "2026-05-09, 2026-05-09, MAKE_UP_WORKDAY",
    "2030-02-02, 2030-02-05, SPRING_FESTIVAL",
    "2030-06-18, 2030-06-18, 618",
    "2030-11-11, 2030-11-11, DOUBLE_11",
    "2030-12-12, 2030-12-12, DOUBLE_12"
  })
  void announcedAndStatutoryDays(LocalDate first, LocalDate last, String name) {
    assertThat(TABLE).contains(new EventDays("CN " + name, first, last));
  }

  @Test
  void makeUpWorkdaysAreWeekendDaysOutsideTheHolidays() {
    Set<LocalDate> off = new HashSet<>();
    TABLE.stream()
        .filter(e -> !e.name().matches("CN (MAKE_UP_WORKDAY|BEFORE_.*|.*_PRESALE)"))
        .forEach(e -> e.first().datesUntil(e.last().plusDays(1)).forEach(off::add));
    assertThat(named("MAKE_UP_WORKDAY"))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            event -> {
              assertThat(event.first().getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
              assertThat(off).doesNotContain(event.first());
            });
  }

  @Test
  void noMakeUpWorkdayIsClaimedBeyondWhatWasAnnounced() {
    assertThat(named("MAKE_UP_WORKDAY"))
        .extracting(event -> event.first().getYear())
        .allMatch(year -> year >= 2018 && year <= 2026);
  }

  @Test
  void daysAfterTheTableAreRefusedInsteadOfTakenForOrdinary() {
    assertThatThrownBy(
            () ->
                HolidayCalendar.of("CN")
                    .between(LocalDate.of(2030, 12, 1), LocalDate.of(2031, 1, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ends with 2030")
        .hasMessageContaining("newer version");
  }

  private static List<EventDays> named(String name) {
    return TABLE.stream().filter(event -> event.name().equals("CN " + name)).toList();
  }
}
