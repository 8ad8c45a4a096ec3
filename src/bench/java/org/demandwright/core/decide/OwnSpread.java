package org.demandwright.core.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;

/**
 * How widely the totals of an item scatter by its own past against what is told of it, whose
 * quantiles are pooled over all items of its class: right on average, too wide for the calm ones
 * and too narrow for the wild ones.
 *
 * <ul>
 *   <li>Of one item x = ln(s ÷ σ), where s is the standard deviation of its own totals of so many
 *       periods in a row, σ that of the distribution that is told of as many; the mean over 1 to 4
 *       periods. s is brought to the level that is told, with the root of the ratio of both means.
 *   <li>Where enough earlier versions can be held against what then came, x is ln of the root of
 *       the mean of (came − told mean)² ÷ σ² over 4 periods: what a forecast explains is no spread,
 *       and where it errs to one side that is.
 *   <li>So few totals say little of a deviation: x scatters by v = (κ − 1) ÷ (4 n), with n totals
 *       that do not overlap and the kurtosis κ, the median of all items. What items differ by
 *       beyond that is τ². An item counts with the weight τ² ÷ (τ² + v), the mean of all with the
 *       rest.
 *   <li>What is not known of it, (1 − w) τ², is added to the exponent: the mean square of what it
 *       may be is larger than the square of the most probable one.
 *   <li>Distances of the quantiles from the mean of what is above nothing are multiplied by eˣ. The
 *       mean and the probability of nothing stay.
 * </ul>
 *
 * <p>Reference: Bühlmann &amp; Gisler (2005), <i>A course in credibility theory</i>, ch. 3.
 */
public final class OwnSpread {
  private static final int PERIODS = 4;
  private static final int LEAST = 3;
  private static final int LEAST_VERSIONS = 8;
  private static final int MOST_VERSIONS = 26;
  private static final double USUAL_KURTOSIS = 3;

  private final double mean;
  private final double between;
  private final double kurtosis;

  private OwnSpread(double mean, double between, double kurtosis) {
    this.mean = mean;
    this.between = between;
    this.kurtosis = kurtosis;
  }

  /**
   * What one item says.
   *
   * @param ratio x
   * @param totals n, that do not overlap
   * @param kurtosis of its periods
   */
  public record Said(double ratio, double totals, double kurtosis) {}

  /**
   * Returns what an item says of itself; empty where its past is too short or never varied.
   *
   * @param history up to the origin of what is told
   */
  public static Optional<Said> of(DemandSeries history, TotalDemand told) {
    double[] units = observed(history);
    int longest = Math.min(PERIODS, told.steps().size());
    double sum = 0;
    int n = 0;
    for (int h = 1; h <= longest && units.length / h >= LEAST; h++) {
      TotalStep step = told.steps().get(h - 1);
      double deviation = deviation(step);
      double[] moments = totals(units, h);
      if (deviation > 0 && moments[1] > 0 && moments[0] > 0 && step.mean() > 0) {
        double level = Math.sqrt(step.mean() / moments[0]);
        sum += Math.log(moments[1] * level / deviation);
        n++;
      }
    }
    return n == 0
        ? Optional.empty()
        : Optional.of(new Said(sum / n, (double) units.length / longest, kurtosis(units)));
  }

  /**
   * Returns what earlier versions say of an item; empty where fewer than eight of them have come
   * true.
   *
   * @param history up to today
   * @param earlier versions, the newest 26 of those that have come true count
   */
  public static Optional<Said> ofErrors(DemandSeries history, List<TotalDemand> earlier) {
    double squares = 0;
    int n = 0;
    for (int i = earlier.size() - 1; i >= 0 && n < MOST_VERSIONS; i--) {
      TotalDemand version = earlier.get(i);
      int from = history.first().until(version.origin());
      int periods = Math.min(PERIODS, version.steps().size());
      TotalStep step = version.steps().get(periods - 1);
      double deviation = deviation(step);
      if (from >= 0 && from + periods <= history.size() && deviation > 0) {
        double came = history.units().slice(from, from + periods).sum();
        double error = (came - step.mean()) / deviation;
        squares += error * error;
        n++;
      }
    }
    return n < LEAST_VERSIONS || squares == 0
        ? Optional.empty()
        : Optional.of(
            new Said(Math.log(squares / n) / 2, (double) n / PERIODS, kurtosis(observed(history))));
  }

  /** Learns from what all items of a class say how much of it is chance. */
  public static OwnSpread learn(List<Said> all) {
    if (all.size() < LEAST) {
      return new OwnSpread(0, 0, USUAL_KURTOSIS);
    }
    double[] kurtoses = all.stream().mapToDouble(Said::kurtosis).sorted().toArray();
    double kurtosis = Math.max(USUAL_KURTOSIS, kurtoses[kurtoses.length / 2]);
    double mean = all.stream().mapToDouble(Said::ratio).average().orElseThrow();
    double squares = 0;
    double chance = 0;
    for (Said said : all) {
      squares += (said.ratio() - mean) * (said.ratio() - mean);
      chance += chance(said, kurtosis) / all.size();
    }
    return new OwnSpread(mean, Math.max(0, squares / (all.size() - 1) - chance), kurtosis);
  }

  private static double chance(Said said, double kurtosis) {
    return (kurtosis - 1) / (4 * said.totals());
  }

  /** Returns by what distances are multiplied. */
  public double factor(Optional<Said> said) {
    double weight =
        said.filter(s -> between > 0)
            .map(s -> between / (between + chance(s, kurtosis)))
            .orElse(0.0);
    double known = weight * said.map(s -> s.ratio() - mean).orElse(0.0);
    return Math.exp(mean + known + (1 - weight) * between);
  }

  /** Returns what is told, with distances multiplied. */
  public static TotalDemand spread(TotalDemand told, double factor) {
    List<TotalStep> steps = new ArrayList<>();
    for (TotalStep step : told.steps()) {
      TotalStep other = spread(step, factor);
      steps.add(steps.isEmpty() ? other : other.notBelow(steps.get(steps.size() - 1)));
    }
    return new TotalDemand(told.origin(), steps);
  }

  private static TotalStep spread(TotalStep step, double factor) {
    if (step.nothing() == 1) {
      return step;
    }
    double middle = step.mean() / (1 - step.nothing());
    double[] quantiles = new double[TotalLevels.COUNT];
    for (int i = 0; i < quantiles.length; i++) {
      if (TotalLevels.ALL.get(i) > step.nothing()) {
        quantiles[i] = Math.max(0, middle + factor * (step.quantiles().get(i) - middle));
      }
    }
    return new TotalStep(step.mean(), step.nothing(), DoubleVector.of(quantiles));
  }

  private static double deviation(TotalStep step) {
    QuantileFunction told = QuantileFunction.of(step, QuantileFunction.NOTHING);
    double mean = told.excess(0);
    return Math.sqrt(Math.max(0, 2 * told.excessBeyond(0) - mean * mean));
  }

  private static double[] observed(DemandSeries history) {
    double[] units = new double[history.size()];
    int n = 0;
    for (int t = 0; t < units.length; t++) {
      boolean begun = n > 0 || history.units().get(t) > 0;
      if (begun && history.observed(t)) {
        units[n++] = history.units().get(t);
      }
    }
    return Arrays.copyOf(units, n);
  }

  /** Mean and deviation of all totals of so many periods in a row. */
  private static double[] totals(double[] units, int length) {
    int n = units.length - length + 1;
    double sum = 0;
    double squares = 0;
    for (int t = 0; t < n; t++) {
      double total = 0;
      for (int k = 0; k < length; k++) {
        total += units[t + k];
      }
      sum += total;
      squares += total * total;
    }
    double mean = sum / n;
    return new double[] {mean, Math.sqrt(Math.max(0, squares / n - mean * mean))};
  }

  private static double kurtosis(double[] units) {
    double mean = Arrays.stream(units).average().orElse(0);
    double second = 0;
    double fourth = 0;
    for (double u : units) {
      double square = (u - mean) * (u - mean);
      second += square / units.length;
      fourth += square * square / units.length;
    }
    return second == 0 ? USUAL_KURTOSIS : fourth / (second * second);
  }
}
