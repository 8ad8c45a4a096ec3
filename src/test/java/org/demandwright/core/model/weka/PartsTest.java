package org.demandwright.core.model.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.demandwright.core.model.regression.FeatureGroups;
import org.demandwright.core.model.regression.Regression;
import org.demandwright.core.model.regression.TrainingSet;
import org.junit.jupiter.api.Test;

/** What the features of a row make of a prediction. */
class PartsTest {
  private static final FeatureGroups GROUPS = FeatureGroups.of(List.of("ab", "ab", "c"));
  private static final double[] USUAL = {0.1, -0.1, 0.3};
  private static final double[] ROW = {1, 2, -1};

  /** The same line, but without its own knowledge of what a sum comes to. */
  private record Opaque(Regression line) implements Regression {
    @Override
    public double predict(double[] features) {
      return line.predict(features);
    }

    @Override
    public String state() {
      return line.state();
    }
  }

  @Test
  void aLineGivesEachGroupItsCoefficientsTimesItsDistanceFromTheUsual() {
    Regression line = new LinearEquation(new double[] {2, 3, -4, 100});
    assertThat(line.parts(GROUPS, ROW, USUAL, 1))
        .containsExactly(new double[] {2 * 0.9 + 3 * 2.1, -4 * -1.3}, offset(1e-12));
  }

  @Test
  void thatIsWhatShapleyValuesOfTheLineAre() {
    Regression line = new LinearEquation(new double[] {2, 3, -4, 100});
    assertThat(new Opaque(line).parts(GROUPS, ROW, USUAL, 1))
        .containsExactly(line.parts(GROUPS, ROW, USUAL, 1), offset(1e-9));
  }

  @Test
  void theNetworksPartsSumToWhatItSaysMoreThanUsual() {
    TrainingSet rows = Rows.of(500, x -> Math.abs(x[0]) + x[1] * x[2], 4);
    Regression network =
        new PerceptronRegressor(PerceptronRegressor.Options.single()).fit(rows, 1).orElseThrow();
    for (int r = 0; r < 50; r++) {
      double[] row = rows.features().row(r);
      double[] parts = network.parts(GROUPS, row, USUAL, r);
      assertThat(Arrays.stream(parts).sum())
          .isCloseTo(network.predict(row) - network.predict(USUAL), within(1e-12));
      assertThat(network.parts(GROUPS, row, USUAL, r)).isEqualTo(parts);
    }
  }
}
