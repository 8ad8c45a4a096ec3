package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchRampTest {
  private static final LocalDate THEN = LocalDate.of(2025, 1, 6);
  private static final LocalDate LAUNCH = LocalDate.of(2026, 3, 2);

  /** 7 a week in the first week, 14 in the second, then 28. */
  private static List<DayTotal> launched() {
    List<DayTotal> days = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      int units = day < 7 ? 1 : day < 14 ? 2 : 4;
      days.add(DayTotal.of(THEN.plusDays(day), BigDecimal.valueOf(units)));
    }
    return days;
  }

  @Test
  void it_goes_as_the_other_item_did() {
    LaunchRamp ramp =
        LaunchRamp.like(launched(), THEN.minusDays(100), THEN.plusDays(60), LAUNCH, 3)
            .orElseThrow();
    assertThat(ramp.shares()).containsExactly(0.25, 0.5, 1.0);
    assertThat(ramp.share(LAUNCH.minusDays(1))).isZero();
    assertThat(ramp.share(LAUNCH)).isEqualTo(0.25);
    assertThat(ramp.share(LAUNCH.plusDays(7))).isEqualTo(0.5);
    assertThat(ramp.share(LAUNCH.plusDays(21))).isEqualTo(1);
  }

  @Test
  void a_launch_before_the_data_or_too_short_ago_was_not_seen() {
    assertThat(LaunchRamp.like(launched(), THEN.minusDays(27), THEN.plusDays(60), LAUNCH, 3))
        .isEmpty();
    assertThat(LaunchRamp.like(launched(), THEN.minusDays(28), THEN.plusDays(41), LAUNCH, 3))
        .isEmpty();
    assertThat(LaunchRamp.like(launched(), THEN.minusDays(28), THEN.plusDays(42), LAUNCH, 3))
        .isPresent();
    assertThat(LaunchRamp.like(List.of(), THEN, LAUNCH, LAUNCH, 3)).isEmpty();
  }

  @Test
  void even_steps_and_none() {
    assertThat(LaunchRamp.linear(LAUNCH, 3).shares()).containsExactly(0.25, 0.5, 0.75);
    assertThat(LaunchRamp.linear(LAUNCH, 19).share(LAUNCH)).isCloseTo(0.1, within(1e-12));
    assertThat(LaunchRamp.none(LAUNCH).share(LAUNCH.minusDays(1))).isZero();
    assertThat(LaunchRamp.none(LAUNCH).share(LAUNCH)).isEqualTo(1);
  }
}
