package org.demandwright.core.evaluate;

import java.util.Locale;
import java.util.Objects;
import org.demandwright.core.DoubleVector;
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
  public Silence {
    Objects.requireNonNull(since, "since");
    if (periods < 1 || !(alive >= 0 && alive <= 1) || !(hazard >= 0 && hazard <= 1)) {
      throw new IllegalArgumentException(
          "silent for %d periods, alive with %s, hazard %s".formatted(periods, alive, hazard));
    }
  }

  /** Returns what a planner is told. */
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "Nothing was sold since %s (%d %s in stock), longer than it ever paused; the chance that it"
            + " still sells is %s: the forecast fades by that, and p10 is 0.",
        since.start(),
        periods,
        periods == 1 ? "period" : "periods",
        alive < 0.001 ? "below 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * alive));
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
