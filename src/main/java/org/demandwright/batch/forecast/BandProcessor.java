package org.demandwright.batch.forecast;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.demand.Period;
import org.demandwright.core.pipeline.BandedForecast;
import org.demandwright.core.pipeline.Calibration;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.store.forecast.CalibrationStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;

/** Puts bands around the forecast of one series. */
@Named
@Dependent
public class BandProcessor implements ItemProcessor {
  private final VersionAtWork work;
  private final CalibrationStore calibrations;
  private ForecastEngine engine;
  private Calibration calibration;
  private Period origin;

  @Inject
  BandProcessor(VersionAtWork work, CalibrationStore calibrations) {
    this.work = work;
    this.calibrations = calibrations;
  }

  /** The steps of one series, and its totals where the calibration tells of them. */
  public record Banded(List<ForecastStore.Step> steps, Optional<TotalsStore.Totals> totals) {
    public Banded {
      steps = List.copyOf(steps);
      Objects.requireNonNull(totals, "totals");
    }
  }

  @Override
  public Banded processItem(Object item) {
    if (engine == null) {
      VersionStore.Version version = work.version();
      engine = VersionAtWork.engine(version);
      calibration = calibrations.of(version.versionId());
      origin = Period.of(version.recipe().bucket(), version.recipe().origin());
    }
    BandItem of = (BandItem) item;
    ResultStore.BandBasis b = of.alone();
    BandedForecast alone =
        engine.bands(b.pattern(), b.scale(), b.shape(), b.mean(), origin, calibration);
    BandedForecast banded = of.linked().map(alone::scaledTo).orElse(alone);
    return new Banded(
        banded.steps().stream()
            .map(
                s -> {
                  Period p = origin.plus(s.step() - 1L);
                  return new ForecastStore.Step(b.seriesId(), p.start(), p.end().minusDays(1), s);
                })
            .toList(),
        banded.totals().map(t -> new TotalsStore.Totals(b.seriesId(), t)));
  }
}
