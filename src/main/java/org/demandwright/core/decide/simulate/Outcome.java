package org.demandwright.core.decide.simulate;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What came of ordering some items one way; of one item at one site, or added up. Base units.
 *
 * @param days that were looked at, the same for all
 * @param items at sites
 * @param cycles that ended with a delivery
 * @param servedCycles of them without a shortage
 * @param demand that came
 * @param served of it on its day
 * @param heldDays sum of the units in the evenings
 * @param heldValue the same in money, price × units
 * @param lines that were ordered
 * @param money what it cost
 */
public record Outcome(
    int days,
    int items,
    int cycles,
    int servedCycles,
    BigDecimal demand,
    BigDecimal served,
    BigDecimal heldDays,
    BigDecimal heldValue,
    int lines,
    StockMoney money) {
  public Outcome {
    Objects.requireNonNull(demand, "demand");
    Objects.requireNonNull(heldDays, "heldDays");
    Objects.requireNonNull(heldValue, "heldValue");
    Objects.requireNonNull(money, "money");
    if (days < 1 || servedCycles > cycles || served.compareTo(demand) > 0) {
      throw new IllegalArgumentException(
          "%d days, %d of %d cycles, %s of %s units served"
              .formatted(days, servedCycles, cycles, served, demand));
    }
  }

  /** Returns the outcome of no items. */
  public static Outcome nothing(int days) {
    return new Outcome(
        days,
        0,
        0,
        0,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        0,
        StockMoney.NOTHING);
  }

  /** Returns the sum with others over as many days. */
  public Outcome plus(Outcome other) {
    if (other.days != days) {
      throw new IllegalArgumentException(
          "%d days and %d are not added up".formatted(days, other.days));
    }
    return new Outcome(
        days,
        items + other.items,
        cycles + other.cycles,
        servedCycles + other.servedCycles,
        demand.add(other.demand),
        served.add(other.served),
        heldDays.add(other.heldDays),
        heldValue.add(other.heldValue),
        lines + other.lines,
        money.plus(other.money));
  }

  /**
   * Returns the same in another currency, each amount rounded to millionths.
   *
   * @param factor worth of one unit of the currency in the other
   */
  public Outcome in(BigDecimal factor) {
    return new Outcome(
        days,
        items,
        cycles,
        servedCycles,
        demand,
        served,
        heldDays,
        StockMoney.rounded(heldValue.multiply(factor)),
        lines,
        money.times(factor));
  }

  /** Returns what was wanted and not there. */
  public BigDecimal shortage() {
    return demand.subtract(served);
  }

  /** Returns P₂, the share 0–1 of the demand that was served on its day; 1 where there was none. */
  public double fillRate() {
    return demand.signum() == 0 ? 1 : served.doubleValue() / demand.doubleValue();
  }

  /** Returns P₁, the share 0–1 of the cycles without a shortage; 1 where none ended. */
  public double cycleService() {
    return cycles == 0 ? 1 : (double) servedCycles / cycles;
  }

  /** Returns the mean stock in the evening, base units. */
  public double averageStock() {
    return heldDays.doubleValue() / days;
  }

  /** Returns the mean stock in the evening in money. */
  public double averageValue() {
    return heldValue.doubleValue() / days;
  }
}
