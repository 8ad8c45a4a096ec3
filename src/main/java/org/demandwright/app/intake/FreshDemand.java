package org.demandwright.app.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.demandwright.app.Clock;
import org.demandwright.app.run.JobRuns;
import org.demandwright.store.intake.IntakeRunStore;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStore;

/** Says whether the ERP has to be read again before something is forecast from its demand. */
@ApplicationScoped
public class FreshDemand {
  /** The step with which an import ends. */
  private static final String LAST_STEP = "sum-sales";

  private final IntakeRunStore imports;
  private final RunDetailStore steps;
  private final RunStore runs;
  private final Clock clock;

  @Inject
  FreshDemand(IntakeRunStore imports, RunDetailStore steps, RunStore runs, Clock clock) {
    this.imports = imports;
    this.steps = steps;
    this.runs = runs;
    this.clock = clock;
  }

  FreshDemand() {
    this(null, null, null, null);
  }

  /**
   * Returns whether the last run that read the ERP began at most so long ago and read all to the
   * end. One that broke off leaves demand half read: it is not fresh, however young.
   */
  public boolean within(Duration age) {
    return imports
        .last()
        .filter(last -> !last.knownAt().isBefore(clock.now().minus(age)))
        .filter(last -> steps.completed(List.of(last.instanceId()), LAST_STEP).size() == 1)
        .filter(last -> !replayedOnly(last.instanceId()))
        .isPresent();
  }

  /** A run that only judged again what was there read nothing new. */
  private boolean replayedOnly(long instanceId) {
    return runs.newestOf(instanceId)
        .map(run -> JobRuns.parameters(run.parameters()).get("replayOnly"))
        .filter("true"::equals)
        .isPresent();
  }
}
