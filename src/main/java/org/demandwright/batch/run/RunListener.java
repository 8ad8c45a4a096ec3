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
import org.demandwright.app.Wordbook;
import org.demandwright.app.run.JobFailure;
import org.demandwright.core.Words;
import org.demandwright.erp.DatabaseFailure;
import org.demandwright.erp.UnusableErp;
import org.demandwright.store.StoreException;
import org.demandwright.store.run.RunStore;

/** Keeps what went wrong in a step where an administrator sees it. */
@Named
@Dependent
public class RunListener extends AbstractChunkListener implements StepListener {
  private static final Logger LOG = System.getLogger(RunListener.class.getName());

  private static final int MOST_SAID = 2_000;

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
    Words words = words(e);
    LOG.log(
        Level.ERROR,
        "Execution "
            + job.getExecutionId()
            + ", step "
            + step.getStepName()
            + ": "
            + Wordbook.english().say(words),
        e);
    try {
      runs.message(job.getExecutionId(), step.getStepName(), words, clock.now());
    } catch (RuntimeException broken) {
      LOG.log(Level.ERROR, "The store could not keep that message", broken);
    }
  }

  /** Returns what was written for administrators where there is something, else what is known. */
  static Words words(Throwable e) {
    Throwable root = e;
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof JobFailure failure) {
        return failure.words();
      }
      if (t instanceof StoreException || t instanceof UnusableErp) {
        return Words.literal(cut(t.getMessage()));
      }
      if (t instanceof SystemException) {
        return Words.of("run.commit-failed", cut(t.getMessage()));
      }
      root = t;
    }
    return DatabaseFailure.isBehind(e)
        ? Words.of("run.database-failed", cut(DatabaseFailure.words(e)))
        : Words.of(
            "run.unexpected",
            cut(root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage()));
  }

  /** What others say may be of any length. */
  private static String cut(String said) {
    String text = String.valueOf(said);
    return text.length() <= MOST_SAID ? text : text.substring(0, MOST_SAID - 1) + "…";
  }
}
