package org.demandwright.app.run;

import org.demandwright.app.settings.Settings;
import org.demandwright.store.run.PlanStore;

/**
 * By what a plan's versions are made anew and held back, with nothing left open.
 *
 * @param contestEveryDays days of demand from one contest of all models to the next; 0 = always
 * @param staleDays a version is held back when the last demand lies more days before its as-of day
 * @param volumeJumpPercent it is held back when its volume a day differs by more
 */
public record PlanRules(int contestEveryDays, int staleDays, int volumeJumpPercent) {

  static PlanRules of(PlanStore.Rules own, Settings settings) {
    return new PlanRules(
        own.contestEveryDays().orElse(settings.forecast().contestEveryDays()),
        own.staleDays().orElse(settings.publication().staleDays()),
        own.volumeJumpPercent().orElse(settings.publication().volumeJumpPercent()));
  }
}
