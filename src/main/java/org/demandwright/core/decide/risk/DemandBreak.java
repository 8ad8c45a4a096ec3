package org.demandwright.core.decide.risk;

import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;

/**
 * Whether demand has gone at another level since some period than before: the largest difference of
 * the means before and after any of the last periods, in units of its own uncertainty (Hawkins
 * 1977, <i>Testing a sequence of observations for a shift in location</i>, JASA 72; Worsley 1979,
 * JASA 74), of square roots of demand, whose spread does not grow with the level (Bartlett 1936).
 *
 * <p>Let z be the largest |t| over the periods k at which it may have begun, {@value #LEAST} … K
 * periods ago, with the deviation pooled from both sides. By Bonferroni the probability that it is
 * passed by chance anywhere is at most K · 2(1 − Φ(z)); the threshold of a false-alarm rate a is
 * therefore the z with K · 2(1 − Φ(z)) = a. What is told is that probability's complement, so that
 * 0.99 is said by chance in at most 1 of 100 series at a time. A series whose periods hang together
 * alarms more often: the replay measures it.
 *
 * <p>What is known of the time of year is taken out before by whoever asks.
 *
 * @param certainty 1 − the probability of chance, 0–1
 * @param before mean demand of a period before
 * @param after mean demand of a period since
 * @param since how many periods ago it began
 */
public record DemandBreak(double certainty, double before, double after, int since) {
  /** So many periods at least are needed on both sides. */
  static final int LEAST = 4;

  private static final int LONGEST = 26;

  /**
   * Returns the largest shift; empty where the series is too short or never varies.
   *
   * @param demand base units a period, the newest last
   */
  public static Optional<DemandBreak> of(DoubleVector demand) {
    int n = demand.size();
    int most = Math.min(LONGEST, n / 2);
    if (most < LEAST) {
      return Optional.empty();
    }
    double[] sum = new double[n + 1];
    double[] squares = new double[n + 1];
    for (int t = 0; t < n; t++) {
      double root = Math.sqrt(Math.max(0, demand.get(t)));
      sum[t + 1] = sum[t] + root;
      squares[t + 1] = squares[t] + root * root;
    }
    double largest = 0;
    int at = 0;
    for (int k = LEAST; k <= most; k++) {
      double t = Math.abs(shift(sum, squares, n - k));
      if (t > largest) {
        largest = t;
        at = k;
      }
    }
    if (at == 0) {
      return Optional.empty();
    }
    double chance = Math.min(1, (most - LEAST + 1) * 2 * Normal.above(largest));
    return Optional.of(
        new DemandBreak(1 - chance, demand.head(n - at).mean(), demand.tail(at).mean(), at));
  }

  private static double shift(double[] sum, double[] squares, int k) {
    int n = sum.length - 1;
    double first = sum[k] / k;
    double second = (sum[n] - sum[k]) / (n - k);
    double within = squares[n] - k * first * first - (n - k) * second * second;
    double variance = within / (n - 2);
    return variance <= 1e-12
        ? 0
        : (second - first) / Math.sqrt(variance * (1.0 / k + 1.0 / (n - k)));
  }

  /**
   * Returns what is to be said of it.
   *
   * @param periods for which stock has to last: so long one goes by the wrong level
   * @param bucket width of a period
   */
  public Risk risk(double periods, Bucket bucket) {
    return Risk.ofAll(
        RiskKind.DEMAND_BREAK,
        certainty,
        Math.abs(after - before) * periods,
        Risk.Worth.PRICE,
        List.of(
            Risk.Figure.of("certainty", certainty),
            Risk.Figure.of("before", before),
            Risk.Figure.of("after", after),
            Risk.Figure.of("periodsSince", since)),
        Words.of("risk.break", Risk.periods(bucket, since), Risk.told(after), Risk.told(before)));
  }
}
