package org.demandwright.core.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.demandwright.core.demand.BookingDays.Day;
import org.demandwright.core.demand.BookingDays.Span;
import org.junit.jupiter.api.Test;

class BookingBodyTest {
  private static final LocalDate MONDAY = LocalDate.of(2022, 7, 4);

  private final Map<LocalDate, Long> booked = new TreeMap<>();

  private void add(LocalDate day, long lines) {
    booked.merge(day, lines, Long::sum);
  }

  private void add(LocalDate from, int days, long lines) {
    for (int i = 0; i < days; i++) {
      LocalDate day = from.plusDays(i);
      if (day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
        add(day, lines);
      }
    }
  }

  private void add(int times, IntFunction<LocalDate> day) {
    for (int i = 0; i < times; i++) {
      add(day.apply(i), 1);
    }
  }

  private Span body() {
    return BookingBody.of(
            new BookingDays(
                booked.entrySet().stream().map(e -> new Day(e.getKey(), e.getValue())).toList()))
        .orElseThrow();
  }

  private void assertBody(String first, String last) {
    assertEquals(new Span(LocalDate.parse(first), LocalDate.parse(last)), body());
  }

  @Test
  void oneLineTwoYearsAfterTheRestIsCutOff() {
    add(MONDAY, 726, 4);
    add(LocalDate.of(2026, 6, 27), 1);
    assertBody("2022-07-04", "2024-06-28");
  }

  @Test
  void aWholeOrderWithAWrongYearIsCutOffToo() {
    add(MONDAY, 726, 4);
    add(LocalDate.of(2025, 6, 27), 30);
    assertBody("2022-07-04", "2024-06-28");
  }

  @Test
  void linesWithWrongYearsAtBothEndsDoNotHideEachOther() {
    add(MONDAY, 726, 4);
    add(LocalDate.of(2004, 6, 27), 1);
    add(LocalDate.of(2026, 5, 2), 1);
    add(LocalDate.of(2026, 6, 27), 1);
    add(LocalDate.of(2026, 9, 1), 2);
    assertBody("2022-07-04", "2024-06-28");
  }

  @Test
  void aSourceThatGoesOnAfterASilenceCountsAgain() {
    add(MONDAY, 726, 4);
    add(LocalDate.of(2026, 6, 1), 2, 4);
    assertBody("2022-07-04", "2024-06-28");
    add(LocalDate.of(2026, 6, 3), 1, 4);
    assertBody("2022-07-04", "2026-06-03");
  }

  @Test
  void aFullDayOfABusySourceCountsAtOnce() {
    add(MONDAY, 726, 500);
    add(LocalDate.of(2024, 9, 2), 480);
    assertBody("2022-07-04", "2024-06-28");
    add(LocalDate.of(2024, 9, 2), 40);
    assertBody("2022-07-04", "2024-09-02");
  }

  @Test
  void whatHappenedBeforeIsNoReason() {
    for (int year = 2020; year <= 2023; year++) {
      add(LocalDate.of(year, 4, 1), 180, 5);
    }
    add(LocalDate.of(2024, 4, 2), 1);
    assertBody("2020-04-01", "2024-04-02");
    add(LocalDate.of(2027, 1, 4), 1);
    assertBody("2020-04-01", "2024-04-02");
  }

  @Test
  void summerAndYearEndPausesAreNoReason() {
    add(MONDAY, 380, 3);
    add(LocalDate.of(2023, 8, 10), 3);
    assertBody("2022-07-04", "2023-08-10");
  }

  @Test
  void monthlyBooksMayLackSomeMonthsButNotYears() {
    add(6, i -> LocalDate.of(2024, 1 + i, 1));
    add(LocalDate.of(2024, 10, 1), 1);
    assertBody("2024-01-01", "2024-10-01");
    add(LocalDate.of(2029, 7, 1), 1);
    assertBody("2024-01-01", "2024-10-01");
  }

  @Test
  void sixMonthsAndAWrongYear() {
    add(6, i -> LocalDate.of(2024, 1 + i, 15));
    add(LocalDate.of(2026, 6, 15), 1);
    assertBody("2024-01-15", "2024-06-15");
  }

  @Test
  void fewDaysSayLittle() {
    add(LocalDate.of(2024, 1, 1), 1);
    assertBody("2024-01-01", "2024-01-01");
    add(LocalDate.of(2025, 1, 1), 1);
    assertBody("2024-01-01", "2025-01-01");
    add(LocalDate.of(2025, 3, 1), 1);
    assertBody("2024-01-01", "2025-03-01");
  }

  @Test
  void aSlowSourceIsNotJudgedByItsBriskBeginning() {
    add(5, i -> LocalDate.of(2024, 1, 1 + i));
    add(4, i -> LocalDate.of(2024, 2 + 2 * i, 20));
    assertBody("2024-01-01", "2024-08-20");
  }
}
