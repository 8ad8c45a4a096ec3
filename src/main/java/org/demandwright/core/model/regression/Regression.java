package org.demandwright.core.model.regression;

/** What a {@link Regressor} has learned: numbers of our own, immutable and safe for threads. */
public interface Regression {

  /** Predicts the target of a row with the same features as the training rows. */
  double predict(double[] features);

  /** Returns all that was learned as numbers, from which {@link Regressor#restore} rebuilds it. */
  double[] state();
}
