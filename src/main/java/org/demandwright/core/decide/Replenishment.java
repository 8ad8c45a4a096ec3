package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether, when and how much to order of one item for one site.
 *
 * <p>The plan says which risk is accepted: the probability of a stock-out at its own reorder point.
 *
 * <ul>
 *   <li>An order is due when the inventory position is at the reorder point or below (below S, of
 *       (R, S)), or when what is on its way comes too late, so that the risk until the order after
 *       this one arrives is larger than accepted. The position counts what arrives by then.
 *   <li>The quantity lifts the position to S; of (s, nQ) it is as many lots as lift it above s.
 *       Where customers have ordered more than S for that time, it is what they ordered.
 *   <li>Order by: the last day on which one can order so that the risk until it arrives, over all
 *       lead times, is accepted. Receive by: the last day on which one can receive before a day
 *       whose risk is not.
 * </ul>
 *
 * <p>All days are such as the vendor takes orders on, or one can receive on.
 */
public final class Replenishment {
  private static final double DUST = 1e-9;
  private static final int YEAR = 365;
  private static final int LONGEST_COVER = 3 * YEAR;

  private final Situation at;
  private final Projection projection;
  private final LocalDate first;
  private final LocalDate next;
  private final double accepted;

  /**
   * All that is known.
   *
   * @param today the day of which it is morning
   * @param demand from today on
   * @param days of vendor and site
   * @param leadTime working days
   * @param cycle of the same days and lead time
   * @param plan for the same cycle
   * @param costs for prices
   * @param look days to look ahead, more where the protection interval is longer
   */
  public record Situation(
      LocalDate today,
      StockPosition position,
      DemandOverTime demand,
      SupplyDays days,
      DayDistribution leadTime,
      ReviewCycle cycle,
      StockPlan plan,
      OrderTerms terms,
      Optional<CostTerms> costs,
      int look) {
    public Situation {
      Objects.requireNonNull(today, "today");
      Objects.requireNonNull(position, "position");
      Objects.requireNonNull(demand, "demand");
      Objects.requireNonNull(days, "days");
      Objects.requireNonNull(leadTime, "leadTime");
      Objects.requireNonNull(cycle, "cycle");
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(terms, "terms");
      Objects.requireNonNull(costs, "costs");
    }

    /** Returns the same without what is on its way, or with other supply. */
    Situation with(StockPosition other) {
      return new Situation(today, other, demand, days, leadTime, cycle, plan, terms, costs, look);
    }

    int length() {
      return Math.max(Math.max(1, look), cycle.protection().last() + 1);
    }

    int decimals() {
      return Math.max(0, terms.unit().stripTrailingZeros().scale());
    }
  }

  private Replenishment(Situation at) {
    this.at = at;
    this.projection =
        Projection.of(
            at.today(),
            at.position(),
            at.demand(),
            at.days().delivery(),
            at.length(),
            at.decimals());
    this.first = at.days().order().onOrAfter(at.today());
    this.next = at.days().orderAfter(first, at.cycle().reviewDays(), at.leadTime());
    this.accepted = at.plan().service().stockOut() + DUST;
  }

  public static Replenishment of(Situation situation) {
    return new Replenishment(situation);
  }

  public Projection projection() {
    return projection;
  }

  /** Returns the position that counts what arrives before the order after this one does. */
  public BigDecimal position() {
    return projection.position(at.cycle().protection().last());
  }

  /** Returns the risk until the order after this one arrives, if nothing is ordered now. */
  public double stockOut() {
    return stockOutBefore(next);
  }

  /** Returns whether something is to be ordered at the next occasion. */
  public boolean due() {
    int against = position().compareTo(at.plan().reorderPoint());
    boolean low = at.plan().policy() == StockPolicy.ORDER_UP_TO ? against < 0 : against <= 0;
    return low || stockOut() > accepted;
  }

  /** Returns what is to be ordered at the next occasion; empty where nothing is due or needed. */
  public Optional<Suggestion> suggestion() {
    return due() ? order() : Optional.empty();
  }

  /**
   * Returns what would be ordered at the next occasion, due or not; empty where nothing is needed.
   */
  public Optional<Suggestion> order() {
    BigDecimal need = need();
    if (need.signum() <= 0) {
      return Optional.empty();
    }
    Optional<BigDecimal> most = at.plan().limit().map(l -> l.position().subtract(position()));
    return OrderQuantity.of(need, most, at.terms(), yearly(), at.costs()).map(this::suggestion);
  }

  /**
   * Returns what may go into an order to the vendor, due or not; empty where nothing is needed or
   * its price is not known.
   *
   * @param id item and site
   */
  public Optional<VendorOrder.Candidate> candidate(String id) {
    if (at.terms().prices().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal position = position();
    return order()
        .map(
            s ->
                new VendorOrder.Candidate(
                    id,
                    s.order(),
                    due(),
                    s.orderBy(),
                    at.terms(),
                    position,
                    yearly() / YEAR,
                    at.plan().limit().map(l -> l.position().subtract(position))));
  }

  /** Returns the suggestion of another quantity. */
  Suggestion suggestion(OrderQuantity order) {
    LocalDate by = orderBy().orElse(first);
    int mean = (int) Math.ceil(at.leadTime().mean() - DUST);
    BigDecimal position = position();
    int before = at.demand().cover(Math.max(0, position.doubleValue()), LONGEST_COVER);
    int after =
        at.demand().cover(Math.max(0, position.add(order.quantity()).doubleValue()), LONGEST_COVER);
    return new Suggestion(
        order,
        first,
        by,
        at.days().arrival(first, mean),
        receiptBy(),
        stockOutBefore(first) > accepted,
        at.terms().prices().map(p -> p.cost(order.quantity())),
        stockOut(),
        stockOutWith(order.quantity()),
        projection.runsOut(),
        at.today().plusDays(at.length() - 1L),
        after - before);
  }

  private BigDecimal need() {
    StockPlan plan = at.plan();
    BigDecimal position = position();
    if (plan.policy() == StockPolicy.REORDER_POINT_LOTS) {
      BigDecimal below = plan.reorderPoint().subtract(position);
      return below.signum() < 0
          ? BigDecimal.ZERO
          : below
              .divide(plan.lot(), 0, RoundingMode.FLOOR)
              .add(BigDecimal.ONE)
              .multiply(plan.lot());
    }
    BigDecimal cut = plan.limit().map(StockPlan.Limit::cut).orElse(BigDecimal.ZERO);
    return plan.orderUpTo()
        .add(cut)
        .max(projection.ordered(at.cycle().protection().last()))
        .subtract(position);
  }

  private double yearly() {
    return at.demand().mean(at.demand().reach()) / at.demand().reach() * YEAR;
  }

  /** Returns the risk until what is ordered on a day arrives. */
  private double stockOutBefore(LocalDate ordered) {
    DayDistribution until = at.days().arrivals(at.today(), ordered, at.leadTime());
    double sum = 0;
    for (int day = until.first(); day <= until.last(); day++) {
      double share = until.share(day);
      sum += share > 0 ? share * projection.stockOutWithin(day) : 0;
    }
    return sum;
  }

  /** Returns the risk until the order after this one arrives, if so much is ordered now. */
  public double stockOutWith(BigDecimal quantity) {
    double sum = 0;
    DayDistribution lead = at.leadTime();
    for (int days = lead.first(); days <= lead.last(); days++) {
      if (lead.share(days) > 0) {
        int arrives = fromToday(at.days().arrival(first, days));
        int after = fromToday(at.days().arrival(next, days));
        sum += lead.share(days) * projection.stockOutWithin(after, quantity, arrives);
      }
    }
    return sum;
  }

  private int fromToday(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(at.today(), day);
  }

  /**
   * Returns the last day on which may be ordered without more risk than is accepted; empty where
   * even the next occasion is too late.
   */
  public Optional<LocalDate> orderBy() {
    Optional<LocalDate> last = Optional.empty();
    LocalDate end = at.today().plusDays(at.length());
    for (LocalDate day = first;
        day.isBefore(end) && stockOutBefore(day) <= accepted;
        day = at.days().order().onOrAfter(day.plusDays(1))) {
      last = Optional.of(day);
    }
    return last;
  }

  /**
   * Returns the last day on which something may arrive without more risk than is accepted; empty
   * where none is needed as far as was looked, the next one where that has passed.
   */
  public Optional<LocalDate> receiptBy() {
    OpenDays delivery = at.days().delivery();
    return projection
        .riskAbove(accepted)
        .map(delivery::onOrBefore)
        .map(day -> day.isBefore(at.today()) ? delivery.onOrAfter(at.today()) : day);
  }

  Situation situation() {
    return at;
  }

  double accepted() {
    return accepted;
  }
}
