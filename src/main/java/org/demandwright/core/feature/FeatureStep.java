package org.demandwright.core.feature;

import java.util.List;

/**
 * A group of features that describe the demand before an origin.
 *
 * <p>A step is fed one period after the other and asked for its features in between: what it has
 * not been fed it cannot see. Steps are stateless; the state of one series is a {@link Running}.
 */
public interface FeatureStep {

  /** Returns the names of the features in the order in which they are written. */
  List<String> names();

  /**
   * Returns under which of the drivers an explanation counts a feature; its own name by default.
   */
  default String driverOf(String feature) {
    return feature;
  }

  /** Begins the pass over one series. */
  Running begin();

  /** The state of one step in the pass over one series. */
  interface Running {

    /** Sees the next period: base units, or NaN where it was not observed. */
    default void see(double units) {}

    /**
     * Writes the features at the present origin.
     *
     * @param past what all steps have seen; its level is above 0
     * @param row receives the features
     * @param at index of the first one
     */
    void write(RunningDemand past, double[] row, int at);
  }
}
