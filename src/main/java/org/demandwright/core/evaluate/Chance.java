package org.demandwright.core.evaluate;

/**
 * A probability, as far as it is known: exactly where both ends are the same.
 *
 * @param atLeast share 0–1
 * @param atMost share 0–1, not below {@code atLeast}
 */
public record Chance(double atLeast, double atMost) {
  public Chance {
    if (!(0 <= atLeast && atLeast <= atMost && atMost <= 1)) {
      throw new IllegalArgumentException("a probability from %s to %s".formatted(atLeast, atMost));
    }
  }

  static Chance exactly(double share) {
    return new Chance(share, share);
  }
}
