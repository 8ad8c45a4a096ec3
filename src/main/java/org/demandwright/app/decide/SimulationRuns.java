package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.demandwright.app.Clock;
import org.demandwright.app.run.SideLauncher;
import org.demandwright.app.run.SideRuns;
import org.demandwright.core.Words;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStore;

/** Starts the jobs that work on simulations. */
@ApplicationScoped
public class SimulationRuns {
  /** The job. */
  public static final String JOB = "simulate";

  private final SideRuns<SimulationStore.Simulation> runs;

  @Inject
  SimulationRuns(
      SimulationStore simulations,
      RunStore runs,
      RunDetailStore details,
      SideLauncher launcher,
      Clock clock) {
    this.runs =
        new SideRuns<>(
            new SideRuns.Kind<>(
                JOB,
                "simulationId",
                Words.of("decide.simulate.stopped"),
                (simulation, because, now) ->
                    simulations.fail(simulation.simulationId(), because, now)),
            simulations,
            runs,
            details,
            launcher,
            clock);
  }

  SimulationRuns() {
    this(null, null, null, null, null);
  }

  /** See {@link SideRuns#beat}. */
  public void beat() {
    runs.beat();
  }

  /** See {@link SideRuns#failed}. */
  public void failed(long simulationId, long executionId) {
    runs.failed(simulationId, executionId);
  }

  /** Says that this server is closing. */
  public void close() {
    runs.close();
  }
}
