package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.DemandAggregator;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;

/** Corrections laid once more over a history, as it was known then or came to be known later. */
public final class RelaidHistory {
  private static final double WHOLE = 1;

  private RelaidHistory() {}

  /**
   * Returns the demand of a series with layers over it. A period could be bought as far as it could
   * without them, and was observed as far as no layer excludes it.
   *
   * @param booked totals of days, the rule for returns applied
   * @param asOf the first day that is not known
   * @param available a history of the series that tells in how far it could be bought
   */
  public static Outcome<DemandSeries> of(
      SeriesKey key,
      List<DayTotal> booked,
      List<DemandLayer> layers,
      Bucket bucket,
      LocalDate asOf,
      DemandSeries available) {
    LayeredDemand layered = LayeredDemand.of(booked, layers, asOf);
    return DemandAggregator.aggregate(key, layered.days(), layered.excluded(), bucket, asOf)
        .map(DemandAggregator.Aggregated::series)
        .map(laid -> asFarAs(laid, available));
  }

  private static DemandSeries asFarAs(DemandSeries laid, DemandSeries available) {
    double[] share = laid.availability().toArray();
    for (int i = 0; i < share.length; i++) {
      share[i] = Math.min(share[i], at(available, laid.period(i)));
    }
    return new DemandSeries(laid.key(), laid.first(), laid.units(), DoubleVector.of(share));
  }

  private static double at(DemandSeries available, Period period) {
    int i = available.first().until(period);
    return i >= 0 && i < available.size() ? available.availability().get(i) : WHOLE;
  }
}
