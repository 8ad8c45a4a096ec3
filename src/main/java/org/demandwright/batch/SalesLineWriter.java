package org.demandwright.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.erp.Watermark;
import org.demandwright.store.QuarantinedLine;
import org.demandwright.store.RunStore;
import org.demandwright.store.SalesLineStore;
import org.demandwright.store.StoredLine;

/** Writes lines, quarantined rows and the watermark in the chunk's one transaction. */
@Named
@Dependent
public class SalesLineWriter extends AbstractItemWriter {
  /** Name of the cursor over the view of sales lines. */
  static final String SOURCE = "dw_sales_line";

  private final SalesLineStore store;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  SalesLineWriter(SalesLineStore store, RunStore runs, JobContext job, StepContext step) {
    this.store = store;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> items) {
    Map<String, StoredLine> lines = new LinkedHashMap<>();
    Map<String, QuarantinedLine> bad = new LinkedHashMap<>();
    for (Object item : items) {
      ImportedLine imported = (ImportedLine) item;
      imported.line().ifPresent(l -> lines.put(l.lineId(), l));
      imported.bad().ifPresent(q -> bad.put(q.lineId(), q));
    }
    store.replace(
        new ArrayList<>(lines.values()), new ArrayList<>(bad.values()), job.getInstanceId());
    Watermark last = ((ImportedLine) items.get(items.size() - 1)).watermark();
    store.setPosition(SOURCE, new SalesLineStore.Position(last.changedAt(), last.sourceKey()));
    runs.advance(job.getInstanceId(), step.getStepName(), 0, items.size());
  }
}
