package org.demandwright.core.evaluate;

import java.util.Objects;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Period;

/**
 * A silence at the end of a series that its own pace does not explain: the item may have ended.
 *
 * @param since the first period without demand
 * @param periods observed periods without demand since then, at least 1
 * @param alive probability 0–1 that the item still sells, given the silence
 * @param hazard probability 0–1 that an item of this age ends in one period
 */
public record Silence(Period since, int periods, double alive, double hazard) {
  private static final double LEAST_TOLD = 0.001;

  public Silence {
    Objects.requireNonNull(since, "since");
    if (periods < 1 || !(alive >= 0 && alive <= 1) || !(hazard >= 0 && hazard <= 1)) {
      throw new IllegalArgumentException(
          "silent for %d periods, alive with %s, hazard %s".formatted(periods, alive, hazard));
    }
  }

  /** Returns what a planner is told. */
  public Words inWords() {
    return alive < LEAST_TOLD
        ? Words.of("forecast.silence.surely", since.start(), periods)
        : Words.of("forecast.silence", since.start(), periods, Words.decimal(100 * alive, 1));
  }

  /**
   * Returns a forecast as it is to be expected: step h × P(alive now) × (1 − hazard)<sup>h</sup>.
   *
   * @param mean base units per period if the item still sells
   */
  public DoubleVector fading(DoubleVector mean) {
    double[] faded = new double[mean.size()];
    double left = alive;
    for (int i = 0; i < faded.length; i++) {
      left *= 1 - hazard;
      faded[i] = left * mean.get(i);
    }
    return DoubleVector.of(faded);
  }
}
