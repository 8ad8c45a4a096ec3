package org.demandwright.batch.jberet;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.SimulationRuns;
import org.demandwright.app.exchange.ExportRuns;
import org.demandwright.app.run.JobLauncher;
import org.demandwright.app.run.RunLease;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/**
 * Renews the lease of the run that this member has, and takes up runs that a dead member left
 * behind: they go on from their last checkpoint.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class OrphanSweep {
  private static final Logger LOG = System.getLogger(OrphanSweep.class.getName());

  @Inject private RunLease lease;
  @Inject private RunStore runs;
  @Inject private JobLauncher launcher;

  /** Seen without a living owner at the last beat: a run that just ends looks so for a moment. */
  private long suspect = -1;

  private int idleBeats;

  /** Opens the job repository, which creates its tables, before anybody asks for runs. */
  @PostConstruct
  void open() {
    launcher.busy();
  }

  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  void beat() {
    try {
      if (lease.running().isPresent()) {
        keep(lease.running().get());
      } else if (!lease.alive()) {
        Optional<RunStore.Execution> orphan = orphan();
        if (orphan.isPresent() && orphan.get().executionId() == suspect) {
          takeUp(orphan.get());
        }
        suspect = orphan.map(RunStore.Execution::executionId).orElse(-1L);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The store does not answer; trying again in three seconds", e);
    }
  }

  /**
   * Returns the run of a member that is gone, killed or closed in good order, or one that the
   * repository believes to be under way while nobody has the lease.
   */
  private Optional<RunStore.Execution> orphan() {
    return lease
        .leftBehind()
        .flatMap(runs::execution)
        .flatMap(e -> runs.newestOf(e.instanceId()))
        .filter(e -> e.status() != RunStatus.COMPLETED)
        .or(
            () ->
                runs.underWay(List.of(ExportRuns.JOB, SimulationRuns.JOB)).stream()
                    .reduce((a, b) -> b));
  }

  @PreDestroy
  void close() {
    lease.close();
  }

  /** Renews the lease, unless the run broke off without a word, as when its database was away. */
  private void keep(long executionId) {
    idleBeats = launcher.busy() ? 0 : idleBeats + 1;
    if (idleBeats > 1) {
      lease.release();
    } else if (!lease.renew()) {
      LOG.log(Level.ERROR, "Execution {0} was taken over; stopping it here", executionId);
      lease.release();
      launcher.stop(executionId);
    }
  }

  private void takeUp(RunStore.Execution orphan) {
    try {
      lease.claim();
    } catch (Refused taken) {
      LOG.log(Level.INFO, "Another member takes up execution {0}", orphan.executionId());
      return;
    }
    try {
      long executionId = launcher.restart(orphan.executionId());
      lease.holdFor(executionId);
      LOG.log(
          Level.INFO,
          "Execution {0} of {1} was left behind by a member that is gone; it goes on as {2}",
          List.of(orphan.executionId(), orphan.job(), executionId).toArray());
    } catch (RuntimeException e) {
      lease.release();
      LOG.log(Level.ERROR, "Execution " + orphan.executionId() + " could not be taken up", e);
    }
  }
}
