package org.demandwright.app.forecast;

import java.time.Instant;
import java.util.Optional;

/** What people put over forecasts. What makes it final is a later word, found by CDI. */
public interface FinalFigures {

  /**
   * Computes what is final in the version that readers of a plan see. To be called in the
   * transaction that shows it, or that changes what lies over it, while the plan is held.
   *
   * @param before the version that they saw before, empty where there was none
   * @param now from when on it is so
   */
  void settle(String plan, Optional<Long> before, Instant now);
}
