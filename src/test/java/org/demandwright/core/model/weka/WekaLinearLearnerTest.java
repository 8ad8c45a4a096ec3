package org.demandwright.core.model.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.demandwright.core.model.LinearLearner;
import org.junit.jupiter.api.Test;

class WekaLinearLearnerTest {
  private static final List<String> NAMES = List.of("x1", "x2", "constant");

  @Test
  void isTheOneThatIsInstalled() {
    assertThat(LinearLearner.load()).isInstanceOf(WekaLinearLearner.class);
  }

  @Test
  void recoversAPlaneWhereThePenaltyIsTiny() {
    assertThat(learned(1e-9)).containsExactly(new double[] {2, -1, 0, 3}, within(1e-6));
  }

  @Test
  void aColumnThatNeverChangesHasTheCoefficientZero() {
    assertThat(learned(1e-9)[2]).isZero();
    assertThat(learned(1)[2]).isZero();
  }

  /** On features of deviation 1 that are not correlated, a ridge of 1 per row halves w. */
  @Test
  void aPenaltyAsGreatAsTheDataHalvesTheCoefficients() {
    double[][] rows = {{1, 1, 0}, {1, -1, 0}, {-1, 1, 0}, {-1, -1, 0}};
    double[] target = {4, 6, 0, 2};
    double[] plane = new WekaLinearLearner().learn(NAMES, rows, target, 1).orElseThrow();
    assertThat(plane[0] / -plane[1]).isCloseTo(2, within(1e-9));
    assertThat(plane[0]).isBetween(0.8, 1.3);
    assertThat(plane[3]).isCloseTo(3, within(1e-9));
  }

  private static double[] learned(double ridge) {
    Random random = new Random(1);
    double[][] rows = new double[200][];
    double[] target = new double[200];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = new double[] {random.nextGaussian(), random.nextGaussian(), 0};
      target[r] = 3 + 2 * rows[r][0] - rows[r][1];
    }
    return new WekaLinearLearner().learn(NAMES, rows, target, ridge).orElseThrow();
  }
}
