package org.demandwright.batch.forecast;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.run.RunStore;

/** Writes the forecast rows of a version; readers do not see them before it is published. */
@Named
@Dependent
public class ForecastWriter extends AbstractItemWriter {
  private final VersionAtWork work;
  private final ForecastStore forecasts;
  private final TotalsStore totals;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;

  @Inject
  ForecastWriter(
      VersionAtWork work,
      ForecastStore forecasts,
      TotalsStore totals,
      RunStore runs,
      JobContext job,
      StepContext step) {
    this.work = work;
    this.forecasts = forecasts;
    this.totals = totals;
    this.runs = runs;
    this.job = job;
    this.step = step;
  }

  @Override
  public void writeItems(List<Object> items) {
    long versionId = work.version().versionId();
    List<BandProcessor.Banded> banded =
        items.stream().map(BandProcessor.Banded.class::cast).toList();
    forecasts.replace(versionId, banded.stream().flatMap(b -> b.steps().stream()).toList());
    totals.replace(versionId, banded.stream().flatMap(b -> b.totals().stream()).toList());
    runs.advance(job.getInstanceId(), step.getStepName(), 0, items.size());
  }
}
