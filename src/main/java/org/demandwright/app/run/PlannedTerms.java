package org.demandwright.app.run;

import java.util.Set;
import org.demandwright.core.pipeline.PlanSetting;
import org.demandwright.core.pipeline.PlanTerms;

/**
 * What a run makes its version by.
 *
 * @param plan the plan that the version belongs to
 * @param terms nothing in them is left open
 * @param differs in which of them the run was told otherwise than its plan
 */
public record PlannedTerms(String plan, PlanTerms terms, Set<PlanSetting> differs) {
  public PlannedTerms {
    differs = Set.copyOf(differs);
  }
}
