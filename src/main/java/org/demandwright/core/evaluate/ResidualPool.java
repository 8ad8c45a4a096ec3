package org.demandwright.core.evaluate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;

/**
 * Residuals of many series, by demand class and step. The quantiles do not depend on the order in
 * which residuals were added.
 *
 * <p>A quantile at step h is taken from the steps h − 1 … h + 1 of the class, which smooths it over
 * the horizon (at the first and the last step from that step alone, so that the window stays
 * centred). Where these are fewer than {@link #ENOUGH}, the pool widens: to the classes of like
 * frequency (smooth and erratic; intermittent and lumpy), then to all classes. Steps further out
 * than any with so many residuals take those of the last that has them, √(h ÷ its step) as far out,
 * as the errors of a random walk grow; where no earlier step has enough, all residuals make one
 * pool. A pool with less than {@link #ENOUGH} is mixed with the normal distribution, which counts
 * as {@link #ASSUMED_RESIDUALS}.
 */
public final class ResidualPool {
  /** Residuals from which a 10 % quantile is taken without widening the pool. */
  public static final int ENOUGH = 60;

  /** The fewest residuals of which one is a 10 % quantile. */
  static final int ASSUMED_RESIDUALS = 9;

  /** Quantiles of the normal distribution, used where a run has no residual at all. */
  private static final Quantiles ASSUMED = new Quantiles(-1.2816, 0, 1.2816, 0);

  private final Map<DemandPattern, Residuals[]> byClass = new EnumMap<>(DemandPattern.class);
  private final Map<DemandPattern, Spread[]> spreads = new EnumMap<>(DemandPattern.class);
  private final int horizon;

  /**
   * Quantiles of a residual, in its units.
   *
   * @param residuals number behind them; 0 = none, the normal distribution is assumed
   */
  public record Quantiles(double q10, double q50, double q90, int residuals) {
    private Quantiles widened(double factor) {
      return new Quantiles(factor * q10, factor * q50, factor * q90, residuals);
    }

    /** Returns the mean of both, weighted by their numbers of residuals. */
    private Quantiles mixed(Quantiles assumed, int residualsOfIt) {
      double share = (double) residuals / (residuals + residualsOfIt);
      return new Quantiles(
          share * q10 + (1 - share) * assumed.q10,
          share * q50 + (1 - share) * assumed.q50,
          share * q90 + (1 - share) * assumed.q90,
          residuals);
    }
  }

  /** The residuals that tell of a step, sorted, and how much further out they are laid. */
  private record Spread(double[] sorted, double factor) {}

  public ResidualPool(int horizon) {
    this.horizon = horizon;
  }

  /**
   * Adds one residual.
   *
   * @param step 1 … horizon
   */
  public void add(DemandPattern pattern, int step, double residual) {
    Residuals[] steps = byClass.computeIfAbsent(pattern, p -> new Residuals[horizon]);
    if (steps[step - 1] == null) {
      steps[step - 1] = new Residuals();
    }
    steps[step - 1].add(residual);
    spreads.clear();
  }

  /** Returns the quantiles of a class at a step, from the narrowest pool that has enough. */
  public Quantiles quantiles(DemandPattern pattern, int step) {
    return quantiles(pattern, step, BandLevels.NOMINAL);
  }

  /** Returns the same at other levels than 10 % and 90 %, under the names of these. */
  public Quantiles quantiles(DemandPattern pattern, int step, BandLevels levels) {
    Spread spread = spreadOf(pattern, step);
    double[] residuals = spread.sorted();
    if (residuals.length == 0) {
      return ASSUMED;
    }
    Quantiles known = quantiles(residuals, levels).widened(spread.factor());
    return residuals.length < ENOUGH ? known.mixed(ASSUMED, ASSUMED_RESIDUALS) : known;
  }

  /**
   * Returns the quantiles of a class at a step at all {@link TotalLevels}, from the same pool, in
   * residuals' units and never falling; levels between those of the band lie as far out as these
   * do.
   *
   * <p>A level of which the pool has no residual beyond it, such as 99 % of 60, is as far from the
   * median as that of the normal distribution with the pool's 90 % quantile, but not nearer than
   * its last residual.
   */
  public DoubleVector levels(DemandPattern pattern, int step, BandLevels band) {
    Spread spread = spreadOf(pattern, step);
    double[] residuals = spread.sorted();
    if (residuals.length == 0) {
      return TotalLevels.NORMAL;
    }
    double known = (double) residuals.length / (residuals.length + ASSUMED_RESIDUALS);
    double share = residuals.length < ENOUGH ? known : 1;
    double median = median(residuals);
    double high = above(residuals, band.at(BandLevels.HIGH));
    double[] levels = new double[TotalLevels.COUNT];
    for (int i = 0; i < levels.length; i++) {
      double level = band.at(TotalLevels.ALL.get(i));
      double normal = TotalLevels.NORMAL.get(i);
      double q =
          i < TotalLevels.P50
              ? below(residuals, level)
              : i == TotalLevels.P50 ? median : above(residuals, level);
      if (level * (residuals.length + 1) > residuals.length) {
        q =
            Math.max(
                q, median + (high - median) * normal / TotalLevels.NORMAL.get(TotalLevels.P90));
      }
      q = share * (spread.factor() * q) + (1 - share) * normal;
      levels[i] = i == 0 ? q : Math.max(levels[i - 1], q);
    }
    return DoubleVector.of(levels);
  }

  private Spread spreadOf(DemandPattern pattern, int step) {
    Spread[] steps = spreads.computeIfAbsent(pattern, p -> new Spread[horizon]);
    if (steps[step - 1] == null) {
      steps[step - 1] = spread(pattern, step);
    }
    return steps[step - 1];
  }

  private Spread spread(DemandPattern pattern, int step) {
    for (int last = step; last >= 1; last--) {
      double[] pool = pooled(pattern, last);
      if (pool.length >= ENOUGH) {
        return new Spread(pool, Math.sqrt((double) step / last));
      }
    }
    double[] all = pool(EnumSet.allOf(DemandPattern.class), 1, horizon);
    Arrays.sort(all);
    return new Spread(all, 1);
  }

  /** Returns the narrowest pool of a step that has enough, sorted; empty where none has. */
  private double[] pooled(DemandPattern pattern, int step) {
    int reach = step == 1 || step == horizon ? 0 : 1;
    for (Set<DemandPattern> classes : widening(pattern)) {
      double[] pool = pool(classes, step - reach, step + reach);
      if (pool.length >= ENOUGH) {
        Arrays.sort(pool);
        return pool;
      }
    }
    return new double[0];
  }

  /** Returns the split-conformal quantiles: order statistics of rank q(n + 1), rounded outwards. */
  static Quantiles quantiles(double[] sorted, BandLevels levels) {
    return new Quantiles(
        below(sorted, levels.low()), median(sorted), above(sorted, levels.high()), sorted.length);
  }

  private static double below(double[] sorted, double level) {
    return sorted[Math.max(1, (int) Math.floor(level * (sorted.length + 1))) - 1];
  }

  private static double above(double[] sorted, double level) {
    return sorted[Math.min(sorted.length, (int) Math.ceil(level * (sorted.length + 1))) - 1];
  }

  private static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static List<Set<DemandPattern>> widening(DemandPattern pattern) {
    Set<DemandPattern> alike =
        switch (pattern) {
          case SMOOTH, ERRATIC -> EnumSet.of(DemandPattern.SMOOTH, DemandPattern.ERRATIC);
          case INTERMITTENT, LUMPY -> EnumSet.of(DemandPattern.INTERMITTENT, DemandPattern.LUMPY);
          case NONE -> EnumSet.allOf(DemandPattern.class);
        };
    return List.of(EnumSet.of(pattern), alike, EnumSet.allOf(DemandPattern.class));
  }

  private double[] pool(Set<DemandPattern> classes, int from, int to) {
    Residuals pooled = new Residuals();
    for (DemandPattern pattern : classes) {
      Residuals[] steps = byClass.getOrDefault(pattern, new Residuals[horizon]);
      for (int h = from; h <= to; h++) {
        if (steps[h - 1] != null) {
          pooled.addAll(steps[h - 1]);
        }
      }
    }
    return pooled.toArray();
  }

  private static final class Residuals {
    private double[] values = new double[16];
    private int size;

    void add(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    void addAll(Residuals other) {
      for (int i = 0; i < other.size; i++) {
        add(other.values[i]);
      }
    }

    double[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
