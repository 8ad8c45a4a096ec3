package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How much stock an item needs at a site, and what it is made of. Stock here is the inventory
 * position: on hand and on order, less what is owed. Base units.
 *
 * @param policy how it is ordered
 * @param reorderPoint s: at which is ordered; of (R, S) the order-up-to level itself
 * @param orderUpTo S; of (s, nQ) the highest position that an order leads to
 * @param lot Q, of (R, S) 0
 * @param economicQuantity EOQ before minimum and multiple, empty where costs are not known
 * @param limit what shelf life and maximum cover allow; empty where there is neither
 * @param target what {@code orderUpTo} is made of
 * @param safetyStock reorder point less expected demand of the protection interval, at least 0
 * @param demand expected in the protection interval
 * @param service what is reached
 * @param coverDays for how many days S is enough on average
 * @param beyondHorizon probability 0–1 that the protection interval ends beyond the horizon of the
 *     forecast
 * @param remarks what else is to be said
 */
public record StockPlan(
    StockPolicy policy,
    BigDecimal reorderPoint,
    BigDecimal orderUpTo,
    BigDecimal lot,
    Optional<Double> economicQuantity,
    Optional<Limit> limit,
    Target target,
    double safetyStock,
    double demand,
    Service service,
    int coverDays,
    double beyondHorizon,
    Set<Remark> remarks) {

  private static final int DECIMALS = 6;

  /** What is to be said of a plan. */
  public enum Remark {
    /** The forecast's horizon does not reach to the end of the protection interval. */
    HORIZON,
    /** The service level lies above 99 %, where the tail is a rule and not measured. */
    TAIL,
    /** The shelf life allows no more, and service suffers. */
    SHELF_LIFE,
    /** The maximum cover allows no more, and service suffers. */
    MAXIMUM_COVER,
    /** Nobody said a service level: it is the one that costs least. */
    LEAST_COST,
    /** The minimum stock asks for more than the service level does. */
    MINIMUM_STOCK
  }

  /**
   * The most that may be there and on its way.
   *
   * @param position base units
   * @param cut what it takes from the order-up-to level, 0 where it takes nothing
   */
  public record Limit(BigDecimal position, BigDecimal cut) {}

  /**
   * Service per replenishment cycle.
   *
   * @param cycleService P₁, share 0–1 of cycles without a stock-out
   * @param fillRate P₂ = 1 − expected shortage ÷ expected demand of a cycle, 0–1
   * @param expectedShortage units a cycle that are not served from stock: the lost sales, where
   *     nobody waits
   * @param cycleDemand units that a cycle is expected to want
   */
  public record Service(
      double cycleService, double fillRate, double expectedShortage, double cycleDemand) {
    /** Returns the probability 0–1 that the stock does not last for a cycle. */
    public double stockOut() {
      return 1 - cycleService;
    }
  }

  /**
   * What a target stock is made of; the parts add up to it exactly, none is negative.
   *
   * @param demand expected in the protection interval
   * @param buffer against its uncertainty, so that the service level is reached
   * @param minimum what the minimum stock adds
   * @param lot what ordering by lots adds
   */
  public record Target(BigDecimal demand, BigDecimal buffer, BigDecimal minimum, BigDecimal lot) {
    /**
     * @param served what the service level alone asks for
     */
    static Target of(
        double demand, double served, BigDecimal reorderPoint, BigDecimal lot, BigDecimal unit) {
      BigDecimal expected = nearest(demand, unit).min(reorderPoint);
      BigDecimal need = up(served, unit).min(reorderPoint);
      BigDecimal buffer = need.subtract(expected).max(BigDecimal.ZERO);
      return new Target(expected, buffer, reorderPoint.subtract(expected).subtract(buffer), lot);
    }

    /** Returns the target stock. */
    public BigDecimal total() {
      return demand.add(buffer).add(minimum).add(lot);
    }
  }

  public StockPlan {
    remarks = Set.copyOf(remarks);
  }

  /** Returns the plan with one more thing to be said of it. */
  public StockPlan with(Remark remark) {
    EnumSet<Remark> more = EnumSet.of(remark);
    more.addAll(remarks);
    return new StockPlan(
        policy,
        reorderPoint,
        orderUpTo,
        lot,
        economicQuantity,
        limit,
        target,
        safetyStock,
        demand,
        service,
        coverDays,
        beyondHorizon,
        more);
  }

  /** Rounds up to whole units; what is above one by the dust of arithmetic alone is one. */
  static BigDecimal up(double quantity, BigDecimal unit) {
    BigDecimal units = BigDecimal.valueOf(quantity).divide(unit, DECIMALS, RoundingMode.HALF_EVEN);
    return units.setScale(0, RoundingMode.CEILING).multiply(unit);
  }

  private static BigDecimal nearest(double quantity, BigDecimal unit) {
    return BigDecimal.valueOf(quantity).divide(unit, 0, RoundingMode.HALF_EVEN).multiply(unit);
  }
}
