package org.demandwright.core.model;

import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;

/**
 * A local method: it learns one series from the history of that series alone. Implementations are
 * stateless and safe for use by several threads.
 */
public interface ForecastModel {

  /** Returns the identity under which forecasts name their method, such as {@code Theta}. */
  String id();

  /** Returns what the model needs and can do. */
  Capabilities capabilities();

  /**
   * Fits the model to the history.
   *
   * @return the fitted model, or the reason why the history does not allow one; never a different
   *     method in its place
   */
  Outcome<FittedModel> fit(ModelSpec spec, History history);
}
