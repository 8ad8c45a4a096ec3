package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
    public Situation with(StockPosition other) {
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

  /** Returns what customers have ordered for the time that {@link #position()} is for. */
  BigDecimal ordered() {
    return projection.ordered(at.cycle().protection().last());
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
    return quantity().map(this::suggestion);
  }

  /** Returns how much {@link #suggestion()} is of, without what it is told with. */
  public Optional<OrderQuantity> dueQuantity() {
    return due() ? quantity() : Optional.empty();
  }

  private Optional<OrderQuantity> quantity() {
    BigDecimal need = need();
    if (need.signum() <= 0) {
      return Optional.empty();
    }
    Optional<BigDecimal> most = at.plan().limit().map(l -> l.position().subtract(position()));
    return OrderQuantity.of(need, most, at.terms(), yearly(), at.costs());
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
  public Suggestion suggestion(OrderQuantity order) {
    LocalDate by = orderBy().orElse(first);
    LocalDate expected = at.days().arrival(first, meanLead());
    boolean late = stockOutBefore(first) > accepted;
    Optional<BigDecimal> cost = at.terms().prices().map(p -> p.cost(order.quantity()));
    double with = stockOutWith(order.quantity());
    return of(
        SuggestionKind.BUY, order, new Dates(first, by, expected, receiptBy()), late, cost, with);
  }

  /**
   * Returns the suggestion to have something sent from another site.
   *
   * @param sent the day on which that can be done
   * @param arrival the day on which it arrives then
   */
  public Suggestion transfer(BigDecimal quantity, LocalDate sent, LocalDate arrival) {
    Optional<LocalDate> receiptBy = receiptBy();
    LocalDate by =
        receiptBy
            .filter(day -> day.isAfter(arrival))
            .map(day -> sent.plusDays(ChronoUnit.DAYS.between(arrival, day)))
            .orElse(sent);
    int arrives = fromToday(arrival);
    int after = Math.max(arrives + 1, fromToday(at.days().arrival(next, meanLead())));
    return of(
        SuggestionKind.TRANSFER,
        OrderQuantity.of(quantity, OrderQuantity.Cause.NEED),
        new Dates(sent, by, arrival, receiptBy),
        projection.stockOutWithin(arrives) > accepted,
        Optional.empty(),
        projection.stockOutWithin(after, quantity, arrives));
  }

  /** Returns the suggestion to move what is on its way. */
  public Suggestion moved(Rescheduling.Advice advice) {
    OpenSupply supply = advice.supply();
    List<OpenSupply> others =
        at.position().supply().stream().filter(s -> !s.id().equals(supply.id())).toList();
    Replenishment then =
        Replenishment.of(
            at.with(
                at.position()
                    .withSupply(
                        Stream.concat(
                                others.stream(),
                                advice.to().stream()
                                    .map(
                                        day ->
                                            new OpenSupply(
                                                supply.id(),
                                                supply.kind(),
                                                day,
                                                supply.quantity())))
                            .toList())));
    int until =
        advice
            .to()
            .map(day -> Math.max(fromToday(day), fromToday(advice.arrives())) + 1)
            .orElse(at.length());
    double without = projection.stockOutWithin(until);
    double with = then.projection.stockOutWithin(until);
    boolean late = advice.kind() == SuggestionKind.EXPEDITE && with > accepted;
    BigDecimal position = position();
    return new Suggestion(
        advice.kind(),
        OrderQuantity.of(supply.quantity(), OrderQuantity.Cause.ON_ORDER),
        at.today(),
        at.today(),
        advice.arrives(),
        advice.to(),
        late,
        Optional.empty(),
        without,
        with,
        projection.runsOut(),
        lookedUpTo(),
        cover(position) - cover(position.subtract(supply.quantity())),
        unreserved());
  }

  private record Dates(
      LocalDate on, LocalDate by, LocalDate expected, Optional<LocalDate> receiptBy) {}

  private Suggestion of(
      SuggestionKind kind,
      OrderQuantity order,
      Dates dates,
      boolean late,
      Optional<BigDecimal> cost,
      double with) {
    BigDecimal position = position();
    return new Suggestion(
        kind,
        order,
        dates.on(),
        dates.by(),
        dates.expected(),
        dates.receiptBy(),
        late,
        cost,
        stockOut(),
        with,
        projection.runsOut(),
        lookedUpTo(),
        cover(position.add(order.quantity())) - cover(position),
        unreserved());
  }

  private Optional<BigDecimal> unreserved() {
    return Optional.of(at.position().unreserved()).filter(units -> units.signum() > 0);
  }

  /** For how many days so much is enough on average. */
  private int cover(BigDecimal position) {
    return at.demand().cover(Math.max(0, position.doubleValue()), LONGEST_COVER);
  }

  private LocalDate lookedUpTo() {
    return at.today().plusDays(at.length() - 1L);
  }

  private int meanLead() {
    return (int) Math.ceil(at.leadTime().mean() - DUST);
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
    return plan.orderUpTo().add(cut).max(ordered()).subtract(position);
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

  /** Returns all that was known. */
  public Situation situation() {
    return at;
  }

  /** Returns the probability of a stock-out that is accepted. */
  double accepted() {
    return accepted;
  }
}
