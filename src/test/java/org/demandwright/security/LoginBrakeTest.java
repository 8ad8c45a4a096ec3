package org.demandwright.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginBrakeTest {
  private final TestClock clock = new TestClock();
  private final LoginBrake brake = new LoginBrake(clock, LoginBrake.OF_NAME);

  @Test
  void five_failures_cost_nothing_the_next_ones_time() {
    fail(5);
    assertThat(brake.shutFor("eve")).isEqualTo(Duration.ofSeconds(1));
    assertThat(brake.admits("eve")).isFalse();
    clock.pass(Duration.ofSeconds(1));
    assertThat(brake.admits("eve")).isTrue();
    assertThat(brake.shutFor("eve")).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void the_wait_ends_at_five_minutes() {
    for (int i = 0; i < 40; i++) {
      clock.pass(LoginBrake.LONGEST);
      assertThat(brake.admits("eve")).isTrue();
    }
    assertThat(brake.shutFor("eve")).isEqualTo(LoginBrake.LONGEST);
  }

  @Test
  void a_success_forgets_and_other_names_are_not_touched() {
    fail(5);
    assertThat(brake.admits("ada")).isTrue();
    brake.forget("eve");
    assertThat(brake.admits("eve")).isTrue();
    assertThat(brake.shutFor("eve")).isZero();
  }

  @Test
  void an_hour_of_silence_forgets() {
    fail(5);
    clock.pass(LoginBrake.FORGET.plusSeconds(2));
    fail(4);
    assertThat(brake.shutFor("eve")).isZero();
  }

  @Test
  void what_is_taken_back_was_no_failure_and_the_others_stay() {
    for (int i = 0; i < 40; i++) {
      assertThat(brake.admits("office")).isTrue();
      brake.takeBack("office");
    }
    fail(4);
    assertThat(brake.admits("eve")).isTrue();
    brake.takeBack("eve");
    assertThat(brake.shutFor("eve")).isZero();
    fail(1);
    assertThat(brake.shutFor("eve")).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void memory_is_bounded_by_the_keys_that_tried_last() {
    fail(5);
    for (int i = 0; i < 10_000; i++) {
      brake.admits("name" + i);
    }
    assertThat(brake.shutFor("eve")).isZero();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(brake.admits("eve")).as("attempt %d", i).isTrue();
    }
  }
}
