package org.demandwright.core.model.weka;

import java.util.Arrays;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.model.regression.NumberText;
import org.demandwright.core.model.regression.Regression;
import org.demandwright.core.model.regression.Regressor;
import org.demandwright.core.model.regression.TrainingSet;
import weka.classifiers.functions.LinearRegression;
import weka.core.Instances;
import weka.core.SelectedTag;

/**
 * Weighted ridge regression by Weka's {@link LinearRegression}, without selection of attributes.
 *
 * <p>Weka standardises the features, so the ridge means the same for all of them: it is {@code
 * ridge} × number of rows on features of variance 1 (Hoerl &amp; Kennard 1970). A feature that
 * never changes has coefficient 0.
 *
 * @param ridge the penalty per row, above 0
 */
public record RidgeRegressor(double ridge) implements Regressor {
  private static final String WEKA = "Weka's LinearRegression";

  public RidgeRegressor {
    if (!(ridge > 0)) {
      throw new IllegalArgumentException("ridge is " + ridge + "; it must be above 0");
    }
  }

  @Override
  public Outcome<Regression> fit(TrainingSet rows, long seed) {
    return coefficients(WekaDataset.of(rows)).map(LinearEquation::new);
  }

  /** Returns the coefficient of each feature and, last, the intercept. */
  Outcome<double[]> coefficients(Instances data) {
    double[] state;
    try {
      state = solve(data);
    } catch (Exception e) { // Weka declares no narrower one
      return Outcome.failed(
          Failure.Reason.NUMERICAL, Words.of("failure.weka", WEKA, data.numInstances(), e));
    }
    return Arrays.stream(state).allMatch(Double::isFinite)
        ? Outcome.ok(state)
        : Outcome.failed(
            Failure.Reason.NUMERICAL,
            Words.of("failure.not-finite.coefficient", WEKA, data.numInstances()));
  }

  private double[] solve(Instances data) throws Exception {
    LinearRegression weka = new LinearRegression();
    weka.setAttributeSelectionMethod(
        new SelectedTag(LinearRegression.SELECTION_NONE, LinearRegression.TAGS_SELECTION));
    weka.setEliminateColinearAttributes(false);
    weka.setRidge(ridge * data.numInstances());
    weka.setMinimal(true);
    weka.buildClassifier(data);
    double[] all = weka.coefficients();
    // Weka keeps a place, always 0, for the class, which is our last attribute.
    double[] state = new double[all.length - 1];
    System.arraycopy(all, 0, state, 0, all.length - 2);
    state[state.length - 1] = all[all.length - 1];
    return state;
  }

  @Override
  public Regression restore(String state) {
    return new LinearEquation(NumberText.parse(state));
  }
}
