package org.demandwright.core.evaluate;

import java.util.OptionalDouble;
import org.demandwright.core.demand.DemandSeries;

/**
 * The error measures of one forecast of one series. Written y for the training demand, a for the
 * actual demand, f for the forecast; only observed periods count, on both sides.
 *
 * <p>A scaled measure is empty where its scale is zero or cannot be computed (demand that never
 * changed, a single period): such a series is left out of averages and counted, see {@link
 * Evaluation}. All errors are in base units per period unless a method says otherwise. The
 * percentage error of single periods (MAPE) is missing on purpose: periods without demand make it
 * infinite and it rewards forecasts that are too low.
 *
 * <p>Reference: Hyndman &amp; Koehler (2006), <i>Another look at measures of forecast accuracy</i>;
 * for RMSSE and the scaled pinball loss the M5 competitors' guide (2020).
 */
public final class Metric {
  private Metric() {}

  /**
   * Mean absolute scaled error: mean|a − f| ÷ mean|y<sub>t</sub> − y<sub>t−m</sub>|, over all pairs
   * of observed training periods one season apart.
   *
   * @param season m, at least 1
   */
  public static OptionalDouble mase(DemandSeries training, Backtest test, int season) {
    int n = observed(test);
    return n == 0
        ? OptionalDouble.empty()
        : divided(absoluteError(test) / n, seasonalScale(training, season));
  }

  /**
   * Root mean squared scaled error: √( mean (a − f)² ÷ mean (y<sub>t</sub> − y<sub>t−1</sub>)² ),
   * the scale from the first period with demand on.
   */
  public static OptionalDouble rmsse(DemandSeries training, Backtest test) {
    int n = observed(test);
    return n == 0
        ? OptionalDouble.empty()
        : divided(Math.sqrt(squaredError(test) / n), squaredScale(training));
  }

  /**
   * Symmetric mean absolute percentage error, 0–200: mean 200·|a − f| ÷ (|a| + |f|), where a period
   * with a = f = 0 counts as 0.
   */
  public static OptionalDouble smape(Backtest test) {
    double sum = 0;
    for (int i = 0; i < test.forecast().size(); i++) {
      double size = Math.abs(test.actual().get(i)) + Math.abs(test.forecast().get(i));
      if (counts(test, i) && size > 0) {
        sum += 200 * Math.abs(errorAt(test, i)) / size;
      }
    }
    int n = observed(test);
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / n);
  }

  /**
   * Scaled pinball loss of the 10 %, 50 % and 90 % quantiles: twice their mean loss per period ÷
   * mean|y<sub>t</sub> − y<sub>t−1</sub>|, where a quantile x of probability q loses max(q(a − x),
   * (q − 1)(a − x)).
   */
  public static OptionalDouble pinball(DemandSeries training, Backtest test, Bands bands) {
    double loss = 0;
    for (int i = 0; i < test.forecast().size(); i++) {
      if (counts(test, i)) {
        double a = test.actual().get(i);
        loss +=
            (quantileLoss(0.1, a - bands.p10().get(i))
                    + quantileLoss(0.5, a - bands.p50().get(i))
                    + quantileLoss(0.9, a - bands.p90().get(i)))
                / 3;
      }
    }
    int n = observed(test);
    return n == 0 ? OptionalDouble.empty() : divided(2 * loss / n, absoluteScale(training));
  }

  /** Σ|a − f|, base units: the numerator of WAPE, whose denominator is {@link #actual}. */
  public static double absoluteError(Backtest test) {
    double sum = 0;
    for (int i = 0; i < test.forecast().size(); i++) {
      sum += counts(test, i) ? Math.abs(errorAt(test, i)) : 0;
    }
    return sum;
  }

  /** Σ(a − f)², base units squared. */
  public static double squaredError(Backtest test) {
    double sum = 0;
    for (int i = 0; i < test.forecast().size(); i++) {
      double e = counts(test, i) ? errorAt(test, i) : 0;
      sum += e * e;
    }
    return sum;
  }

  /**
   * Σ(f − a), base units: the numerator of the bias; its absolute value is that of cumWAPE, the
   * error of the horizon's total.
   */
  public static double error(Backtest test) {
    double sum = 0;
    for (int i = 0; i < test.forecast().size(); i++) {
      sum -= counts(test, i) ? errorAt(test, i) : 0;
    }
    return sum;
  }

  /** Σa over the observed periods, base units. */
  public static double actual(Backtest test) {
    double sum = 0;
    for (int i = 0; i < test.actual().size(); i++) {
      sum += counts(test, i) ? test.actual().get(i) : 0;
    }
    return sum;
  }

  /** Returns the number of periods whose actual counts. */
  public static int observed(Backtest test) {
    int n = 0;
    for (int i = 0; i < test.observed().size(); i++) {
      n += counts(test, i) ? 1 : 0;
    }
    return n;
  }

  /** √ mean (y<sub>t</sub> − y<sub>t−1</sub>)² since the first demand; empty where it is zero. */
  public static OptionalDouble squaredScale(DemandSeries training) {
    return positive(Math.sqrt(meanDifference(training, firstDemand(training), 1, true)));
  }

  /** Mean |y<sub>t</sub> − y<sub>t−1</sub>| since the first demand; empty where it is zero. */
  public static OptionalDouble absoluteScale(DemandSeries training) {
    return positive(meanDifference(training, firstDemand(training), 1, false));
  }

  /**
   * Mean |y<sub>t</sub> − y<sub>t−m</sub>| over all pairs of observed periods one season apart;
   * empty where it is zero: the scale of {@link #mase}.
   */
  public static OptionalDouble seasonalScale(DemandSeries training, int season) {
    return positive(meanDifference(training, 0, season, false));
  }

  private static double meanDifference(DemandSeries y, int from, int lag, boolean squared) {
    double sum = 0;
    int pairs = 0;
    for (int t = from + lag; t < y.size(); t++) {
      if (y.observed(t) && y.observed(t - lag)) {
        double d = y.units().get(t) - y.units().get(t - lag);
        sum += squared ? d * d : Math.abs(d);
        pairs++;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  private static int firstDemand(DemandSeries y) {
    for (int t = 0; t < y.size(); t++) {
      if (y.observed(t) && y.units().get(t) > 0) {
        return t;
      }
    }
    return 0;
  }

  private static boolean counts(Backtest test, int i) {
    return test.observed().get(i) == 1;
  }

  private static double errorAt(Backtest test, int i) {
    return test.actual().get(i) - test.forecast().get(i);
  }

  private static double quantileLoss(double q, double excess) {
    return Math.max(q * excess, (q - 1) * excess);
  }

  private static OptionalDouble positive(double scale) {
    return scale > 0 ? OptionalDouble.of(scale) : OptionalDouble.empty();
  }

  private static OptionalDouble divided(double value, OptionalDouble scale) {
    return scale.isEmpty() ? scale : OptionalDouble.of(value / scale.getAsDouble());
  }
}
