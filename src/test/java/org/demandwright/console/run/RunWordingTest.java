package org.demandwright.console.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.demandwright.app.run.JobRun;
import org.demandwright.console.frame.Wording;
import org.demandwright.store.run.RunStatus;
import org.junit.jupiter.api.Test;

class RunWordingTest {
  private final RunWording wording = new RunWording(new Wording());

  @Test
  void parameters_stand_in_the_order_of_their_names() {
    assertThat(wording.parameters(Map.of("horizon", "13", "bucket", "WEEK")))
        .isEqualTo("bucket = WEEK, horizon = 13");
    assertThat(wording.parameters(Map.of())).isEqualTo("all defaults");
  }

  @Test
  void progress_says_items_rate_and_time_left() {
    JobRun.Step step = step(RunStatus.STARTED, 1200, 4800, 85.2, Optional.of(42L));
    assertThat(wording.progress(step))
        .isEqualTo("1,200 of 4,800 series · 85 per second · 42 s left");
    assertThat(wording.share(step)).isEqualTo(25);
  }

  @Test
  void a_step_of_unknown_size_is_full_only_when_it_has_ended() {
    assertThat(wording.share(step(RunStatus.STARTED, 7, 0, 0, Optional.empty()))).isZero();
    assertThat(wording.share(step(RunStatus.COMPLETED, 7, 0, 0, Optional.empty()))).isEqualTo(100);
    assertThat(wording.progress(step(RunStatus.STARTED, 7, 0, 0, Optional.empty())))
        .isEqualTo("7 series");
  }

  @Test
  void a_step_that_counts_nothing_says_nothing() {
    JobRun.Step check =
        new JobRun.Step(
            "check-source",
            RunStatus.COMPLETED,
            0,
            0,
            "",
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(wording.progress(check)).isEmpty();
  }

  private static JobRun.Step step(
      RunStatus status, long done, long total, double rate, Optional<Long> left) {
    return new JobRun.Step(
        "contest", status, done, total, "series", rate, left, Optional.empty(), Optional.empty());
  }
}
