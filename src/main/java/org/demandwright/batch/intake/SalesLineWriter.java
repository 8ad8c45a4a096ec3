package org.demandwright.batch.intake;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demandwright.app.intake.IntakeAtWork;
import org.demandwright.app.intake.JudgedRow;
import org.demandwright.app.source.DemandSource;
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
    Map<DemandSource, List<JudgedRow>> bySource =
        items.stream()
            .map(ReadRow.class::cast)
            .collect(
                Collectors.groupingBy(
                    ReadRow::source,
                    LinkedHashMap::new,
                    Collectors.mapping(ReadRow::row, Collectors.toList())));
    bySource.forEach(this::write);
    runs.advance(job.getInstanceId(), step.getStepName(), 0, items.size());
  }

  private void write(DemandSource source, List<JudgedRow> rows) {
    work.load(source, rows);
    Watermark last = rows.get(rows.size() - 1).watermark();
    store.setPosition(
        source.source(),
        new SalesLineStore.Position(last.changedAt(), last.sourceKey(), last.lineId()));
  }
}
