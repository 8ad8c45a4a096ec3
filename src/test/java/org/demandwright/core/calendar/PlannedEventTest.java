package org.demandwright.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.demandwright.core.demand.EventDays;
import org.junit.jupiter.api.Test;

class PlannedEventTest {

  @Test
  void yearlyEventHappensBeforeAndAfterTheYearItWasEnteredFor() {
    assertThat(
            planned("2024-07-01", "2024-07-14", true).between(day("2022-07-10"), day("2025-06-30")))
        .containsExactly(
            event("2022-07-01", "2022-07-14"),
            event("2023-07-01", "2023-07-14"),
            event("2024-07-01", "2024-07-14"));
  }

  @Test
  void yearlyEventThatCrossesTheYearIsFoundFromBothSides() {
    assertThat(
            planned("2024-12-27", "2025-01-05", true).between(day("2023-01-02"), day("2023-12-28")))
        .containsExactly(event("2022-12-27", "2023-01-05"), event("2023-12-27", "2024-01-05"));
  }

  @Test
  void leapDayBecomesThe28thInOtherYears() {
    assertThat(
            planned("2024-02-29", "2024-02-29", true).between(day("2025-01-01"), day("2025-12-31")))
        .containsExactly(event("2025-02-28", "2025-02-28"));
  }

  @Test
  void eventOfOneTimeHappensOnce() {
    PlannedEvent once = planned("2024-07-01", "2024-07-14", false);
    assertThat(once.between(day("2024-07-14"), day("2026-01-01"))).hasSize(1);
    assertThat(once.between(day("2024-07-15"), day("2026-01-01"))).isEmpty();
  }

  @Test
  void eventOfMoreThanAYearIsRefused() {
    assertThatThrownBy(() -> planned("2024-01-01", "2025-01-01", false))
        .hasMessageContaining("lasts 367 days");
  }

  private static PlannedEvent planned(String first, String last, boolean yearly) {
    return new PlannedEvent(event(first, last), yearly);
  }

  private static EventDays event(String first, String last) {
    return new EventDays("sale", day(first), day(last));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
