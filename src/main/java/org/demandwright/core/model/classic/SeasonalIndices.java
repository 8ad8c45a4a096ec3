package org.demandwright.core.model.classic;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;

/**
 * Seasonal indices that are drawn to "no season" as far as the data does not prove one.
 *
 * <p>Method: demand is compared with a trend twice, first a centred moving average over one season,
 * then a local line (tricube kernel, half-width m/2 + 1) through the adjusted demand. Each time the
 * index s of a season is the mean of its deviations, weighted by 0.8^(years ago), centred over the
 * season; the year that speaks most for it speaks no louder than the next one, so that what one
 * year alone shows, a lockdown or a large campaign, is no season. At last all are multiplied by λ²,
 * λ = max(0, 1 − c·Σ var(s) / Σ s²), the positive-part James–Stein factor with c = (m − 3)/(m − 1)
 * for m ≥ 4 and 1 below; var(s) = v·Σw²/(Σw)² with the residual variance v, in which no residual
 * counts more than three robust standard deviations. So a season that is noise vanishes by itself
 * and no test decides on it.
 *
 * <p>Deviations are differences for {@link #additive}; for {@link #multiplicative} they are
 * differences of logarithms, or ratios to the trend weighted by the trend where some demand is 0.
 * There is no season where m = 1, where fewer than 2 m + 1 periods were observed, nor for
 * intermittent demand with fewer than 6 m demands.
 *
 * <p>Reference: D. M. Miller and D. Williams, Shrinkage estimators of time series seasonal factors
 * and their effect on forecasting accuracy, International Journal of Forecasting 19 (2003) 669–684.
 *
 * @param factors per position in the season: a factor with mean 1 or an amount with mean 0
 * @param neutral what stands for no season: 1 or 0
 */
record SeasonalIndices(DoubleVector factors, double neutral) {
  private static final double YEARLY_DECAY = 0.8;
  private static final double LEAST_FACTOR = 0.01;
  private static final double LEAST_TELLING = 0.1;
  private static final int LEAST_COUNT = 3;
  private static final double MAD_TO_SD = 1.4826;

  /** Residuals beyond so many standard deviations are no noise and count as if they lay there. */
  private static final double MOST_RESIDUAL = 3;

  /** Demands per season position from which intermittent demand can show a season. */
  private static final int DEMANDS_A_SEASON = 6;

  /** Shares of the level below which an amount is rounding dust of an exact line. */
  private static final double DUST = 1e-9;

  /** Returns factors with mean 1 by which demand is multiplied in its season. */
  static SeasonalIndices multiplicative(Observations y) {
    if (tooShort(y) || tooSparse(y)) {
      return none(y.season(), 1);
    }
    double[] s;
    if (y.positive()) {
      double[] logs = new double[y.size()];
      Arrays.setAll(logs, i -> y.known(i) ? Math.log(y.unit(i)) : 0);
      s = new Decomposition(y.withUnits(logs), Decomposition.Deviation.DIFFERENCE).shrunk();
      Arrays.setAll(s, k -> Math.exp(s[k]));
    } else {
      s = new Decomposition(y, Decomposition.Deviation.RATIO).shrunk();
      Arrays.setAll(s, k -> 1 + s[k]);
    }
    return normalised(s);
  }

  /** Returns amounts with mean 0, base units, that are added to demand in its season. */
  static SeasonalIndices additive(Observations y) {
    if (tooShort(y)) {
      return none(y.season(), 0);
    }
    double[] s = new Decomposition(y, Decomposition.Deviation.DIFFERENCE).shrunk();
    double dust = DUST * Math.abs(y.mean());
    boolean exact = Arrays.stream(s).allMatch(v -> Math.abs(v) <= dust);
    return exact ? none(y.season(), 0) : new SeasonalIndices(DoubleVector.of(s), 0);
  }

  /** Returns indices that change nothing. */
  static SeasonalIndices none(int season, double neutral) {
    return new SeasonalIndices(DoubleVector.filled(season, neutral), neutral);
  }

  /** Returns the index of the season in which the period at {@code index} of the history lies. */
  double at(int index) {
    return factors.get(index % factors.size());
  }

  /** Returns whether the indices change nothing. */
  boolean isNone() {
    return factors.stream().allMatch(f -> f == neutral);
  }

  /**
   * Returns the demand with these factors divided out. A season whose factor is below {@value
   * #LEAST_TELLING} counts as not observed, for its demand says nothing of the level; unless too
   * few periods are left.
   */
  Observations divideOut(Observations y) {
    double[] adjusted = new double[y.size()];
    boolean[] telling = new boolean[y.size()];
    int count = 0;
    for (int i = 0; i < adjusted.length; i++) {
      adjusted[i] = y.unit(i) / at(i);
      telling[i] = y.known(i) && at(i) >= LEAST_TELLING;
      count += telling[i] ? 1 : 0;
    }
    return count >= LEAST_COUNT ? y.withUnits(adjusted, telling, count) : y.withUnits(adjusted);
  }

  /** Returns the demand with these amounts taken off. */
  Observations takeOff(Observations y) {
    double[] adjusted = new double[y.size()];
    Arrays.setAll(adjusted, i -> y.unit(i) - at(i));
    return y.withUnits(adjusted);
  }

  private static SeasonalIndices normalised(double[] s) {
    double sum = 0;
    for (int k = 0; k < s.length; k++) {
      s[k] = Math.max(LEAST_FACTOR, s[k]);
      sum += s[k];
    }
    double mean = sum / s.length;
    return new SeasonalIndices(DoubleVector.of(s).map(v -> v / mean), 1);
  }

  private static boolean tooShort(Observations y) {
    return y.season() < 2 || y.count() < 2 * y.season() + 1;
  }

  private static boolean tooSparse(Observations y) {
    int demands = y.demands();
    return demands * DemandPattern.INTERVAL_CUT <= y.count()
        && demands < DEMANDS_A_SEASON * y.season();
  }

  /** The two passes of the decomposition; see the enclosing record for the method. */
  static final class Decomposition {
    /** How demand deviates from its trend. */
    enum Deviation {
      DIFFERENCE,
      RATIO
    }

    private final Observations y;
    private final Deviation deviation;
    private final int m;
    private final double[] decay;

    Decomposition(Observations y, Deviation deviation) {
      this.y = y;
      this.deviation = deviation;
      this.m = y.season();
      this.decay = new double[y.size()];
      double periodic = y.decay(YEARLY_DECAY);
      double weight = 1;
      for (int i = decay.length - 1; i >= 0; i--) {
        decay[i] = y.known(i) ? weight : 0;
        weight *= periodic;
      }
    }

    /** Returns the shrunk deviation of each season, with mean 0. */
    double[] shrunk() {
      double[] trend = LocalTrend.centredAverage(y, m);
      double[] s = means(trend);
      trend = LocalTrend.localLine(adjusted(s, trend), m / 2 + 1);
      s = means(trend);
      double factor = shrinkage(s, trend);
      for (int k = 0; k < m; k++) {
        s[k] *= factor * factor;
      }
      return s;
    }

    /**
     * Returns the demand without its season: ratios are taken off as amounts of the first trend,
     * because dividing by the factor of a day on which nothing sells would say nothing.
     */
    private Observations adjusted(double[] s, double[] trend) {
      double[] units = new double[y.size()];
      double level = firstLevel(trend);
      for (int i = 0; i < units.length; i++) {
        level = Double.isNaN(trend[i]) ? level : trend[i];
        units[i] = y.unit(i) - (deviation == Deviation.RATIO ? s[i % m] * level : s[i % m]);
      }
      return y.withUnits(units);
    }

    private static double firstLevel(double[] trend) {
      return Arrays.stream(trend).filter(t -> !Double.isNaN(t)).findFirst().orElse(0);
    }

    private double[] means(double[] trend) {
      double[] s = new double[m];
      double mean = 0;
      for (int k = 0; k < m; k++) {
        s[k] = mean(k, trend);
        mean += s[k] / m;
      }
      for (int k = 0; k < m; k++) {
        s[k] -= mean;
      }
      return s;
    }

    /**
     * Returns the mean deviation of a season, in which the year that speaks most for it speaks no
     * louder than the next one; 0 where the years then speak for the opposite. The only year there
     * is counts whole.
     */
    private double mean(int k, double[] trend) {
      double sum = 0;
      double weights = 0;
      for (int i = k; i < y.size(); i += m) {
        double w = weight(i, trend);
        sum += w > 0 ? w * deviation(i, trend) : 0;
        weights += w;
      }
      double lowered = sum - Math.signum(sum) * excess(k, trend, Math.signum(sum));
      return sum * lowered > 0 ? lowered / weights : 0;
    }

    /** Returns by how much the strongest year of a season goes beyond the next one, weighted. */
    private double excess(int k, double[] trend, double sign) {
      double strongest = Double.NEGATIVE_INFINITY;
      double next = Double.NEGATIVE_INFINITY;
      double weight = 0;
      for (int i = k; i < y.size(); i += m) {
        double w = weight(i, trend);
        double d = w > 0 ? sign * deviation(i, trend) : Double.NEGATIVE_INFINITY;
        if (d > strongest) {
          next = strongest;
          strongest = d;
          weight = w;
        } else if (d > next) {
          next = d;
        }
      }
      return Double.isInfinite(next) ? 0 : weight * (strongest - next);
    }

    /** Returns λ, 0 where the season is noise and near 1 where it stands out. */
    private double shrinkage(double[] s, double[] trend) {
      double most = MOST_RESIDUAL * usualResidual(s, trend);
      double residual = 0;
      double total = 0;
      int count = 0;
      double[] w1 = new double[m];
      double[] w2 = new double[m];
      for (int i = 0; i < y.size(); i++) {
        double w = weight(i, trend);
        if (w > 0) {
          double e = Math.min(most, Math.abs(deviation(i, trend) - s[i % m]));
          double scale = deviation == Deviation.RATIO ? trend[i] : 1;
          residual += scale * e * e;
          total += scale;
          count++;
          w1[i % m] += w;
          w2[i % m] += w * w;
        }
      }
      double signal = 0;
      double noise = 0;
      double variance = count > m ? residual / total * count / (count - m) : Double.MAX_VALUE;
      for (int k = 0; k < m; k++) {
        signal += s[k] * s[k];
        noise += w1[k] > 0 ? variance * w2[k] / (w1[k] * w1[k]) : 0;
      }
      double c = m >= 4 ? (m - 3.0) / (m - 1) : 1;
      return signal > 0 ? Math.max(0, 1 - c * noise / signal) : 0;
    }

    /** Returns the standard deviation of the residuals, from their median distance from 0. */
    private double usualResidual(double[] s, double[] trend) {
      double[] distances =
          IntStream.range(0, y.size())
              .filter(i -> weight(i, trend) > 0)
              .mapToDouble(i -> Math.abs(deviation(i, trend) - s[i % m]))
              .sorted()
              .toArray();
      int n = distances.length;
      return n == 0 ? 0 : MAD_TO_SD * (distances[(n - 1) / 2] + distances[n / 2]) / 2;
    }

    private double weight(int i, double[] trend) {
      if (!y.known(i) || Double.isNaN(trend[i])) {
        return 0;
      }
      return deviation == Deviation.RATIO ? decay[i] * Math.max(0, trend[i]) : decay[i];
    }

    private double deviation(int i, double[] trend) {
      return deviation == Deviation.RATIO ? y.unit(i) / trend[i] - 1 : y.unit(i) - trend[i];
    }
  }
}
