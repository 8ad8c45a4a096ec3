package org.demandwright.app.run;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.security.Roles;
import org.demandwright.store.run.PlanStore;

/**
 * A plan: what its versions are made by, what holds them back and who reads them.
 *
 * @param stored what was made its own, which wins over the configuration
 * @param configured what the configuration says ({@code dw.forecast.*})
 * @param rules those in force
 */
public record PlanRecord(PlanStore.Plan stored, PlanSettings configured, PlanRules rules) {

  public String name() {
    return stored.name();
  }

  public PlanSettings own() {
    return stored.settings();
  }

  /** Returns its own and the configuration's; what is left open is the source's or the engine's. */
  public PlanSettings inForce() {
    return own().over(configured);
  }

  /** Returns whether the configuration says something that does not count. */
  public boolean overruled() {
    return !configured.over(inForce()).equals(inForce());
  }

  /** Returns the version whose settings became its own, empty where a person entered them. */
  public Optional<Long> takenFrom() {
    return stored.takenFrom();
  }

  public Optional<Instant> settledAt() {
    return stored.settled().map(PlanStore.Act::at);
  }

  public Optional<String> settledBy() {
    return stored.settled().map(PlanStore.Act::by);
  }

  /** Returns whether nothing is made for it any more. */
  public boolean retired() {
    return stored.retired().isPresent();
  }

  /** Returns the roles that may read it beside administrators; empty = all that read forecasts. */
  public Set<String> readers() {
    return stored.own().readers();
  }

  /** Returns whether somebody with these roles may read it. */
  public boolean isReadBy(Set<String> roles) {
    return readers().isEmpty()
        || roles.contains(Roles.ADMIN)
        || readers().stream().anyMatch(roles::contains);
  }
}
