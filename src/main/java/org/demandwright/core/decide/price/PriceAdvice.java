package org.demandwright.core.decide.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The price of which the most profit is expected within limits that a person sets; nobody applies
 * it but a person.
 *
 * <p>Of all prices within the support and the limits that end as asked, the one with the largest
 *
 * <pre>(price − cost) · E[(price ÷ now) ^ elasticity]</pre>
 *
 * where the expectation is over the elasticity, normally distributed, by three points of it: 10, 50
 * and 90 % with weights 0.3, 0.4 and 0.3 (Keefer &amp; Bodily 1983, <i>Three-point approximations
 * for continuous random variables</i>, Management Science 29, on Swanson's rule). The unit keeps
 * what it costs; of equal ones the price nearest to the one of now is taken. Where there are more
 * than {@value #MOST} such prices, so many of them are looked at, evenly apart.
 *
 * @param price that is suggested
 * @param gain of profit a unit that is sold now, on average
 * @param lowGain the same with 10 % to be less, by the elasticity alone
 */
public record PriceAdvice(BigDecimal price, double gain, double lowGain) {
  private static final int MOST = 20_000;
  private static final double OUTER = 0.3;
  private static final double INNER = 0.4;

  /**
   * Limits.
   *
   * @param leastMargin share 0–1 of the price that is to be left above the cost
   * @param largestChange share 0–1 of the price of now
   * @param step from one price to the next, positive
   * @param ending added to multiples of the step, such as 0.99 with a step of 1
   */
  public record Limits(
      BigDecimal leastMargin, BigDecimal largestChange, BigDecimal step, BigDecimal ending) {
    /** A tenth away at most, to the hundredth, and not below the cost. */
    public static final Limits USUAL =
        new Limits(BigDecimal.ZERO, new BigDecimal("0.1"), new BigDecimal("0.01"), BigDecimal.ZERO);

    public Limits {
      require(
          leastMargin.signum() >= 0 && leastMargin.compareTo(BigDecimal.ONE) < 0, "leastMargin");
      require(
          largestChange.signum() > 0 && largestChange.compareTo(BigDecimal.ONE) <= 0,
          "largestChange");
      require(step.signum() > 0, "step");
      require(ending.signum() >= 0 && ending.compareTo(step) < 0, "ending");
    }

    private static void require(boolean holds, String limit) {
      if (!holds) {
        throw new IllegalArgumentException(
            limit
                + ": the margin is a share from 0 to below 1, the change one above 0 to 1, the step"
                + " positive and the ending below it");
      }
    }
  }

  /** Returns the advice; empty where no price keeps to the limits. */
  public static Optional<PriceAdvice> of(
      PriceResponse response,
      PriceSupport support,
      BigDecimal now,
      BigDecimal cost,
      Limits limits) {
    double current = now.doubleValue();
    double change = limits.largestChange().doubleValue();
    double low = Math.max(support.low(), current * (1 - change));
    double high = Math.min(support.high(), current * (1 + change));
    double least = cost.doubleValue() / (1 - limits.leastMargin().doubleValue());
    BigDecimal step = limits.step();
    BigDecimal first =
        BigDecimal.valueOf(Math.max(low, least))
            .subtract(limits.ending())
            .divide(step, 0, RoundingMode.CEILING)
            .multiply(step)
            .add(limits.ending());
    double count = (high - first.doubleValue()) / step.doubleValue();
    BigDecimal stride = step.multiply(BigDecimal.valueOf(Math.max(1, Math.ceil(count / MOST))));
    PriceAdvice best = null;
    for (BigDecimal price = first; price.doubleValue() <= high; price = price.add(stride)) {
      if (price.signum() > 0 && price.doubleValue() >= Math.max(low, least)) {
        PriceAdvice one = of(response, price, current, cost.doubleValue());
        best = best == null || one.isBetter(best, current) ? one : best;
      }
    }
    return Optional.ofNullable(best);
  }

  private static PriceAdvice of(PriceResponse response, BigDecimal price, double now, double cost) {
    double is = price.doubleValue() - cost;
    double was = now - cost;
    PriceResponse.Factor f = response.factor(now, price.doubleValue());
    double one = is * f.low() - was;
    double other = is * f.high() - was;
    double middle = is * f.middle() - was;
    return new PriceAdvice(
        price.setScale(Math.max(2, price.scale()), RoundingMode.HALF_EVEN),
        OUTER * one + INNER * middle + OUTER * other,
        Math.min(one, other));
  }

  private boolean isBetter(PriceAdvice other, double now) {
    int order = Double.compare(gain, other.gain);
    return order > 0
        || order == 0
            && Math.abs(price.doubleValue() - now) < Math.abs(other.price.doubleValue() - now);
  }
}
