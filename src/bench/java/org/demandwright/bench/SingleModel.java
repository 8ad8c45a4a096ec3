package org.demandwright.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandCleaner;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.ModelCatalog;
import org.demandwright.core.model.ModelSpec;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.EnginePart;
import org.demandwright.core.pipeline.ForecastEngine;
import org.demandwright.core.pipeline.SeriesInput;

/**
 * One model alone, fitted to the cleaned histories at the final origin.
 *
 * @param contestant its id, or {@code Id=scheme options}
 * @param weighting of the training rows of a pooled model; local models have none
 */
record SingleModel(String contestant, Weighting weighting) implements BenchMethod {

  /** How the training rows of a pooled model are weighted. */
  enum Weighting {
    /** For the least error, as the product does it. */
    ERROR,
    /** For totals with less bias. */
    TOTALS,
    /** Not at all. */
    NONE
  }

  @Override
  public Map<SeriesKey, BenchForecast> forecast(PanelCase panel, Workers workers)
      throws InterruptedException, ExecutionException {
    EngineOptions options = weighted(panel.options().withModels(List.of(contestant)));
    ModelCatalog catalog = ModelCatalog.load().with(options.models());
    String id = ModelCatalog.idOf(contestant);
    Fitter fitter =
        catalog.isGlobal(id)
            ? pooled(new ForecastEngine(options, catalog).trainGlobal(panel.panel(), 0).get(id))
            : local(id, options, catalog);
    List<Outcome<BenchForecast>> outcomes =
        workers.each(panel.panel(), input -> forecast(fitter, input, options));
    Map<SeriesKey, BenchForecast> forecasts = new TreeMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      SeriesKey key = panel.panel().get(i).series().key();
      outcomes.get(i).toOptional().ifPresent(f -> forecasts.put(key, f));
    }
    return forecasts;
  }

  private EngineOptions weighted(EngineOptions options) {
    return switch (weighting) {
      case ERROR -> options;
      case TOTALS -> options.withObjective(Objective.MEAN);
      case NONE -> options.without(Set.of(EnginePart.WEIGHTING));
    };
  }

  private interface Fitter {
    Outcome<FittedModel> fit(History history);
  }

  private static Fitter local(String id, EngineOptions options, ModelCatalog catalog) {
    ModelSpec spec = ModelSpec.of(id, options.season(), options.seed());
    return history -> catalog.local(id).fit(spec, history);
  }

  private static Fitter pooled(Outcome<GlobalFit> fit) {
    return history -> fit.flatMap(f -> f.apply(history));
  }

  /** A series without any demand is forecast by nobody, as in the product. */
  private static Outcome<BenchForecast> forecast(
      Fitter fitter, SeriesInput input, EngineOptions options) {
    if (DemandPattern.of(input.series()) == DemandPattern.NONE) {
      return Outcome.failed(
          Failure.Reason.NO_DEMAND,
          Words.of("failure.no-demand", input.series().key(), input.series().size()));
    }
    History history =
        new History(
            DemandCleaner.clean(input.series(), input.covariates(), options.season()).series(),
            input.covariates());
    return fitter.fit(history).map(f -> BenchForecast.of(f.forecast(options.horizon())));
  }
}
