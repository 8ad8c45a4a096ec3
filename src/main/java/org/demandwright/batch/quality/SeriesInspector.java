package org.demandwright.batch.quality;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Cleaned;
import org.demandwright.core.demand.CovariatePeriods;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.DemandAggregator;
import org.demandwright.core.demand.DemandCleaner;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.StockOut;
import org.demandwright.core.quality.Finding;
import org.demandwright.core.quality.InspectedSeries;
import org.demandwright.core.quality.SeriesInspection;
import org.demandwright.store.quality.QualityStore.Inspection;

/** Looks at one series by every rule. */
@Named
@Dependent
public class SeriesInspector implements ItemProcessor {
  private final InspectionAtWork work;
  private Inspection inspection;

  @Inject
  SeriesInspector(InspectionAtWork work) {
    this.work = work;
  }

  /** What was found in one series. */
  public record Inspected(long seriesId, List<Finding> findings) {
    public Inspected {
      findings = List.copyOf(findings);
    }
  }

  @Override
  public Inspected processItem(Object item) {
    if (inspection == null) {
      inspection = work.inspection().orElseThrow();
    }
    SeriesToInspect s = (SeriesToInspect) item;
    List<StockOut> stockOuts =
        s.stockOuts().stream().map(o -> new StockOut(o.from(), o.to())).toList();
    InspectedSeries series =
        new InspectedSeries(
            s.series().key(),
            s.profile(),
            cleaned(s, stockOuts),
            s.events(),
            stockOuts,
            s.item(),
            inspection.asOf());
    return new Inspected(s.series().seriesId(), SeriesInspection.inspect(series));
  }

  private Optional<Cleaned> cleaned(SeriesToInspect s, List<StockOut> stockOuts) {
    List<DayTotal> days =
        s.profile().days().stream()
            .map(d -> new DayTotal(d.day(), d.gross(), d.returned()))
            .toList();
    return DemandAggregator.aggregate(
            s.series().key(), days, stockOuts, inspection.bucket(), inspection.asOf())
        .toOptional()
        .map(a -> clean(s, a.series()));
  }

  private Cleaned clean(SeriesToInspect s, DemandSeries series) {
    Covariates plans =
        new Covariates(
            DoubleVector.empty(),
            CovariatePeriods.promotedShare(s.promotions(), series.first(), series.size()),
            "");
    return DemandCleaner.clean(series, plans, inspection.bucket().season());
  }
}
