package org.demandwright.batch.intake;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.demandwright.app.intake.IntakeAtWork;
import org.demandwright.app.intake.JudgedRow;
import org.demandwright.erp.Watermark;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunStore;

/** Writes lines, quarantined rows, account and watermark in the chunk's one transaction. */
@Named
@Dependent
public class SalesLineWriter extends AbstractItemWriter {
  private final IntakeAtWork work;
  private final SalesLineStore store;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  SalesLineWriter(
      IntakeAtWork work, SalesLineStore store, RunStore runs, JobContext job, StepContext step) {
    this.work = work;
    this.store = store;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void open(Serializable checkpoint) {
    work.begin(job.getInstanceId());
  }

  @Override
  public void writeItems(List<Object> items) {
    List<JudgedRow> rows = items.stream().map(JudgedRow.class::cast).toList();
    work.load(rows);
    Watermark last = rows.get(rows.size() - 1).watermark();
    store.setPosition(
        IntakeAtWork.SOURCE,
        new SalesLineStore.Position(last.changedAt(), last.sourceKey(), last.lineId()));
    runs.advance(job.getInstanceId(), step.getStepName(), 0, items.size());
  }
}
