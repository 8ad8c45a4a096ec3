package org.demandwright.core.model.weka;

import org.demandwright.core.model.regression.RecursiveForecaster;

/**
 * A multilayer perceptron of one series on its own past; see {@link RecursiveForecaster}.
 *
 * <p>It costs about a second on three years of days, and a network per series is known to forecast
 * worse than simple methods (Makridakis, Spiliotis &amp; Assimakopoulos 2020), so it takes part
 * only when asked for.
 */
public final class WekaPerceptron extends RecursiveForecaster {

  /** Called by {@link java.util.ServiceLoader}. */
  public WekaPerceptron() {
    super("WekaPerceptron", new PerceptronRegressor(PerceptronRegressor.Options.single()));
  }
}
