package org.demandwright.core.decide.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.function.Function;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.EconomicOrder;

/**
 * Minimum and maximum by mean and deviation of past demand and the normal distribution, as ERPs
 * ship it; with a short window it is the moving average with a safety stock:
 *
 * <pre>s = d̄ P + k √(P σ² + d̄² σ<sub>P</sub>²),  S = s + max(EOQ, d̄ R)</pre>
 *
 * <p>P is the protection interval, lead time and review period, d̄ and σ are mean and deviation of
 * a day within the window. All are computed anew each time that is looked at the stock.
 *
 * <p>Worked: 2 a day with deviation 3, 10 days certain and k = 1.645: s = 20 + 1.645 · 3 · √10 =
 * 35.6, that is 36.
 *
 * <p>Reference: Silver, Pyke &amp; Thomas (2017), ch. 6, 7.
 *
 * @param windowDays newest days that count
 * @param factor k, the safety factor
 * @param protection calendar days
 * @param reviewDays R
 * @param unit the smallest quantity, base units
 * @param costs for the economic order quantity
 */
public record HistoryLevels(
    int windowDays,
    double factor,
    DayDistribution protection,
    int reviewDays,
    BigDecimal unit,
    CostTerms costs)
    implements Function<Morning, MinMaxOrders.Levels> {
  private static final int YEAR = 365;
  private static final int DECIMALS = 6;

  public HistoryLevels {
    Objects.requireNonNull(protection, "protection");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(costs, "costs");
    if (windowDays < 1 || reviewDays < 0) {
      throw new IllegalArgumentException(
          "a window of %d days, a review every %d".formatted(windowDays, reviewDays));
    }
  }

  @Override
  public MinMaxOrders.Levels apply(Morning morning) {
    double mean = morning.past().mean(windowDays);
    double deviation = morning.past().deviation(windowDays);
    double days = protection.mean();
    double spread = Math.sqrt(days * deviation * deviation + mean * mean * protection.variance());
    double daily = unit.doubleValue();
    double reorder = Math.max(0, mean * days + factor * spread) * daily;
    double lot =
        Math.max(
            mean * daily * reviewDays,
            EconomicOrder.quantity(mean * daily * YEAR, costs).orElse(0.0));
    BigDecimal minimum = up(reorder);
    return new MinMaxOrders.Levels(minimum, minimum.add(up(lot)));
  }

  private BigDecimal up(double quantity) {
    return BigDecimal.valueOf(quantity)
        .divide(unit, DECIMALS, RoundingMode.HALF_EVEN)
        .setScale(0, RoundingMode.CEILING)
        .multiply(unit);
  }
}
