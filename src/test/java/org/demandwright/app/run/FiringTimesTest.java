package org.demandwright.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.demandwright.store.run.ScheduleStore;
import org.demandwright.store.run.ScheduleStore.Missed;
import org.junit.jupiter.api.Test;

/** When schedules fire: zones, days on which the clock changes, blackouts. */
class FiringTimesTest {
  private static final String HALF_PAST_TWO = "30 2 * * *";

  private static FiringTimes times(String cron, String blackouts, Missed missed) {
    return FiringTimes.of(
        new ScheduleStore.Terms("nightly", Map.of(), cron, "Europe/Berlin", blackouts, missed));
  }

  private static List<String> next(String cron, String after, int count) {
    return next(times(cron, "", Missed.RUN_ONCE), after, count);
  }

  private static List<String> next(FiringTimes times, String after, int count) {
    return times.next(Instant.parse(after), count).stream().map(Instant::toString).toList();
  }

  @Test
  void firesAtTheLocalTimeOfItsZoneInWinterAndSummer() {
    assertThat(next(HALF_PAST_TWO, "2026-01-10T12:00:00Z", 1))
        .containsExactly("2026-01-11T01:30:00Z");
    assertThat(next(HALF_PAST_TWO, "2026-07-10T12:00:00Z", 1))
        .containsExactly("2026-07-11T00:30:00Z");
  }

  @Test
  void neverFiresAtTheVeryInstantItIsAsked() {
    assertThat(next(HALF_PAST_TWO, "2026-01-11T01:30:00Z", 1))
        .containsExactly("2026-01-12T01:30:00Z");
  }

  @Test
  void aTimeThatTheClockLeavesOutIsTheOneThatItShowsInstead() {
    assertThat(next(HALF_PAST_TWO, "2026-03-28T12:00:00Z", 2))
        .as("29 March has no 02:30: 03:30 of summer time")
        .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    assertThat(next("*/30 * * * *", "2026-03-29T00:45:00Z", 3))
        .as("each instant once, though two times of the clock name it")
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z", "2026-03-29T02:00:00Z");
  }

  @Test
  void aTimeThatTheClockShowsTwiceIsTheFirst() {
    assertThat(next(HALF_PAST_TWO, "2026-10-24T12:00:00Z", 2))
        .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    assertThat(next(HALF_PAST_TWO, "2026-10-25T00:45:00Z", 1))
        .as("asked in the hour that comes again")
        .containsExactly("2026-10-26T01:30:00Z");
  }

  @Test
  void aTimeWithinABlackoutIsLeftOutOrPutOff() {
    String cron = "0 9,20 * * *";
    String workingHours = "MON-FRI 08:00-18:00";
    assertThat(next(times(cron, workingHours, Missed.SKIP), "2026-07-10T00:00:00Z", 4))
        .as("a Friday")
        .containsExactly(
            "2026-07-10T18:00:00Z",
            "2026-07-11T07:00:00Z",
            "2026-07-11T18:00:00Z",
            "2026-07-12T07:00:00Z");
    assertThat(next(times(cron, workingHours, Missed.RUN_ONCE), "2026-07-10T00:00:00Z", 3))
        .containsExactly("2026-07-10T16:00:00Z", "2026-07-10T18:00:00Z", "2026-07-11T07:00:00Z");
  }

  @Test
  void behindALongBlackoutAFrequentScheduleGoesOn() {
    assertThat(
            next(
                times("* * * * *", "2026-02-01/2026-06-30", Missed.SKIP),
                "2026-01-31T22:59:00Z",
                2))
        .as("midnight of the first of July in Berlin")
        .containsExactly("2026-06-30T22:00:00Z", "2026-06-30T22:01:00Z");
  }

  @Test
  void blackoutsThatFollowEachOtherAreOne() {
    FiringTimes times =
        times("0 1 * * *", "22:00-04:00; 04:00-06:00; 2026-12-24/2026-12-26", Missed.RUN_ONCE);
    assertThat(next(times, "2026-12-23T12:00:00Z", 2))
        .containsExactly("2026-12-27T05:00:00Z", "2026-12-28T05:00:00Z");
    assertThat(times.closed(Instant.parse("2026-12-25T12:00:00Z"))).isTrue();
    assertThat(times.opens(Instant.parse("2026-12-29T02:00:00Z")))
        .isEqualTo("2026-12-29T05:00:00Z");
    assertThat(times.closed(Instant.parse("2026-12-29T05:00:00Z"))).isFalse();
  }

  @Test
  void whereBlackoutsLeaveNoTimeThereIsNone() {
    assertThat(next(times(HALF_PAST_TWO, "00:00-24:00", Missed.SKIP), "2026-01-10T12:00:00Z", 1))
        .isEmpty();
    assertThatThrownBy(
            () ->
                next(
                    times(HALF_PAST_TWO, "00:00-24:00", Missed.RUN_ONCE),
                    "2026-01-10T12:00:00Z",
                    1))
        .hasMessageContaining("leave no time");
  }

  @Test
  void blackoutsAreWrittenInOneForm() {
    assertThat(Blackout.parse("mon-wed,sun 22:00-04:00;2026-01-01/2026-01-02; 00:00-24:00"))
        .extracting(Object::toString)
        .containsExactly("MON,TUE,WED,SUN 22:00-04:00", "2026-01-01/2026-01-02", "00:00-24:00");
    for (String wrong :
        List.of("8-18", "XXX 08:00-09:00", "2026-01-02/2026-01-01", "25:00-26:00")) {
      assertThatThrownBy(() -> Blackout.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + wrong + "' must be such as");
    }
  }
}
