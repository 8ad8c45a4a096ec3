package org.demandwright.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.SalesLinePages;
import org.demandwright.erp.Watermark;
import org.demandwright.store.RunStore;
import org.demandwright.store.SalesLineStore;

/**
 * Reads the sales lines that changed since the last import, and those of the look-back days before,
 * in which a change may have been committed late. The checkpoint is the {@link Watermark} of the
 * last line read.
 */
@Named
@Dependent
public class SalesLineReader extends AbstractItemReader {
  /** Lines asked for at once; independent of the chunk, since each question to a view costs. */
  private static final int PAGE = 4_000;

  private final ErpSource erp;
  private final SalesLineStore store;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  @BatchProperty(name = "lookBackDays")
  int lookBackDays;

  @Inject
  @BatchProperty(name = "replayOnly")
  boolean replayOnly;

  private SalesLinePages pages;
  private Iterator<ErpSalesLine> page = List.<ErpSalesLine>of().iterator();
  private Watermark last;

  @Inject
  SalesLineReader(
      ErpSource erp, SalesLineStore store, RunStore runs, JobContext job, StepContext step) {
    this.erp = erp;
    this.store = store;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void open(Serializable checkpoint) {
    if (replayOnly) {
      return;
    }
    Watermark from = checkpoint instanceof Watermark w ? w : startOfRun();
    last = checkpoint instanceof Watermark w ? w : null;
    Optional<LocalDateTime> end = erp.lastChange();
    long expected = end.map(e -> erp.countLines(from.changedAt(), e)).orElse(0L);
    if (checkpoint == null) {
      runs.expect(job.getInstanceId(), step.getStepName(), 0, expected, "lines");
    }
    pages = new SalesLinePages(erp, from, end.orElse(from.changedAt()), expected, PAGE);
  }

  private Watermark startOfRun() {
    return store
        .position(IntakeAtWork.SOURCE)
        .map(p -> new Watermark(p.changedAt(), p.sourceKey(), p.lineId()).minusDays(lookBackDays))
        .orElse(Watermark.START);
  }

  @Override
  public ErpSalesLine readItem() {
    if (!page.hasNext() && !replayOnly) {
      page = pages.next().iterator();
    }
    if (!page.hasNext()) {
      return null;
    }
    ErpSalesLine line = page.next();
    last = line.watermark();
    return line;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}
