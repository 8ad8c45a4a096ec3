package org.demandwright.core.decide.promotion;

import java.util.Optional;
import org.demandwright.core.decide.Band;

/**
 * What a promotion needs beyond what a forecast has of it: usual demand of its days × the uplift,
 * less what the forecast already has for it, at least 0. The band is that of the effect with what
 * promotions of one item differ by; demand itself scatters beside it, for which there is the safety
 * stock.
 *
 * @param more base units to have beyond the forecast
 * @param low end of the band that holds it with 80 %
 * @param high likewise
 * @param uplift of this promotion at its depth
 */
public record PreStock(double more, double low, double high, Pooled uplift) {

  /**
   * Returns the need.
   *
   * @param usual base units of its days without it
   * @param inForecast base units that the forecast has more for it
   * @param effect of the item or of its category, known
   * @param depth that is planned; empty = as usual
   * @param again by how much promotions of one item differ, a deviation of the logarithm
   * @param slope of the logarithm of uplift on that of the depth
   */
  public static PreStock of(
      double usual,
      double inForecast,
      PromotionEffect effect,
      Optional<Double> depth,
      double again,
      double slope) {
    Pooled known = effect.uplift().orElseThrow();
    double log = Math.log1p(known.value());
    double deviation = (Math.log1p(known.high()) - Math.log1p(known.low())) / 2 / Band.DEVIATIONS;
    double moved =
        depth.isPresent() && effect.depth().isPresent()
            ? slope * Math.log(depth.get() / effect.depth().get())
            : 0;
    Pooled uplift =
        Pooled.factor(log + moved, deviation * deviation + again * again, known.weight());
    return new PreStock(
        more(usual, uplift.value(), inForecast),
        more(usual, uplift.low(), inForecast),
        more(usual, uplift.high(), inForecast),
        uplift);
  }

  private static double more(double usual, double uplift, double inForecast) {
    return Math.max(0, usual * uplift - inForecast);
  }
}
