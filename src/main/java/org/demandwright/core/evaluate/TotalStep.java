package org.demandwright.core.evaluate;

import java.util.Objects;
import org.demandwright.core.DoubleVector;

/**
 * How the total demand of the periods from the origin to one step is distributed, base units.
 *
 * <p>Between two levels a quantile lies on the straight line between theirs; between the
 * probability of nothing and the next level on that from 0.
 *
 * @param mean of the total, at least 0
 * @param nothing probability 0–1 that nothing at all is wanted; 0 also where it is below the lowest
 *     of the {@link TotalLevels} and therefore not known
 * @param quantiles at the {@link TotalLevels}, ascending, at least 0, and above 0 only at levels
 *     above {@code nothing}
 */
public record TotalStep(double mean, double nothing, DoubleVector quantiles) {

  public TotalStep {
    Objects.requireNonNull(quantiles, "quantiles");
    if (!(mean >= 0) || !(nothing >= 0 && nothing <= 1) || quantiles.size() != TotalLevels.COUNT) {
      throw new IllegalArgumentException(
          "mean %s, nothing with %s, %d quantiles".formatted(mean, nothing, quantiles.size()));
    }
    double last = 0;
    for (int i = 0; i < quantiles.size(); i++) {
      double q = quantiles.get(i);
      if (!(q >= last) || (q > 0 && TotalLevels.ALL.get(i) <= nothing)) {
        throw new IllegalArgumentException(
            "quantiles %s with nothing at %s: they fall, or are above 0 too early"
                .formatted(quantiles, nothing));
      }
      last = q;
    }
  }

  /** Returns the mean of the totals above nothing. */
  double meanOfSome() {
    return mean / (1 - nothing);
  }

  /** Returns the quantile at a level from 0 to the highest of the {@link TotalLevels}. */
  double at(double level) {
    if (level <= nothing) {
      return 0;
    }
    int above = TotalLevels.atLeast(level);
    double from = above == 0 ? 0 : TotalLevels.ALL.get(above - 1);
    double below = above == 0 ? 0 : quantiles.get(above - 1);
    if (nothing > from) {
      from = nothing;
      below = 0;
    }
    double share = (level - from) / (TotalLevels.ALL.get(above) - from);
    return below + share * (quantiles.get(above) - below);
  }

  /**
   * Returns this distribution with another mean: all quantiles are multiplied alike. Where the mean
   * was 0 there is nothing to multiply; then what is added counts as certain.
   */
  public TotalStep scaledTo(double other) {
    if (other == mean) {
      return this;
    }
    if (mean == 0) {
      return new TotalStep(other, 0, quantiles.map(q -> q + other));
    }
    if (other == 0) {
      return new TotalStep(0, 1, DoubleVector.filled(TotalLevels.COUNT, 0));
    }
    double factor = other / mean;
    return new TotalStep(other, nothing, quantiles.map(q -> factor * q));
  }

  /**
   * Returns the sum of this and another, as if both were high at the same time: more than what is
   * seldom wanted together, never less.
   */
  TotalStep and(TotalStep other) {
    double[] sums = new double[TotalLevels.COUNT];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = quantiles.get(i) + other.quantiles.get(i);
    }
    return new TotalStep(
        mean + other.mean, Math.min(nothing, other.nothing), DoubleVector.of(sums));
  }

  /** Returns this distribution, nowhere below that of an earlier step. */
  public TotalStep notBelow(TotalStep earlier) {
    double[] raised = new double[TotalLevels.COUNT];
    for (int i = 0; i < raised.length; i++) {
      raised[i] = Math.max(quantiles.get(i), earlier.quantiles.get(i));
    }
    return new TotalStep(mean, Math.min(nothing, earlier.nothing), DoubleVector.of(raised));
  }
}
