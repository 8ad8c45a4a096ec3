package org.demandwright.batch.forecast;

import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Says at the end of a step how the job goes on: with a step's exit status {@value #KEPT} by what
 * an earlier contest chose, else by a contest.
 */
@Named
@Dependent
public class TrainingWay extends AbstractStepListener {
  static final String KEPT = "KEPT";

  private final VersionAtWork work;
  private final StepContext step;

  @Inject
  TrainingWay(VersionAtWork work, StepContext step) {
    this.work = work;
    this.step = step;
  }

  @Override
  public void afterStep() {
    if (step.getException() == null && work.version().lineage().training().keeps()) {
      step.setExitStatus(KEPT);
    }
  }
}
