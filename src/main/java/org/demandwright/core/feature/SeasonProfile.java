package org.demandwright.core.feature;

/**
 * How the demand of one series spreads over the phases of a season.
 *
 * <p>The index of phase j is Σ y_j ÷ Σ ȳ over the whole cycles in which phase j was observed, with
 * ȳ the mean of the cycle; cycles are counted back from the end, and those without demand teach
 * nothing. The phase of a period is its ordinal modulo the season, so that series of different
 * length share it.
 *
 * @param index per phase, mean about 1; 1 for a phase never observed
 * @param cycles number of cycles with demand
 * @param units Σ ȳ, base units: the evidence behind the index
 */
record SeasonProfile(double[] index, int cycles, double units) {

  /** Returns the profile of the periods {@code from} to {@code to}, exclusive. */
  static SeasonProfile of(double[] units, long firstOrdinal, int season, int from, int to) {
    double[] sum = new double[season];
    double[] expected = new double[season];
    int cycles = 0;
    double evidence = 0;
    for (int start = to - season; start >= from; start -= season) {
      double mean = mean(units, start, start + season);
      if (!(mean > 0)) {
        continue;
      }
      cycles++;
      evidence += mean;
      for (int i = start; i < start + season; i++) {
        if (!Double.isNaN(units[i])) {
          int phase = phase(firstOrdinal + i, season);
          sum[phase] += units[i];
          expected[phase] += mean;
        }
      }
    }
    for (int j = 0; j < season; j++) {
      sum[j] = expected[j] > 0 ? sum[j] / expected[j] : 1;
    }
    return new SeasonProfile(sum, cycles, evidence);
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
   * Returns this profile shrunk towards another one: w × own + (1 − w) × pool with w = units ÷
   * (units + 20 × season), so that a series must earn a season of its own.
   */
  double[] shrunkTo(double[] pool) {
    double w = units / (units + 20.0 * index.length);
    double[] mixed = new double[index.length];
    for (int j = 0; j < mixed.length; j++) {
      mixed[j] = w * index[j] + (1 - w) * pool[j];
    }
    return mixed;
  }
}
