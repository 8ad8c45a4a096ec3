package org.demandwright.batch.run;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.demandwright.app.Announcement;
import org.demandwright.app.Announcements;
import org.demandwright.app.Clock;
import org.demandwright.app.run.RunLease;

/**
 * Tells that a job has ended, good or bad, and gives the pipeline's lease back. It is told before
 * the run itself is noted as ended, so that a run whose server dies in between tells it again at
 * its next end rather than never.
 */
@Named
@Dependent
public class RunReleaser extends AbstractJobListener {
  private static final Logger LOG = System.getLogger(RunReleaser.class.getName());

  private final RunLease lease;
  private final Announcements announcements;
  private final Clock clock;
  private final JobContext job;

  @Inject
  RunReleaser(RunLease lease, Announcements announcements, Clock clock, JobContext job) {
    this.lease = lease;
    this.announcements = announcements;
    this.clock = clock;
    this.job = job;
  }

  @Override
  public void afterJob() {
    try {
      if (!lease.isClosing()) { // else the run is taken up by the next start
        tell();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The end of execution " + job.getExecutionId() + " is told nobody", e);
    } finally {
      lease.release();
    }
  }

  private void tell() {
    boolean good = job.getBatchStatus() == BatchStatus.COMPLETED;
    announcements.announce(
        new Announcement(
            good ? Announcement.Kind.RUN_ENDED : Announcement.Kind.RUN_FAILED,
            clock.now(),
            Map.of(
                "job",
                job.getJobName(),
                "executionId",
                job.getExecutionId(),
                "status",
                job.getBatchStatus().name())));
  }
}
