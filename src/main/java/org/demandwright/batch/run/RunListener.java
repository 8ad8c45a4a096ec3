package org.demandwright.batch.run;

import jakarta.batch.api.chunk.listener.AbstractChunkListener;
import jakarta.batch.api.listener.StepListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.SystemException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.demandwright.app.Clock;
import org.demandwright.app.run.JobFailure;
import org.demandwright.erp.DatabaseFailure;
import org.demandwright.erp.UnusableErp;
import org.demandwright.store.StoreException;
import org.demandwright.store.run.RunStore;

/** Keeps what went wrong in a step where an administrator sees it. */
@Named
@Dependent
public class RunListener extends AbstractChunkListener implements StepListener {
  private static final Logger LOG = System.getLogger(RunListener.class.getName());

  /** The server keeps to itself what the database said when a commit failed, but for its log. */
  private static final String COMMIT_FAILED =
      "The store's database could not commit; the server's log has its own words just before."
          + " Usually it cannot write to its disk: free or add disk space where the data folder"
          + " lies, restart the server if it does not recover by itself, then restart this run;"
          + " nothing that was published is lost";

  private static final String UNEXPECTED =
      "Something went wrong that should not (%s). What is published stays; restart this run, and if"
          + " it ends here again, report it with the server's log of this time";

  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private final Clock clock;

  @Inject
  RunListener(RunStore runs, JobContext job, StepContext step, Clock clock) {
    this.runs = runs;
    this.job = job;
    this.step = step;
    this.clock = clock;
  }

  @Override
  public void beforeStep() {
    LOG.log(Level.INFO, "Execution {0}: step {1} begins", job.getExecutionId(), step.getStepName());
  }

  @Override
  public void afterStep() {
    if (step.getException() != null) {
      note(step.getException());
    }
  }

  @Override
  public void onError(Exception e) {
    note(e);
  }

  private void note(Exception e) {
    String text = words(e);
    LOG.log(
        Level.ERROR,
        "Execution " + job.getExecutionId() + ", step " + step.getStepName() + ": " + text,
        e);
    try {
      runs.message(job.getExecutionId(), step.getStepName(), text, clock.now());
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, "The store could not keep that message", broken);
    }
  }

  /** Returns the sentence written for administrators where there is one, else what is known. */
  static String words(Throwable e) {
    Throwable root = e;
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof JobFailure || t instanceof StoreException || t instanceof UnusableErp) {
        return t.getMessage();
      }
      if (t instanceof SystemException) {
        return COMMIT_FAILED + " (" + t.getMessage() + ")";
      }
      root = t;
    }
    return DatabaseFailure.isBehind(e)
        ? "A database failed: " + DatabaseFailure.words(e) + ". Then restart this run"
        : UNEXPECTED.formatted(
            root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
  }
}
