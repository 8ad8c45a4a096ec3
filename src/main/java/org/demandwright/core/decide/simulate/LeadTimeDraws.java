package org.demandwright.core.decide.simulate;

import java.time.LocalDate;
import java.util.Objects;
import java.util.SplittableRandom;
import org.demandwright.core.decide.DayDistribution;

/**
 * Draws how many working days deliveries take. What is drawn depends on the seed, the item at the
 * site and the day of the order alone: two rules that order on the same day wait equally long, and
 * neither the order of the items nor threads change anything.
 *
 * @param seed of the whole simulation
 * @param key of the item at the site
 * @param deliveries that are drawn from
 */
public record LeadTimeDraws(long seed, String key, DayDistribution deliveries) {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  public LeadTimeDraws {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(deliveries, "deliveries");
  }

  /** Returns the working days of what is ordered on a day. */
  public int of(LocalDate ordered) {
    long mixed = (seed * SPREAD + key.hashCode()) * SPREAD + ordered.toEpochDay();
    return deliveries.quantile(new SplittableRandom(mixed).nextDouble());
  }
}
