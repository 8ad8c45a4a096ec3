package org.demandwright.core.model;

import java.util.List;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;

/**
 * A global method: one model trained over all series, from which short and new series profit too.
 */
public interface GlobalModel {

  /** Returns the identity under which forecasts name their method. */
  String id();

  /**
   * Trains on all series as they were known at one origin.
   *
   * @param panel the histories, all ending at the same origin; the result does not depend on their
   *     order
   * @param horizon number of steps that will be forecast
   * @return what was learned, or the reason why this panel teaches nothing
   */
  Outcome<GlobalFit> train(ModelSpec spec, List<History> panel, int horizon);

  /** Restores what {@link GlobalFit#state()} wrote; throws if it is of another version. */
  GlobalFit restore(ModelSpec spec, String state);
}
