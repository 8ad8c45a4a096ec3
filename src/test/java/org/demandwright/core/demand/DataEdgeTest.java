package org.demandwright.core.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demandwright.core.demand.BookingDays.Day;
import org.junit.jupiter.api.Test;

class DataEdgeTest {
  private static BookingDays days(Stream<LocalDate> days) {
    return new BookingDays(days.sorted().map(d -> new Day(d, 1)).toList());
  }

  private static DataEdge edge(Stream<LocalDate> days) {
    BookingDays booked = days(days);
    return DataEdge.of(booked, booked).orElseThrow();
  }

  private static Stream<LocalDate> weekdays(String first, String last) {
    return LocalDate.parse(first)
        .datesUntil(LocalDate.parse(last).plusDays(1))
        .filter(d -> d.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue());
  }

  private static Stream<LocalDate> monthly(Function<LocalDate, LocalDate> place) {
    return IntStream.range(0, 6).mapToObj(i -> place.apply(LocalDate.of(2024, 1 + i, 1)));
  }

  @Test
  void dataToFridayKeepTheirWeekAndTheirMonth() {
    DataEdge edge = edge(weekdays("2024-05-20", "2024-06-28"));
    assertEquals(LocalDate.of(2024, 7, 1), edge.asOf());
    assertEquals(LocalDate.of(2024, 6, 28), edge.body().last());
    assertEquals(Optional.empty(), edge.totalsOf());
  }

  @Test
  void aDayOnWhichTheSourceBooksIsNotClosed() {
    assertEquals(LocalDate.of(2024, 6, 28), edge(weekdays("2024-05-20", "2024-06-27")).asOf());
    Stream<LocalDate> daily = LocalDate.of(2024, 5, 20).datesUntil(LocalDate.of(2024, 6, 29));
    assertEquals(LocalDate.of(2024, 6, 29), edge(daily).asOf());
  }

  @Test
  void closedDaysAreKnownAgainRightAfterALongSilence() {
    DataEdge edge =
        edge(
            Stream.concat(
                weekdays("2023-01-02", "2024-06-28"), weekdays("2025-12-29", "2026-01-02")));
    assertEquals(LocalDate.of(2026, 1, 5), edge.asOf());
  }

  @Test
  void anOrderOnARareSaturdayLeavesSundayClosed() {
    DataEdge edge =
        edge(
            Stream.concat(
                weekdays("2023-01-02", "2024-06-28"), Stream.of(LocalDate.of(2024, 6, 29))));
    assertEquals(LocalDate.of(2024, 7, 1), edge.asOf());
  }

  @Test
  void aClosedDayThatEndsNoWeekAndNoMonthChangesNothing() {
    Stream<LocalDate> butSaturday =
        LocalDate.of(2010, 12, 1)
            .datesUntil(LocalDate.of(2011, 12, 10))
            .filter(d -> d.getDayOfWeek() != DayOfWeek.SATURDAY);
    assertEquals(LocalDate.of(2011, 12, 10), edge(butSaturday).asOf());
    Stream<LocalDate> toTheMonthsEnd =
        LocalDate.of(2012, 1, 1)
            .datesUntil(LocalDate.of(2012, 3, 31))
            .filter(d -> d.getDayOfWeek() != DayOfWeek.SATURDAY);
    assertEquals(LocalDate.of(2012, 4, 1), edge(toTheMonthsEnd).asOf());
  }

  @Test
  void aSlowSourceHasNoClosedDays() {
    Stream<LocalDate> slow =
        IntStream.range(0, 20).mapToObj(i -> LocalDate.of(2024, 1, 3).plusDays(17L * i));
    LocalDate last = LocalDate.of(2024, 1, 3).plusDays(17L * 19);
    assertEquals(last.plusDays(1), edge(slow).asOf());
  }

  @Test
  void monthlyTotalsAreWholeOnWhicheverDayTheyAreDated() {
    List<Function<LocalDate, LocalDate>> places =
        List.of(
            d -> d,
            d -> d.withDayOfMonth(15),
            d -> d.with(TemporalAdjusters.lastDayOfMonth()),
            d -> d.withDayOfMonth(Math.min(30, d.lengthOfMonth())),
            d -> d.withDayOfMonth(Math.min(29, d.lengthOfMonth())),
            d -> d.withDayOfMonth(28),
            DataEdgeTest::lastWorkingDay,
            DataEdgeTest::firstWorkingDay,
            d -> d.with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY)));
    for (Function<LocalDate, LocalDate> place : places) {
      DataEdge edge = edge(monthly(place));
      assertEquals(Optional.of(Bucket.MONTH), edge.totalsOf(), () -> monthly(place).toList() + "");
      assertEquals(LocalDate.of(2024, 7, 1), edge.asOf());
    }
  }

  private static LocalDate lastWorkingDay(LocalDate month) {
    LocalDate day = month.with(TemporalAdjusters.lastDayOfMonth());
    while (day.getDayOfWeek().getValue() > 5) {
      day = day.minusDays(1);
    }
    return day;
  }

  private static LocalDate firstWorkingDay(LocalDate month) {
    LocalDate day = month.getMonthValue() == 1 ? month.plusDays(1) : month;
    while (day.getDayOfWeek().getValue() > 5) {
      day = day.plusDays(1);
    }
    return day;
  }

  @Test
  void weeklyAndQuarterlyTotals() {
    DataEdge weekly =
        edge(IntStream.range(0, 8).mapToObj(i -> LocalDate.of(2024, 1, 3).plusWeeks(i)));
    assertEquals(Optional.of(Bucket.WEEK), weekly.totalsOf());
    assertEquals(LocalDate.of(2024, 2, 26), weekly.asOf());
    DataEdge quarterly =
        edge(IntStream.range(0, 5).mapToObj(i -> LocalDate.of(2023, 2, 15).plusMonths(3L * i)));
    assertEquals(Optional.of(Bucket.QUARTER), quarterly.totalsOf());
    assertEquals(LocalDate.of(2024, 4, 1), quarterly.asOf());
  }

  @Test
  void amonthWithoutASaleIsNoReasonAgainstTotals() {
    DataEdge edge = edge(monthly(d -> d).filter(d -> d.getMonthValue() != 3));
    assertEquals(Optional.of(Bucket.MONTH), edge.totalsOf());
  }

  @Test
  void ordersOfAMonthThatAreWantedThroughoutItAreNoTotals() {
    BookingDays ordered = days(monthly(d -> d));
    BookingDays wanted = days(monthly(d -> d.plusDays(d.getMonthValue() * 3L)));
    DataEdge edge = DataEdge.of(ordered, wanted).orElseThrow();
    assertEquals(Optional.empty(), edge.totalsOf());
    assertEquals(LocalDate.of(2024, 6, 2), edge.asOf());
  }

  @Test
  void oneDayOrTwoSayNothingOfARhythm() {
    assertEquals(Optional.empty(), edge(Stream.of(LocalDate.of(2024, 1, 1))).totalsOf());
    assertEquals(
        Optional.empty(),
        edge(Stream.of(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1))).totalsOf());
    assertTrue(DataEdge.of(days(Stream.of()), days(Stream.of())).isEmpty());
  }

  @Test
  void daysOfEverySortAreNoTotals() {
    Stream<LocalDate> irregular =
        Stream.of("2024-01-03", "2024-02-21", "2024-03-08", "2024-04-30", "2024-05-11")
            .map(LocalDate::parse);
    assertEquals(Optional.empty(), edge(irregular).totalsOf());
  }
}
