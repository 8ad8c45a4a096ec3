package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.demandwright.core.decide.StockPlan.Remark;
import org.demandwright.core.decide.StockPlan.Service;
import org.demandwright.core.evaluate.TotalLevels;

/**
 * Plans the stock of one item at one site out of the distribution of demand over its lead time and
 * review period.
 *
 * <p>D is the demand of the protection interval, D<sub>L</sub> that until the next order arrives:
 *
 * <ul>
 *   <li>Cycle service α: the reorder point, and S of (R, S), is the α quantile of D.
 *   <li>Fill rate β: the least one with which the expected shortage of a cycle is (1 − β) of its
 *       demand. Of (R, S) the shortage is E[(D − S)⁺] − E[(D<sub>L</sub> − S)⁺], what was short
 *       before the cycle began belonging to the one before, and the demand E[D] − E[D<sub>L</sub>].
 *       Of policies with a reorder point that are looked at all the time it is E[(D − s)⁺] − E[(D −
 *       s − Q)⁺], and the demand Q. Where they are looked at every R days, the position after a
 *       look lies anywhere between s and s + Q, and the shortage of a cycle is Q ÷ (E[D] −
 *       E[D<sub>L</sub>]) times the mean over these positions x of E[(D − x)⁺] − E[(D<sub>L</sub> −
 *       x)⁺]: by how much the point was passed before anybody looked is in it. Of (s, S) an order
 *       is larger than Q by that, half of what is wanted between two looks: Q is so much more
 *       there.
 *   <li>Q is the economic order quantity, or what a review period is expected to want where costs
 *       are not known or where that is more; at least the minimum order, a multiple. S = s + Q.
 *   <li>A minimum stock is added to the expected demand where the buffer is smaller.
 *   <li>With a shelf life, S is at most what the {@link Newsvendor} has for the demand until the
 *       next order has perished, with the shortage cost against the price; where the shortage cost
 *       is not known, both weigh the same. With a maximum cover S is at most the expected demand
 *       until the next order has arrived and that time has gone by. First Q gives way (not below
 *       one order that the vendor takes), then s.
 * </ul>
 *
 * <p>Levels above 99 % use the tail, which is a rule ({@link Remark#TAIL}).
 *
 * <p>References: Silver, Pyke &amp; Thomas (2017), ch. 6, 7; Hadley &amp; Whitin (1963),
 * <i>Analysis of inventory systems</i>, ch. 4, 5, for the two expected shortages; Axsäter (2015),
 * <i>Inventory control</i>, ch. 5.
 */
public final class StockPlanner {
  private static final int YEAR = 365;
  private static final int HALVINGS = 60;
  private static final double FINE = 1e-9;
  private static final int LONGEST_COVER = 3 * YEAR;
  private static final double EVEN = 0.5;

  private final DemandOverTime demand;
  private final ReviewCycle cycle;
  private final StockTerms terms;
  private final DemandDistribution protection;
  private final DemandDistribution lead;
  private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);

  private StockPlanner(DemandOverTime demand, ReviewCycle cycle, StockTerms terms) {
    this.demand = demand;
    this.cycle = cycle;
    this.terms = terms;
    this.protection = demand.over(cycle.protection());
    this.lead = demand.over(cycle.lead());
  }

  /** Returns the plan for one item at one site. */
  public static StockPlan plan(DemandOverTime demand, ReviewCycle cycle, StockTerms terms) {
    if (terms.policy() == StockPolicy.ORDER_UP_TO && cycle.reviewDays() == 0) {
      throw new IllegalArgumentException(
          "an order-up-to level needs a review period of a day or more");
    }
    return new StockPlanner(demand, cycle, terms).plan();
  }

  /**
   * Returns what a minimum and a maximum that somebody set would do, such as those of the ERP: an
   * order is due at the minimum or below, and lifts to the maximum.
   *
   * @param minimum base units, at least 0
   * @param maximum not below the minimum
   */
  public static StockPlan given(
      DemandOverTime demand,
      ReviewCycle cycle,
      StockTerms terms,
      BigDecimal minimum,
      BigDecimal maximum) {
    if (minimum.signum() < 0 || maximum.compareTo(minimum) < 0) {
      throw new IllegalArgumentException(
          "from a minimum of %s to a maximum of %s".formatted(minimum, maximum));
    }
    StockPlanner planner = new StockPlanner(demand, cycle, terms);
    planner.remark(minimum, minimum.doubleValue());
    return planner.plan(
        StockPolicy.REORDER_POINT_ORDER_UP_TO,
        minimum,
        maximum.subtract(minimum),
        Optional.empty(),
        Optional.empty(),
        minimum.doubleValue());
  }

  private StockPlan plan() {
    boolean upTo = terms.policy() == StockPolicy.ORDER_UP_TO;
    Optional<Double> economic =
        upTo ? Optional.empty() : terms.costs().flatMap(c -> EconomicOrder.quantity(yearly(), c));
    BigDecimal lot = upTo ? BigDecimal.ZERO : lot(economic);
    double served = served(lot.doubleValue());
    double least =
        terms.minimumStock().signum() == 0
            ? 0
            : protection.mean() + terms.minimumStock().doubleValue();
    BigDecimal wanted = StockPlan.up(Math.max(served, least), terms.unit());
    BigDecimal unlimited = wanted.add(lot);
    Optional<BigDecimal> cap = cap(unlimited);
    BigDecimal reorderPoint = cap.map(wanted::min).orElse(wanted);
    if (!upTo && cap.isPresent()) {
      lot = lot.min(allowed(cap.get().subtract(reorderPoint)));
    }
    BigDecimal highest = reorderPoint.add(lot);
    remark(wanted, served);
    Optional<StockPlan.Limit> limit =
        cap.map(c -> new StockPlan.Limit(c, unlimited.subtract(highest).max(BigDecimal.ZERO)));
    return plan(terms.policy(), reorderPoint, lot, economic, limit, served);
  }

  private StockPlan plan(
      StockPolicy policy,
      BigDecimal reorderPoint,
      BigDecimal lot,
      Optional<Double> economic,
      Optional<StockPlan.Limit> limit,
      double served) {
    BigDecimal highest = reorderPoint.add(lot);
    return new StockPlan(
        policy,
        reorderPoint,
        highest,
        lot,
        economic,
        limit,
        StockPlan.Target.of(protection.mean(), served, reorderPoint, lot, terms.unit()),
        Math.max(0, reorderPoint.doubleValue() - protection.mean()),
        protection.mean(),
        service(reorderPoint.doubleValue(), lot.doubleValue()),
        demand.cover(highest.doubleValue(), LONGEST_COVER),
        protection.beyondHorizon(),
        remarks);
  }

  private double yearly() {
    return demand.mean(demand.reach()) / demand.reach() * YEAR;
  }

  private double cycleDemand() {
    return protection.mean() - lead.mean();
  }

  private BigDecimal lot(Optional<Double> economic) {
    double wanted = Math.max(cycleDemand(), economic.orElse(0.0));
    if (wanted > economic.orElse(0.0) || wanted <= terms.minimumOrder().doubleValue()) {
      return order(BigDecimal.valueOf(wanted).max(terms.minimumOrder()), RoundingMode.CEILING);
    }
    double best =
        EconomicOrder.multiple(
            wanted, terms.multiple().doubleValue(), yearly(), terms.costs().orElseThrow());
    BigDecimal multiples =
        BigDecimal.valueOf(best).divide(terms.multiple(), 0, RoundingMode.HALF_EVEN);
    return order(
        multiples.multiply(terms.multiple()).max(terms.minimumOrder()), RoundingMode.CEILING);
  }

  /** At least one multiple. */
  private BigDecimal order(BigDecimal quantity, RoundingMode rounding) {
    return quantity
        .divide(terms.multiple(), 0, rounding)
        .max(BigDecimal.ONE)
        .multiply(terms.multiple());
  }

  /** The largest order that the vendor takes of at most so much, or the least one it takes. */
  private BigDecimal allowed(BigDecimal most) {
    BigDecimal least = order(terms.minimumOrder(), RoundingMode.CEILING);
    return order(most.max(BigDecimal.ZERO), RoundingMode.FLOOR).max(least);
  }

  private double served(double lot) {
    double level = terms.service().level();
    if (terms.service().kind() == ServiceTarget.Kind.CYCLE_SERVICE) {
      return protection.quantile(level);
    }
    double most = (1 - level) * wanted(lot);
    DoubleUnaryOperator shortage = s -> shortage(s, lot);
    double low = 0;
    double high = protection.highest();
    if (shortage.applyAsDouble(low) <= most) {
      return low;
    }
    for (int i = 0; i < HALVINGS && high - low > FINE * high; i++) {
      double middle = (low + high) / 2;
      if (shortage.applyAsDouble(middle) <= most) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Returns what a cycle is expected to want. */
  private double wanted(double lot) {
    boolean lots = terms.policy() == StockPolicy.REORDER_POINT_LOTS;
    return lot == 0 ? cycleDemand() : lots ? lot : lot + cycleDemand() / 2;
  }

  private double shortage(double stock, double lot) {
    double between = cycleDemand();
    if (lot > 0 && between > 0) {
      return Math.max(0, beyond(stock) - beyond(stock + wanted(lot))) / between;
    }
    double before =
        lot > 0 ? protection.expectedShortage(stock + lot) : lead.expectedShortage(stock);
    return Math.max(0, protection.expectedShortage(stock) - before);
  }

  /** Returns what is short between two arrivals, summed over all positions that are higher. */
  private double beyond(double position) {
    return protection.shortageBeyond(position) - lead.shortageBeyond(position);
  }

  private Service service(double reorderPoint, double lot) {
    double wanted = wanted(lot);
    double shortage = Math.min(wanted, shortage(reorderPoint, lot));
    return new Service(
        protection.cdf(reorderPoint), wanted > 0 ? 1 - shortage / wanted : 1, shortage, wanted);
  }

  /** The most that the position may be; empty where nothing limits it. */
  private Optional<BigDecimal> cap(BigDecimal wanted) {
    Optional<BigDecimal> sold =
        terms
            .shelfLifeDays()
            .map(d -> down(demand.over(cycle.lead().plus(d)).quantile(criticalRatio())));
    Optional<BigDecimal> covered =
        terms.maximumCoverDays().map(d -> down(demand.over(cycle.lead().plus(d)).mean()));
    if (sold.filter(s -> s.compareTo(wanted) < 0).isPresent()) {
      remarks.add(Remark.SHELF_LIFE);
    }
    if (covered.filter(c -> c.compareTo(wanted) < 0).isPresent()) {
      remarks.add(Remark.MAXIMUM_COVER);
    }
    return Stream.concat(sold.stream(), covered.stream()).min(Comparator.naturalOrder());
  }

  private double criticalRatio() {
    return terms
        .costs()
        .filter(c -> c.shortageCost().isPresent() && c.shortageCost().get() + c.price() > 0)
        .map(c -> c.shortageCost().orElseThrow() / (c.shortageCost().orElseThrow() + c.price()))
        .orElse(EVEN);
  }

  private BigDecimal down(double quantity) {
    BigDecimal up = StockPlan.up(quantity, terms.unit());
    return up.doubleValue() > quantity + FINE * quantity ? up.subtract(terms.unit()) : up;
  }

  private void remark(BigDecimal wanted, double served) {
    if (protection.beyondHorizon() > 0) {
      remarks.add(Remark.HORIZON);
    }
    if (terms.service().level() > TotalLevels.highest()) {
      remarks.add(Remark.TAIL);
    }
    if (wanted.compareTo(StockPlan.up(served, terms.unit())) > 0) {
      remarks.add(Remark.MINIMUM_STOCK);
    }
  }
}
