package org.demandwright.core.model;

import org.demandwright.core.Outcome;

/**
 * A global method: one model trained over all series, from which short and new series profit too.
 */
public interface GlobalModel {

  /** Returns the identity under which forecasts name their method. */
  String id();

  /**
   * Trains on all series as they were known at one origin.
   *
   * @param panel the histories; models share what they derive alike from it, but the result is a
   *     function of the spec, the histories and the horizon alone
   * @param horizon number of steps that will be forecast
   * @return what was learned, or the reason why this panel teaches nothing
   */
  Outcome<GlobalFit> train(ModelSpec spec, TrainingPanel panel, int horizon);

  /** Restores what {@link GlobalFit#state()} wrote; throws if it is of another version. */
  GlobalFit restore(ModelSpec spec, String state);
}
