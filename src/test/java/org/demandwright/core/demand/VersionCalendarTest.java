package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.VersionCalendar.Occasion;
import org.junit.jupiter.api.Test;

class VersionCalendarTest {
  private static final LocalDate DAY = LocalDate.of(2024, 10, 3);

  private final VersionCalendar.Series series =
      new VersionCalendar(
              Map.of("", "DE", "SHANGHAI", "CN"),
              List.of(
                  new Occasion(EventDays.of("unity", DAY), "DE", "", ""),
                  new Occasion(EventDays.of("golden week", DAY), "CN", "", ""),
                  new Occasion(EventDays.of("fair", DAY), "", "BERLIN", ""),
                  new Occasion(EventDays.of("toy days", DAY), "", "", "Toys")))
          .series();

  @Test
  void seriesGetsTheHolidaysOfItsSiteAndTheEventsOfItsScope() {
    assertThat(series.of("BERLIN", "Tools").names()).containsExactly("fair", "unity");
    assertThat(series.of("SHANGHAI", "Toys").names()).containsExactly("golden week", "toy days");
    assertThat(series.of("", "").names()).containsExactly("unity");
  }

  @Test
  void seriesOfTheSameEventsShareOneCalendar() {
    assertThat(series.of("HAMBURG", "Tools")).isSameAs(series.of("BREMEN", "Food"));
  }

  @Test
  void versionMadeBeforeThereWereCalendarsHasNone() {
    assertThat(new VersionCalendar(Map.of(), List.of()).series().of("BERLIN", "Toys").names())
        .isEmpty();
  }
}
