package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelStandingTest {
  private static Score score(String model, double rmsse, double absolute, double error) {
    return new Score(model, rmsse, rmsse / 2, absolute, absolute, error, 10);
  }

  private static ModelStanding against(double rmsse, double naive) {
    return ModelStanding.of(
        score("Theta", rmsse, 4, -2), true, Verdict.ML_PAYS, score("SeasonalNaive", naive, 5, 0));
  }

  @Test
  void sharesAreOfSums() {
    ModelStanding both =
        against(0.5, 1)
            .plus(
                ModelStanding.of(score("Theta", 1.5, 8, 6), false, Verdict.DO_NOT_FORECAST, null));
    assertThat(both.series()).isEqualTo(2);
    assertThat(both.chosen()).isEqualTo(1);
    assertThat(both.mlPays()).isEqualTo(1);
    assertThat(both.doNotForecast()).isEqualTo(1);
    assertThat(both.meanRmsse().orElseThrow()).isEqualTo(1);
    assertThat(both.meanMase().orElseThrow()).isEqualTo(0.5);
    assertThat(both.wape().orElseThrow()).isEqualTo(12.0 / 20);
    assertThat(both.bias().orElseThrow()).isEqualTo(4.0 / 20);
    assertThat(both.winRate().orElseThrow()).as("of the one that can be compared").isEqualTo(1);
  }

  @Test
  void aTieIsHalfAWin() {
    ModelStanding three = against(0.5, 1).plus(against(1, 1)).plus(against(2, 1));
    assertThat(three.winRate().orElseThrow()).isEqualTo(0.5);
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    ModelStanding unknown = against(Double.NaN, 1).plus(against(0.25, Double.NaN));
    assertThat(unknown.scaled()).isEqualTo(1);
    assertThat(unknown.compared()).isZero();
    assertThat(unknown.winRate()).isEmpty();
    assertThat(unknown.meanRmsse().orElseThrow()).isEqualTo(0.25);
    assertThat(ModelStanding.NONE.wape()).isEmpty();
  }

  @Test
  void theOrderOfTheSeriesIsNoMatter() {
    Random random = new Random(7);
    List<ModelStanding> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      all.add(
          ModelStanding.of(
              score("Theta", random.nextDouble(), 1e6 * random.nextDouble(), random.nextGaussian()),
              true,
              Verdict.ML_PAYS,
              score("SeasonalNaive", random.nextDouble(), 1, 1)));
    }
    ModelStanding sum = all.stream().reduce(ModelStanding.NONE, ModelStanding::plus);
    Collections.shuffle(all, random);
    assertThat(all.stream().reduce(ModelStanding.NONE, ModelStanding::plus)).isEqualTo(sum);
    assertThat(sum.meanRmsse().orElseThrow()).isCloseTo(0.5, within(0.05));
  }
}
