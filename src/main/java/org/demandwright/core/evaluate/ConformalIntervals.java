package org.demandwright.core.evaluate;

import java.util.OptionalDouble;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Cleaned;
import org.demandwright.core.demand.DemandSeries;

/**
 * Split-conformal bands: the errors that a method made at past origins, on data it had not seen,
 * are laid around its new forecast.
 *
 * <p>A residual (a − f) is measured in units u of its series, so that large and small items can be
 * pooled: u = √(s · (f + s/10)), the geometric mean of the series' usual change from period to
 * period s ({@link #scale}) and of the forecast level. The level alone is too narrow for restless
 * series, the change alone too wide for series whose demand has gone down. A total over the steps 1
 * … h has the unit Σu.
 *
 * <p>Reference: Lei, G'Sell, Rinaldo, Tibshirani &amp; Wasserman (2018), <i>Distribution-free
 * predictive inference for regression</i>, JASA 113.
 */
public final class ConformalIntervals {
  private static final int SEASONS_OF_SCALE = 2;
  private static final int MIN_PERIODS_OF_SCALE = 52;
  private static final double UNCONFIRMED = 2;

  private ConformalIntervals() {}

  /**
   * Returns the usual change of a series from period to period: mean|y<sub>t</sub> −
   * y<sub>t−1</sub>| over its last two seasons, but at least 52 periods; where that is zero, over
   * its whole history; where demand never changed, its mean. Base units per period, positive if the
   * series has any demand. It is that of the cleaned demand: a single wild value says nothing of
   * the usual change. While the newest demand waits to be confirmed, the band is {@value
   * #UNCONFIRMED} times as wide, and the scale as often squared.
   */
  public static double scale(Cleaned demand, int season) {
    double usual = scale(demand.series(), season);
    return demand.news().isPresent() ? UNCONFIRMED * UNCONFIRMED * usual : usual;
  }

  private static double scale(DemandSeries series, int season) {
    int recent = Math.max(SEASONS_OF_SCALE * season, MIN_PERIODS_OF_SCALE);
    OptionalDouble scale = Metric.absoluteScale(tail(series, recent));
    if (scale.isEmpty()) {
      scale = Metric.absoluteScale(series);
    }
    return scale.orElseGet(() -> FlatGuess.forecast(series, 1).get(0));
  }

  /** Returns the units of the residuals of a forecast, one per step, for a series of this scale. */
  public static DoubleVector units(double scale, DoubleVector mean) {
    return mean.map(f -> Math.sqrt(scale * (f + scale / 10)));
  }

  private static DemandSeries tail(DemandSeries series, int n) {
    int from = Math.max(0, series.size() - n);
    return new DemandSeries(
        series.key(),
        series.period(from),
        series.units().slice(from, series.size()),
        series.availability().slice(from, series.size()));
  }
}
