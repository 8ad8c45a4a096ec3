package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.Objective;
import org.junit.jupiter.api.Test;

class PlanSettingsTest {
  private static final List<String> OWN = List.of("Naive", "TSB");

  @Test
  void whatIsNotSaidIsSaidByTheOthers() {
    PlanSettings plan = PlanSettings.of("WEEK", "9", "mean", "Naive");
    assertThat(PlanSettings.of("", null, "rmsse", " ").over(plan))
        .isEqualTo(PlanSettings.of("WEEK", "9", "rmsse", "Naive"));
    assertThat(PlanSettings.NONE.over(plan)).isEqualTo(plan);
    assertThat(plan.over(PlanSettings.NONE)).isEqualTo(plan);
  }

  @Test
  void daysNeverBecomeWeeks() {
    PlanSettings days = PlanSettings.of("DAY", "28", "", "");
    assertThat(PlanSettings.of("WEEK", "", "", "").over(days))
        .isEqualTo(PlanSettings.of("WEEK", "", "", ""));
    assertThat(PlanSettings.of("DAY", "", "", "").over(days)).isEqualTo(days);
    assertThat(PlanSettings.of("WEEK", "", "", "").over(PlanSettings.of("", "8", "", "")))
        .as("8 periods, whichever they are")
        .isEqualTo(PlanSettings.of("WEEK", "8", "", ""));
  }

  @Test
  void termsLeaveNothingOpen() {
    assertThat(PlanTerms.of(PlanSettings.NONE, Bucket.MONTH, OWN))
        .isEqualTo(new PlanTerms(Bucket.MONTH, 6, Objective.RMSSE, OWN));
    assertThat(PlanTerms.of(PlanSettings.of("WEEK", "", "mean", "Theta"), Bucket.DAY, OWN))
        .isEqualTo(new PlanTerms(Bucket.WEEK, 13, Objective.MEAN, List.of("Theta")));
  }

  @Test
  void termsBecomeSettingsAsFarAsAskedForAndAHorizonBringsItsBucket() {
    PlanTerms terms = new PlanTerms(Bucket.WEEK, 4, Objective.RMSSE, OWN);
    assertThat(terms.settings(Set.of(PlanSetting.HORIZON)))
        .isEqualTo(
            new PlanSettings(
                Optional.of(Bucket.WEEK), Optional.of(4), Optional.empty(), List.of()));
    assertThat(terms.settings(Set.of(PlanSetting.MODELS)))
        .isEqualTo(PlanSettings.of("", "", "", "Naive,TSB"));
    assertThat(terms.settings(Set.of())).isEqualTo(PlanSettings.NONE);
  }

  @Test
  void differencesAreNamed() {
    PlanTerms terms = new PlanTerms(Bucket.WEEK, 4, Objective.RMSSE, OWN);
    assertThat(terms.differences(terms)).isEmpty();
    assertThat(terms.differences(new PlanTerms(Bucket.DAY, 28, Objective.MEAN, List.of("Naive"))))
        .isEqualTo(EnumSet.allOf(PlanSetting.class));
  }

  @Test
  void aHorizonIsAtLeastOnePeriod() {
    assertThatThrownBy(() -> PlanSettings.of("", "0", "", ""))
        .hasMessageContaining("at least 1 period");
  }
}
