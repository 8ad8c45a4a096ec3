package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EffectLikelihoodTest {

  @Test
  void oneMarkedPeriodOfTwoSharesTheTotal() {
    // usual 1 and 1, β = 0: the marked period is expected to sell half of 10 and sold 8
    EffectLikelihood sums = new EffectLikelihood(new double[] {0});
    sums.add(new EffectWindow(new double[] {8}, 10, new double[][] {{1}}, new double[] {1}, 1, 1));
    assertThat(sums.gradient()).containsExactly(new double[] {3}, within(1e-12));
    // Y p (1 − p) = 10 ÷ 4
    assertThat(sums.information()[0]).containsExactly(new double[] {2.5}, within(1e-12));
  }

  @Test
  void theInformationIsSymmetricToTheBit() {
    Random random = new Random(8);
    EffectLikelihood sums = new EffectLikelihood(new double[] {0.3, -0.2, 0.1, 0.7});
    for (int w = 0; w < 200; w++) {
      double[][] x = new double[5][4];
      for (double[] row : x) {
        Arrays.setAll(row, c -> random.nextGaussian());
      }
      double[] units = random.doubles(5, 0, 20).toArray();
      double[] usual = random.doubles(5, 0.5, 1.5).toArray();
      sums.add(new EffectWindow(units, 3 + Arrays.stream(units).sum(), x, usual, 4.1, 0.7));
    }
    double[][] information = sums.information();
    for (int c = 0; c < 4; c++) {
      for (int d = 0; d < 4; d++) {
        assertThat(information[c][d]).isEqualTo(information[d][c]);
      }
    }
  }
}
