package org.demandwright.batch.forecast;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.demandwright.batch.demand.SeriesDays;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.CovariatePeriods;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.OpenDemand;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SignalAggregator;
import org.demandwright.core.demand.StockOut;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.core.quality.CorrectedSeries;
import org.demandwright.core.quality.LayeredDemand;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.SnapshotStore;

/**
 * Lays corrections over the days and makes periods of both, raw and corrected. A series without
 * demand before the origin is no series yet.
 */
@Named
@Dependent
public class SnapshotProcessor implements ItemProcessor {
  private final VersionAtWork work;
  private Recipe recipe;

  @Inject
  SnapshotProcessor(VersionAtWork work) {
    this.work = work;
  }

  @Override
  public SnapshotItem processItem(Object item) {
    if (recipe == null) {
      recipe = work.version().recipe();
    }
    SeriesDays s = (SeriesDays) item;
    List<DayTotal> booked = s.days().stream().map(recipe.returns()::apply).toList();
    LayeredDemand layered =
        LayeredDemand.of(
            booked, s.layers().stream().map(LayerStore.Entry::layer).toList(), recipe.dataAsOf());
    Outcome<CorrectedSeries> corrected =
        CorrectedSeries.of(
            s.series().key(), booked, layered, stockOuts(s), recipe.bucket(), recipe.dataAsOf());
    return new SnapshotItem(
        s.series().seriesId(),
        corrected.toOptional().map(c -> snapshot(s, c)),
        layered.effects().stream().map(e -> applied(s, e)).toList(),
        OpenDemand.of(s.open(), Period.of(recipe.bucket(), recipe.origin()), recipe.horizon()));
  }

  /**
   * One processed series.
   *
   * @param snapshot empty where it had no demand
   * @param layers the corrections that went into it
   * @param open what was ordered already for the steps of the forecast
   */
  public record SnapshotItem(
      long seriesId,
      Optional<SnapshotStore.Snapshot> snapshot,
      List<LayerStore.Applied> layers,
      OpenDemand open) {
    public SnapshotItem {
      layers = List.copyOf(layers);
    }
  }

  private static LayerStore.Applied applied(SeriesDays s, LayeredDemand.Effect e) {
    LayerStore.Entry layer = s.layers().get(e.layer());
    return new LayerStore.Applied(layer.seriesId(), layer.layerId(), e.before(), e.after());
  }

  private SnapshotStore.Snapshot snapshot(SeriesDays s, CorrectedSeries c) {
    DemandSeries series = c.corrected().series();
    int all = series.size() + recipe.horizon();
    Covariates covariates =
        new Covariates(
                CovariatePeriods.relativePrice(s.prices(), series.first(), all, series.size()),
                CovariatePeriods.promotedShare(s.promotions(), series.first(), all),
                s.category())
            .with(
                SignalAggregator.aggregate(
                    s.signals(), series.first(), series.size(), recipe.dataAsOf()));
    return new SnapshotStore.Snapshot(
        s.series().seriesId(),
        new SeriesInput(series, covariates),
        c.corrected().returns(),
        c.raw());
  }

  private static List<StockOut> stockOuts(SeriesDays s) {
    return s.stockOuts().stream().map(o -> new StockOut(o.from(), o.to())).toList();
  }
}
