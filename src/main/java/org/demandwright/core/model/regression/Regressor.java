package org.demandwright.core.model.regression;

import org.demandwright.core.Outcome;

/**
 * A learner that predicts one number from a row of features. It knows nothing of time or series.
 * Implementations are stateless, deterministic and safe for several threads.
 */
public interface Regressor {

  /**
   * Learns from weighted rows.
   *
   * @param seed of everything random
   * @return what was learned, or the reason why the rows teach nothing
   */
  Outcome<Regression> fit(TrainingSet rows, long seed);

  /**
   * Restores what {@link Regression#state()} gave.
   *
   * @throws IllegalArgumentException if the text is not such a state, or one of another version
   */
  Regression restore(String state);
}
