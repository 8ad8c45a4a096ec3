package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.core.evaluate.TestTrials.flat;
import static org.demandwright.core.evaluate.TestTrials.simple;

import java.util.List;
import org.demandwright.core.demand.DemandPattern;
import org.junit.jupiter.api.Test;

class ClassExperienceTest {

  @Test
  void knowsByHowMuchAModelBeatsTheFlatGuess() {
    Contestant good = simple("Good", 10, 3);
    Contestant flat = flat(13, 3);
    double advantage = prior(DemandPattern.SMOOTH, 300, good, flat);
    assertThat(advantage).isCloseTo(Math.log(good.loss() / flat.loss()), within(1e-3));
  }

  @Test
  void forecastingNothingGetsNoCreditOnSparseDemand() {
    Contestant nothing = simple("Nothing", 0, 3);
    Contestant flat = flat(60, 3);
    assertThat(prior(DemandPattern.LUMPY, 300, nothing, flat)).isEqualTo(ClassExperience.NO_CREDIT);
    assertThat(prior(DemandPattern.ERRATIC, 300, nothing, flat)).isNegative();
  }

  @Test
  void aModelIsNotBlamedForARiseThatNobodyForesaw() {
    Contestant low = simple("Low", 4, 3);
    assertThat(prior(DemandPattern.LUMPY, 300, low, flat(4.5, 3)))
        .isLessThan(ClassExperience.NO_CREDIT);
  }

  @Test
  void aClassOfFewTestsBorrowsFromThePanel() {
    ClassExperience experience = new ClassExperience();
    Contestant flat = flat(13, 3);
    for (int i = 0; i < 300; i++) {
      experience.add(DemandPattern.SMOOTH, List.of(simple("Model", 10, 3)), flat);
    }
    experience.add(DemandPattern.LUMPY, List.of(simple("Model", 20, 3)), flat);
    assertThat(experience.prior().advantage(DemandPattern.LUMPY, "Model").orElseThrow())
        .isNegative();
  }

  private static double prior(
      DemandPattern pattern, int series, Contestant contestant, Contestant flat) {
    ClassExperience experience = new ClassExperience();
    for (int i = 0; i < series; i++) {
      experience.add(pattern, List.of(contestant), flat);
    }
    return experience.prior().advantage(pattern, contestant.modelId()).orElseThrow();
  }
}
