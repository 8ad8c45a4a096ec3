package org.demandwright.core.model.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.demandwright.core.model.regression.Regression;
import org.demandwright.core.model.regression.TrainingSet;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.core.Instances;

class PerceptronRegressorTest {

  @Test
  void ourForwardPassIsWekasToTheLastBit() throws Exception {
    TrainingSet rows = Rows.of(200, x -> Math.tanh(x[0]) + x[1] * x[2], 3);
    Instances data = WekaDataset.of(rows);
    MultilayerPerceptron weka = new MultilayerPerceptron();
    weka.setHiddenLayers("5");
    weka.setTrainingTime(10);
    weka.setNormalizeAttributes(false);
    weka.setNormalizeNumericClass(false);
    weka.buildClassifier(data);
    Perceptron ours = WekaWeights.read(weka, rows.features().names(), 5);
    for (int r = 0; r < rows.rows(); r++) {
      assertThat(ours.predict(rows.features().row(r)))
          .isEqualTo(weka.classifyInstance(data.instance(r)));
    }
  }

  @Test
  void learnsWhatALineCannot() {
    TrainingSet rows = Rows.of(2_000, x -> Math.abs(x[0]), 4);
    Regression line = new RidgeRegressor(0.01).fit(rows, 1).orElseThrow();
    Regression network =
        new PerceptronRegressor(PerceptronRegressor.Options.pooled()).fit(rows, 1).orElseThrow();
    assertThat(Rows.error(network, rows)).isLessThan(Rows.error(line, rows) / 2);
  }

  @Test
  void theSeedDecidesTheNetwork() {
    TrainingSet rows = Rows.of(100, x -> x[0], 5);
    PerceptronRegressor regressor = new PerceptronRegressor(PerceptronRegressor.Options.single());
    String one = regressor.fit(rows, 1).orElseThrow().state();
    assertThat(regressor.fit(rows, 1).orElseThrow().state()).isEqualTo(one);
    assertThat(regressor.fit(rows, 2).orElseThrow().state()).isNotEqualTo(one);
  }

  @Test
  void aStateReadsBackToTheSameBits() {
    TrainingSet rows = Rows.of(100, x -> x[0], 6);
    PerceptronRegressor regressor = new PerceptronRegressor(PerceptronRegressor.Options.single());
    Regression fit = regressor.fit(rows, 1).orElseThrow();
    Regression restored = regressor.restore(fit.state());
    assertThat(restored.state()).isEqualTo(fit.state());
    double[] row = {0.3, -1, 2};
    assertThat(restored.predict(row)).isEqualTo(fit.predict(row));
  }

  @Test
  void aStateOfAnotherShapeIsRefused() {
    PerceptronRegressor regressor = new PerceptronRegressor(PerceptronRegressor.Options.single());
    assertThatThrownBy(() -> regressor.restore("3 4 2 0 1"))
        .hasMessageContaining("has 53 numbers, not 5");
  }

  @Test
  void drawsAreInProportionToTheWeights() {
    TrainingSet even = Rows.of(3, x -> x[0], 8);
    TrainingSet rows = new TrainingSet(even.features(), even.target(), new double[] {0, 1, 3});
    int[] count = new int[3];
    for (int row : rows.draw(40_000, 9)) {
      count[row]++;
    }
    assertThat(count[0]).isZero();
    assertThat(count[2] / (double) count[1]).isCloseTo(3, within(0.1));
  }
}
