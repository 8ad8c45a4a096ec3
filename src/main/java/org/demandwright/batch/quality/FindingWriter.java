package org.demandwright.batch.quality;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.quality.Finding;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.run.RunStore;

/** Writes what was found in each series, in place of what this run had found there before. */
@Named
@Dependent
public class FindingWriter extends AbstractItemWriter {
  private final QualityStore quality;
  private final RunStore runs;
  private final InspectionAtWork work;
  private final StepContext step;

  @Inject
  FindingWriter(QualityStore quality, RunStore runs, InspectionAtWork work, StepContext step) {
    this.quality = quality;
    this.runs = runs;
    this.work = work;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> items) {
    Map<Long, List<Finding>> bySeries = new LinkedHashMap<>();
    for (Object item : items) {
      SeriesInspector.Inspected inspected = (SeriesInspector.Inspected) item;
      bySeries.put(inspected.seriesId(), inspected.findings());
    }
    quality.replace(work.instance(), bySeries);
    runs.advance(work.instance(), step.getStepName(), 0, items.size());
  }
}
