package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.DemandAggregator;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.StockOut;

/**
 * The demand of one series per period, twice: as it was booked, and as the models see it, with the
 * corrections of people laid over it. What lies over raw demand never changes it.
 *
 * <p>Both end with the same period; each begins with its own first demand, which a correction may
 * bring or take away.
 *
 * @param raw demand as it was booked; zeros where corrections alone brought demand
 * @param corrected the same under the layers, with what was taken back
 */
public record CorrectedSeries(DemandSeries raw, DemandAggregator.Aggregated corrected) {

  public CorrectedSeries {
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(corrected, "corrected");
  }

  /**
   * Makes periods of days.
   *
   * @param booked raw totals of days
   * @param layered the same with layers over them
   * @param stockOuts spells on which it could not be bought
   * @param asOf the first day that is not known yet
   * @return a failure where no demand is left in a complete period
   */
  public static Outcome<CorrectedSeries> of(
      SeriesKey key,
      List<DayTotal> booked,
      LayeredDemand layered,
      List<StockOut> stockOuts,
      Bucket bucket,
      LocalDate asOf) {
    List<StockOut> unseen = Stream.concat(stockOuts.stream(), layered.excluded().stream()).toList();
    return DemandAggregator.aggregate(key, layered.days(), unseen, bucket, asOf)
        .map(
            corrected ->
                new CorrectedSeries(
                    layered.effects().isEmpty()
                        ? corrected.series()
                        : raw(corrected.series(), booked, stockOuts, asOf),
                    corrected));
  }

  private static DemandSeries raw(
      DemandSeries corrected, List<DayTotal> booked, List<StockOut> stockOuts, LocalDate asOf) {
    return DemandAggregator.aggregate(
            corrected.key(), booked, stockOuts, corrected.first().bucket(), asOf)
        .toOptional()
        .map(DemandAggregator.Aggregated::series)
        .orElseGet(() -> corrected.withUnits(DoubleVector.filled(corrected.size(), 0)));
  }
}
