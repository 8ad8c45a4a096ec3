package org.demandwright.app.run;

import java.time.Instant;
import java.util.Optional;
import org.demandwright.core.pipeline.PlanSettings;

/**
 * A plan: what the versions of its nights are made by.
 *
 * @param own settings of its own, which win over the configuration
 * @param configured what the configuration says ({@code dw.forecast.*})
 * @param inForce both together; what is left open is the source's or the engine's choice
 * @param takenFrom the version whose settings became its own, empty where a person entered them
 * @param settledAt when its own settings were last settled
 * @param settledBy by whom
 */
public record PlanRecord(
    String name,
    PlanSettings own,
    PlanSettings configured,
    PlanSettings inForce,
    Optional<Long> takenFrom,
    Optional<Instant> settledAt,
    Optional<String> settledBy) {

  /** Returns whether the configuration says something that does not count. */
  public boolean overruled() {
    return !configured.over(inForce).equals(inForce);
  }
}
