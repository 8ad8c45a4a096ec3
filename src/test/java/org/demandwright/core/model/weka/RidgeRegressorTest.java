package org.demandwright.core.model.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.demandwright.core.model.regression.NumberText;
import org.demandwright.core.model.regression.Regression;
import org.demandwright.core.model.regression.TrainingSet;
import org.junit.jupiter.api.Test;

class RidgeRegressorTest {

  @Test
  void findsTheLineThatMadeTheRows() {
    TrainingSet rows = Rows.of(500, x -> 2 * x[0] - 3 * x[1] + 5, 1);
    double[] terms = NumberText.parse(new RidgeRegressor(1e-9).fit(rows, 1).orElseThrow().state());
    assertThat(terms).containsExactly(new double[] {2, -3, 0, 5}, within(1e-6));
  }

  @Test
  void theRidgeShrinksByItsShareOfTheVariance() {
    // one feature of variance 1 and ridge r per row: coefficient × 1 ÷ (1 + r)
    TrainingSet rows = Rows.of(20_000, x -> 2 * x[0], 2);
    double[] terms = NumberText.parse(new RidgeRegressor(1).fit(rows, 1).orElseThrow().state());
    assertThat(terms[0]).isCloseTo(1, within(0.02));
  }

  @Test
  void aRowOfWeightZeroTeachesNothing() {
    TrainingSet all = Rows.of(200, x -> x[0], 3);
    double[] target = all.target().clone();
    double[] weight = all.weight().clone();
    for (int r = 0; r < 100; r++) {
      target[r] = 1e6;
      weight[r] = 0;
    }
    TrainingSet rows = new TrainingSet(all.features(), target, weight);
    Regression fit = new RidgeRegressor(1e-9).fit(rows, 1).orElseThrow();
    assertThat(NumberText.parse(fit.state())[0]).isCloseTo(1, within(1e-6));
  }

  @Test
  void aRidgeMustBePositive() {
    assertThatThrownBy(() -> new RidgeRegressor(0)).hasMessageContaining("ridge is 0.0");
  }

  @Test
  void aRestoredEquationIsTheSame() {
    String state = "1.5 -0.25 4.0";
    double y = new RidgeRegressor(1).restore(state).predict(new double[] {2, 4});
    assertThat(y).isEqualTo(6);
    assertThat(new RidgeRegressor(1).restore(state).state()).isEqualTo(state);
  }
}
