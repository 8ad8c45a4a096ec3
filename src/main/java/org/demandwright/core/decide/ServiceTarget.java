package org.demandwright.core.decide;

import java.util.Objects;

/**
 * How well customers are to be served.
 *
 * @param kind what the level is a share of
 * @param level 0–1, both excluded
 */
public record ServiceTarget(Kind kind, double level) {
  private static final double YEAR = 365;
  private static final double LOWEST = 0.5;
  private static final double HIGHEST = 0.9999;

  /** What a service level is a share of. */
  public enum Kind {
    /** P₁: replenishment cycles in which the stock lasts. */
    CYCLE_SERVICE,
    /** P₂: demand of a replenishment cycle that is served from stock. */
    FILL_RATE
  }

  public ServiceTarget {
    Objects.requireNonNull(kind, "kind");
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "service level %s; it must lie between 0 and 1".formatted(level));
    }
  }

  public static ServiceTarget cycle(double level) {
    return new ServiceTarget(Kind.CYCLE_SERVICE, level);
  }

  public static ServiceTarget fillRate(double level) {
    return new ServiceTarget(Kind.FILL_RATE, level);
  }

  /**
   * Returns the cycle service at which one more unit of stock costs as much as it saves: α = 1 − v
   * r T ÷ B, where B is what a missing unit costs and T the length of a cycle; at least one half,
   * so that stock is held for what is expected.
   *
   * <p>Reference: Silver, Pyke &amp; Thomas (2017), ch. 6, charge per unit short.
   *
   * @param costs with a shortage cost above 0
   * @param cycleDays T, from one order to the next, calendar days
   */
  public static ServiceTarget economic(CostTerms costs, double cycleDays) {
    double shortage =
        costs
            .shortageCost()
            .filter(b -> b > 0)
            .orElseThrow(
                () -> new IllegalArgumentException("what a missing unit costs is not known"));
    double level = 1 - costs.holdingCost() * cycleDays / YEAR / shortage;
    return cycle(Math.min(HIGHEST, Math.max(LOWEST, level)));
  }
}
