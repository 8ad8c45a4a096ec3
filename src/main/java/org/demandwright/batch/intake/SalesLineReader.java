package org.demandwright.batch.intake;

import jakarta.annotation.Resource;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.intake.IntakeAtWork;
import org.demandwright.app.intake.JudgedRow;
import org.demandwright.app.intake.PagesAhead;
import org.demandwright.app.intake.SalesLineReview;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.SalesLinePages;
import org.demandwright.erp.Watermark;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunStore;

/**
 * Reads the sales lines that changed since the last import, and those of the look-back days before,
 * in which a change may have been committed late, and judges them: a few pages ahead on a thread of
 * its own, while the chunk before is written. The checkpoint is the {@link Watermark} of the last
 * line that went into a chunk, never of one that was only read ahead.
 */
@Named
@Dependent
public class SalesLineReader extends AbstractItemReader {
  /** Lines asked for at once; independent of the chunk, since each question to a view costs. */
  private static final int PAGE = 4_000;

  /** Pages that wait for the writer. */
  private static final int AHEAD = 2;

  private final ErpSource erp;
  private final SalesLineStore store;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private final IntakeAtWork work;

  @Resource ManagedExecutorService threads;

  @Inject
  @BatchProperty(name = "lookBackDays")
  int lookBackDays;

  @Inject
  @BatchProperty(name = "replayOnly")
  boolean replayOnly;

  private PagesAhead<JudgedRow> pages;
  private Iterator<JudgedRow> page = List.<JudgedRow>of().iterator();
  private Watermark last;

  @Inject
  SalesLineReader(
      ErpSource erp,
      SalesLineStore store,
      RunStore runs,
      JobContext job,
      StepContext step,
      IntakeAtWork work) {
    this.erp = erp;
    this.store = store;
    this.runs = runs;
    this.job = job;
    this.step = step;
    this.work = work;
  }

  @Override
  public void open(Serializable checkpoint) {
    if (replayOnly) {
      return;
    }
    Watermark from = checkpoint instanceof Watermark w ? w : startOfRun();
    last = checkpoint instanceof Watermark w ? w : null;
    SalesLinePages lines = new SalesLinePages(erp, from, Optional.empty(), PAGE);
    if (checkpoint == null) {
      runs.expect(job.getInstanceId(), step.getStepName(), 0, lines.expected(), "lines");
    }
    work.begin(job.getInstanceId());
    SalesLineReview judge = work.judge();
    pages =
        new PagesAhead<>(() -> lines.next().stream().map(judge::review).toList(), AHEAD, threads);
  }

  private Watermark startOfRun() {
    return store
        .position(IntakeAtWork.SOURCE)
        .map(p -> new Watermark(p.changedAt(), p.sourceKey(), p.lineId()).minusDays(lookBackDays))
        .orElse(Watermark.START);
  }

  @Override
  public JudgedRow readItem() {
    if (!page.hasNext() && !replayOnly) {
      page = pages.next().iterator();
    }
    if (!page.hasNext()) {
      return null;
    }
    JudgedRow line = page.next();
    last = line.watermark();
    return line;
  }

  @Override
  public void close() {
    if (pages != null) {
      pages.close();
    }
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}
