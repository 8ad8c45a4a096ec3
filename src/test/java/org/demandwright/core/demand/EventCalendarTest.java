package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCalendarTest {
  /** Tuesday 1 to Monday 7 October 2024. */
  private static final EventDays GOLDEN_WEEK =
      new EventDays("golden week", LocalDate.of(2024, 10, 1), LocalDate.of(2024, 10, 7));

  private static final EventDays ONE_DAY = EventDays.of("fair", LocalDate.of(2024, 10, 3));
  private static final EventCalendar CALENDAR = EventCalendar.of(List.of(GOLDEN_WEEK, ONE_DAY));

  @Test
  void shareIsOfWhatAPeriodCanHold() {
    assertThat(share("golden week", Bucket.DAY, "2024-10-07")).isEqualTo(1);
    assertThat(share("golden week", Bucket.DAY, "2024-10-08")).isZero();
    assertThat(share("golden week", Bucket.WEEK, "2024-09-30")).isCloseTo(6 / 7.0, within(1e-12));
    assertThat(share("golden week", Bucket.WEEK, "2024-10-07")).isCloseTo(1 / 7.0, within(1e-12));
    assertThat(share("fair", Bucket.WEEK, "2024-09-30")).isEqualTo(1);
    assertThat(share("fair", Bucket.MONTH, "2024-10-01")).isEqualTo(1);
    assertThat(share("unknown", Bucket.DAY, "2024-10-03")).isZero();
  }

  @Test
  void orderAndRepetitionMakeNoDifference() {
    assertThat(EventCalendar.of(List.of(ONE_DAY, GOLDEN_WEEK, ONE_DAY))).isEqualTo(CALENDAR);
    assertThat(CALENDAR.names()).containsExactly("fair", "golden week");
    assertThat(EventCalendar.of(List.of())).isSameAs(EventCalendar.none());
  }

  @Test
  void eventMovesWhenItTakesDifferentMonths() {
    EventCalendar springs =
        EventCalendar.of(
            List.of(
                EventDays.of("spring festival", LocalDate.of(2024, 2, 10)),
                EventDays.of("spring festival", LocalDate.of(2025, 1, 29)),
                EventDays.of("christmas", LocalDate.of(2024, 12, 25)),
                EventDays.of("christmas", LocalDate.of(2025, 12, 25))));
    assertThat(springs.moves("spring festival", Bucket.MONTH)).isTrue();
    assertThat(springs.moves("spring festival", Bucket.QUARTER)).isFalse();
    assertThat(springs.moves("christmas", Bucket.MONTH)).isFalse();
    assertThat(springs.moves("unknown", Bucket.MONTH)).isFalse();
  }

  @Test
  void eventNeedsANameAndDaysInOrder() {
    assertThatThrownBy(() -> EventDays.of(" ", LocalDate.of(2024, 1, 1)))
        .hasMessageContaining("no name");
    assertThatThrownBy(
            () -> new EventDays("sale", LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 1)))
        .hasMessageContaining("ends on 2024-01-01 before it begins");
  }

  private static double share(String name, Bucket bucket, String day) {
    return CALENDAR.share(name, bucket, bucket.ordinalOf(LocalDate.parse(day)));
  }
}
