package org.demandwright.core.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * How the demand of one series, or of several together, spreads over the phases of a season.
 *
 * <p>The index of phase j is Σ y_j ÷ Σ ȳ over the whole cycles in which phase j was observed, with
 * ȳ the mean of the cycle; cycles are counted back from the end, and those without demand teach
 * nothing. The phase of a period is its ordinal modulo the season, so that series of different
 * length share it.
 *
 * @param newest the newest cycles, the newest first; none where there are so many that a single one
 *     cannot make a season
 * @param others all other cycles together
 * @param cycles number of cycles with demand
 * @param units Σ ȳ, base units: the evidence behind the index
 */
record SeasonProfile(List<SeasonSums> newest, SeasonSums others, int cycles, double units) {
  private static final int FEW_CYCLES = 20;
  private static final double PRIOR_UNITS = 20;

  SeasonProfile {
    newest = List.copyOf(newest);
  }

  /** Returns the profile of the periods {@code from} to {@code to}, exclusive. */
  static SeasonProfile of(double[] units, long firstOrdinal, int season, int from, int to) {
    List<SeasonSums> cycles = new ArrayList<>();
    SeasonSums all = new SeasonSums(season);
    int demanded = 0;
    double evidence = 0;
    for (int start = to - season; start >= from; start -= season) {
      double mean = mean(units, start, start + season);
      SeasonSums cycle = new SeasonSums(season);
      if (mean > 0) {
        cycle.add(units, firstOrdinal, start, mean);
        demanded++;
        evidence += mean;
      }
      cycles.add(cycle);
      all.add(cycle, 1);
    }
    return cycles.size() > FEW_CYCLES
        ? new SeasonProfile(List.of(), all, demanded, evidence)
        : new SeasonProfile(cycles, new SeasonSums(season), demanded, evidence);
  }

  /** Returns the profile of which no single cycle is looked at, for a test on further ones. */
  SeasonProfile asShown() {
    SeasonSums all = new SeasonSums(others.season());
    all.add(others, 1);
    newest.forEach(c -> all.add(c, 1));
    return new SeasonProfile(List.of(), all, cycles, units);
  }

  /** Returns the index of a phase as all cycles show it, 1 for a phase never observed. */
  double index(int phase) {
    double sold = others.sold()[phase];
    double expected = others.expected()[phase];
    for (SeasonSums cycle : newest) {
      sold += cycle.sold()[phase];
      expected += cycle.expected()[phase];
    }
    return expected > 0 ? sold / expected : 1;
  }

  /**
   * Returns the index of a phase as far as more than one cycle shows it: the cycle that lies
   * furthest from what is usual, in the direction of the index, counts as if it lay where the next
   * one lies; what is usual where the cycles then speak for the opposite, or there is only one.
   */
  double proven(int phase, double usual) {
    double distance = index(phase) - usual;
    if (newest.isEmpty() || distance == 0) {
      return usual + distance;
    }
    double sign = Math.signum(distance);
    double strongest = Double.NEGATIVE_INFINITY;
    double next = Double.NEGATIVE_INFINITY;
    double weight = 0;
    double weights = others.expected()[phase];
    for (SeasonSums cycle : newest) {
      double expected = cycle.expected()[phase];
      double d =
          expected > 0 ? sign * (cycle.sold()[phase] / expected - usual) : Double.NEGATIVE_INFINITY;
      weights += expected;
      if (d > strongest) {
        next = strongest;
        strongest = d;
        weight = expected;
      } else {
        next = Math.max(next, d);
      }
    }
    double excess =
        Double.isInfinite(next) ? Math.abs(distance) : weight * (strongest - next) / weights;
    return usual + sign * Math.max(0, Math.abs(distance) - excess);
  }

  /** Returns the phase 0 … season − 1 of the period with this ordinal. */
  static int phase(long ordinal, int season) {
    return (int) Math.floorMod(ordinal, (long) season);
  }

  /** Returns the mean of the observed ones of these periods, NaN where there are none. */
  static double mean(double[] units, int from, int to) {
    double sum = 0;
    int n = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(units[i])) {
        sum += units[i];
        n++;
      }
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  /**
   * Returns the proven index shrunk towards that of a pool: w × own + (1 − w) × pool with w = units
   * ÷ (units + 20 × season), so that a series must earn a season of its own.
   */
  double[] shrunkTo(double[] pool) {
    double w = units / (units + PRIOR_UNITS * pool.length);
    double[] mixed = new double[pool.length];
    for (int j = 0; j < mixed.length; j++) {
      mixed[j] = w * proven(j, pool[j]) + (1 - w) * pool[j];
    }
    return mixed;
  }
}
