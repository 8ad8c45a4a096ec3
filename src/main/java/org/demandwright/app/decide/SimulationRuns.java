package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.run.Member;
import org.demandwright.app.run.SideLauncher;
import org.demandwright.core.Words;
import org.demandwright.store.decide.SimulationStatus;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.decide.SimulationStore.Simulation;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStore;

/**
 * Starts the jobs that work on simulations, one at a time on each member and beside the pipeline,
 * so that no night waits for them, and takes up those that a dead member left behind.
 */
@ApplicationScoped
public class SimulationRuns {
  /** The job. */
  public static final String JOB = "simulate";

  private static final Logger LOG = System.getLogger(SimulationRuns.class.getName());

  /** How long a lease holds without being renewed. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final SimulationStore simulations;
  private final RunStore runs;
  private final RunDetailStore details;
  private final SideLauncher launcher;
  private final Clock clock;
  private final String me = Member.name();

  private Optional<Long> running = Optional.empty();
  private int idleBeats;
  private boolean closing;

  @Inject
  SimulationRuns(
      SimulationStore simulations,
      RunStore runs,
      RunDetailStore details,
      SideLauncher launcher,
      Clock clock) {
    this.simulations = simulations;
    this.runs = runs;
    this.details = details;
    this.launcher = launcher;
    this.clock = clock;
  }

  SimulationRuns() {
    this(null, null, null, null, null);
  }

  /** Keeps what this member works on, or begins the next; to be called every few seconds. */
  public synchronized void beat() {
    if (closing) {
      return;
    }
    Instant now = clock.now();
    running = running.filter(id -> isWorkedOn() && simulations.renew(id, me, now.plus(LEASE)));
    if (running.isEmpty() && !launcher.busyBeside(JOB)) {
      simulations.unfinished().stream()
          .filter(s -> s.status() == SimulationStatus.WAITING || isLeftBehind(s, now))
          .findFirst()
          .ifPresent(s -> take(s, now));
    }
  }

  /** A job may break off without a word, as when the store was away. */
  private boolean isWorkedOn() {
    idleBeats = launcher.busyBeside(JOB) ? 0 : idleBeats + 1;
    return idleBeats <= 1;
  }

  private boolean isLeftBehind(Simulation simulation, Instant now) {
    return simulation.leaseUntil().map(now::isAfter).orElse(true)
        || simulation.owner().filter(o -> o.equals(me) || Member.isGone(o)).isPresent();
  }

  private void take(Simulation simulation, Instant now) {
    long id = simulation.simulationId();
    if (!simulations.claim(simulation, me, now.plus(LEASE))) {
      return; // another member was quicker
    }
    running = Optional.of(id);
    idleBeats = 0;
    try {
      Optional<Long> before =
          simulation
              .executionId()
              .flatMap(runs::execution)
              .flatMap(e -> runs.newestOf(e.instanceId()))
              .map(RunStore.Execution::executionId);
      long execution =
          before
              .map(of -> launcher.restartBeside(JOB, of))
              .orElseGet(
                  () -> launcher.startBeside(JOB, Map.of("simulationId", Long.toString(id))));
      LOG.log(Level.INFO, "Simulation {0} is worked on by execution {1}", id, execution);
    } catch (Refused refused) {
      running = Optional.empty();
      if (refused.kind() == Refused.Kind.UNAVAILABLE) {
        simulations.putBack(id, me);
      } else {
        simulations.fail(id, Words.literal(refused.getMessage()), now);
      }
    } catch (RuntimeException e) {
      running = Optional.empty();
      simulations.putBack(id, me);
      throw e;
    }
  }

  /** Notes that the job of a simulation has ended otherwise than well. */
  public void failed(long simulationId, long executionId) {
    if (isClosing()) {
      return; // left behind for the next start
    }
    List<RunDetailStore.Message> said =
        details.messages(List.of(executionId)).getOrDefault(executionId, List.of());
    Words because =
        said.isEmpty() ? Words.of("decide.simulate.stopped") : said.get(said.size() - 1).words();
    simulations.fail(simulationId, because, clock.now());
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  /** Says that this server is closing. */
  public synchronized void close() {
    closing = true;
  }
}
