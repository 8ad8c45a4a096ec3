package org.demandwright.core.decide.risk;

import java.util.Objects;
import java.util.TreeMap;
import org.demandwright.core.decide.DayDistribution;

/**
 * Something on its way whose day is not certain.
 *
 * @param quantity base units, above 0
 * @param days calendar days from today until it is there in the morning; 0 = today
 */
public record AwaitedSupply(double quantity, DayDistribution days) {
  public AwaitedSupply {
    Objects.requireNonNull(days, "days");
    if (!(quantity > 0) || days.first() < 0) {
      throw new IllegalArgumentException(
          "%s units after %d days are not awaited".formatted(quantity, days.first()));
    }
  }

  /**
   * Returns what is awaited and has not come until now.
   *
   * @param days as they were told when it was ordered, counted from today: those below 0 have gone
   *     by without it. Where nothing is left, it is taken to come tomorrow
   */
  public static AwaitedSupply stillAwaited(double quantity, DayDistribution days) {
    TreeMap<Integer, Double> left = new TreeMap<>();
    for (int day = Math.max(0, days.first()); day <= days.last(); day++) {
      if (days.share(day) > 0) {
        left.put(day, days.share(day));
      }
    }
    return new AwaitedSupply(
        quantity, left.isEmpty() ? DayDistribution.certain(1) : DayDistribution.of(left));
  }
}
