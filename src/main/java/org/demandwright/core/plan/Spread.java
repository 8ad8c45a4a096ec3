package org.demandwright.core.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a total by shares so that the parts add up to it exactly: the method of largest remainder
 * (Hamilton, 1792).
 *
 * <p>Each part first gets the whole steps of its quota, total × share ÷ Σ shares; the steps that
 * are left go one each to the largest remainders, among equal ones to the first. So a part differs
 * from its quota by less than a step, and a larger share never has the smaller part. Worked
 * example: 10 by 6, 6 and 2 in whole units has the quotas 4.29, 4.29 and 1.43; the unit that is
 * left goes to the last, whose remainder is largest: 4, 4 and 2.
 */
public final class Spread {
  /** Decimals of parts that need not be whole: those of quantities that are read. */
  public static final int DECIMALS = 6;

  private Spread() {}

  /** Returns whether an amount has no fraction. */
  public static boolean isWhole(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() <= 0;
  }

  /**
   * Returns the parts of a total, in the order of the shares.
   *
   * @param total ≥ 0, without more decimals than its parts
   * @param shares at least one, each ≥ 0; where all are 0 the parts are equal but for one step
   * @param decimals of the parts, 0 = whole units
   */
  public static List<BigDecimal> of(BigDecimal total, List<BigDecimal> shares, int decimals) {
    if (total.signum() < 0 || shares.isEmpty() || shares.stream().anyMatch(s -> s.signum() < 0)) {
      throw new IllegalArgumentException(
          "%s cannot be divided by %d shares, or one is negative".formatted(total, shares.size()));
    }
    BigInteger steps = total.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue();
    List<BigInteger> weights = weights(shares);
    BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    List<BigInteger[]> quotas =
        weights.stream().map(w -> steps.multiply(w).divideAndRemainder(sum)).toList();
    BigInteger given = quotas.stream().map(q -> q[0]).reduce(BigInteger.ZERO, BigInteger::add);
    boolean[] more = largest(quotas, steps.subtract(given).intValueExact());
    List<BigDecimal> parts = new ArrayList<>(quotas.size());
    for (int i = 0; i < more.length; i++) {
      BigInteger whole = quotas.get(i)[0];
      parts.add(new BigDecimal(more[i] ? whole.add(BigInteger.ONE) : whole, decimals));
    }
    return parts;
  }

  /** Whole numbers in the ratio of the shares; equal ones where all shares are 0. */
  private static List<BigInteger> weights(List<BigDecimal> shares) {
    if (shares.stream().allMatch(s -> s.signum() == 0)) {
      return shares.stream().map(s -> BigInteger.ONE).toList();
    }
    int scale = shares.stream().mapToInt(BigDecimal::scale).max().orElseThrow();
    return shares.stream().map(s -> s.setScale(scale).unscaledValue()).toList();
  }

  private static boolean[] largest(List<BigInteger[]> quotas, int count) {
    boolean[] chosen = new boolean[quotas.size()];
    if (count > 0) {
      IntStream.range(0, quotas.size())
          .boxed()
          .sorted(Comparator.comparing((Integer i) -> quotas.get(i)[1]).reversed())
          .limit(count)
          .forEach(i -> chosen[i] = true);
    }
    return chosen;
  }
}
