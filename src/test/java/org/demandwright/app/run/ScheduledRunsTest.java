package org.demandwright.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ScheduledRunsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void firesAtTheLocalTimeOfItsZoneInWinterAndSummer() {
    assertThat(ScheduledRuns.next("30 2 * * *", BERLIN, Instant.parse("2026-01-10T12:00:00Z")))
        .isEqualTo("2026-01-11T01:30:00Z");
    assertThat(ScheduledRuns.next("30 2 * * *", BERLIN, Instant.parse("2026-07-10T12:00:00Z")))
        .isEqualTo("2026-07-11T00:30:00Z");
  }

  @Test
  void neverFiresAtTheVeryInstantItIsAsked() {
    Instant due = Instant.parse("2026-01-11T01:30:00Z");
    assertThat(ScheduledRuns.next("30 2 * * *", BERLIN, due)).isAfter(due);
  }

  @Test
  void saysHowAnExpressionIsWritten() {
    assertThatThrownBy(() -> ScheduledRuns.next("nightly", BERLIN, Instant.EPOCH))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("minute hour day month weekday");
  }
}
