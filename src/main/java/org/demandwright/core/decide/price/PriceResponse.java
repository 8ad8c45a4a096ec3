package org.demandwright.core.decide.price;

import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.decide.Band;

/**
 * How demand of an item answers its price.
 *
 * @param fit what its own past tells
 * @param weight 0–1 by which its own past is believed rather than its category; 0 where it tells
 *     nothing
 * @param pooled elasticity of its category; 0 where that is not known either
 * @param elasticity exponent of price; 0 where it cannot be known
 * @param deviation of the elasticity, as a normal distribution
 * @param unknown why it cannot be known; empty where it is known
 */
public record PriceResponse(
    PriceFit fit,
    double weight,
    double pooled,
    double elasticity,
    double deviation,
    Optional<PriceUnknown> unknown) {
  public PriceResponse {
    Objects.requireNonNull(fit, "fit");
    Objects.requireNonNull(unknown, "unknown");
    if (!(weight >= 0 && weight <= 1) || deviation < 0) {
      throw new IllegalArgumentException("weight " + weight + ", deviation " + deviation);
    }
  }

  /** Returns what is told where it cannot be known. */
  public static PriceResponse unknown(PriceFit fit, PriceUnknown why) {
    return new PriceResponse(fit, 0, 0, 0, 0, Optional.of(why));
  }

  public boolean isKnown() {
    return unknown.isEmpty();
  }

  /** Returns the elasticity below which it lies with 10 %. */
  public double low() {
    return elasticity - Band.DEVIATIONS * deviation;
  }

  /** Returns the elasticity above which it lies with 10 %. */
  public double high() {
    return elasticity + Band.DEVIATIONS * deviation;
  }

  /**
   * Returns the factor on demand of a price against another.
   *
   * <pre>(price ÷ from) ^ elasticity</pre>
   *
   * Worked: elasticity −2 ± 0.5 in 80 %, 10 % cheaper: 1.23, between 1.17 and 1.30.
   *
   * @throws IllegalStateException where the answer is not known
   */
  public Factor factor(double from, double price) {
    if (!isKnown()) {
      throw new IllegalStateException("asked for a factor where " + unknown.get());
    }
    double relative = Math.log(price / from);
    double one = Math.exp(relative * low());
    double other = Math.exp(relative * high());
    return new Factor(Math.exp(relative * elasticity), Math.min(one, other), Math.max(one, other));
  }

  /**
   * A factor on demand with its 80 % band.
   *
   * @param middle as likely too high as too low
   * @param low passed with 90 %
   * @param high passed with 10 %
   */
  public record Factor(double middle, double low, double high) {
    public Factor {
      if (!(low > 0 && low <= middle && middle <= high)) {
        throw new IllegalArgumentException("factor %s in %s to %s".formatted(middle, low, high));
      }
    }
  }
}
