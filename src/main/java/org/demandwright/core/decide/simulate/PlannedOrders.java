package org.demandwright.core.decide.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.OrderQuantity;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.Replenishment;
import org.demandwright.core.decide.ReviewCycle;
import org.demandwright.core.decide.StockPlan;
import org.demandwright.core.decide.StockPlanner;
import org.demandwright.core.decide.StockTerms;
import org.demandwright.core.decide.SupplyDays;

/**
 * Orders as this product suggests it: the stock is planned anew on the newest version, and what its
 * {@link Replenishment} says is due is ordered.
 */
public final class PlannedOrders implements OrderRule {
  private static final int LOOK = 1;

  private final Basis basis;
  private final PlanTerms terms;
  private final Map<LocalDate, ReviewCycle> cycles = new HashMap<>();

  /**
   * What is known of an item at a site.
   *
   * @param forecasts by origin
   * @param days of vendor and site
   * @param leadTime working days, as it is believed to be
   * @param reviewDays calendar days
   * @param order what the vendor takes
   */
  public record Basis(
      ForecastDays forecasts,
      SupplyDays days,
      DayDistribution leadTime,
      int reviewDays,
      OrderTerms order) {
    public Basis {
      Objects.requireNonNull(forecasts, "forecasts");
      Objects.requireNonNull(days, "days");
      Objects.requireNonNull(leadTime, "leadTime");
      Objects.requireNonNull(order, "order");
    }
  }

  /**
   * Makes the rule.
   *
   * @param terms what the stock is planned by
   */
  public PlannedOrders(Basis basis, PlanTerms terms) {
    this.basis = Objects.requireNonNull(basis, "basis");
    this.terms = Objects.requireNonNull(terms, "terms");
  }

  /** Returns how the stock is planned on a day. */
  public StockPlan plan(LocalDate day) {
    DemandOverTime demand = basis.forecasts().on(day);
    ReviewCycle cycle = cycle(day);
    return StockPlanner.plan(demand, cycle, terms.of(demand, cycle));
  }

  private ReviewCycle cycle(LocalDate day) {
    return cycles.computeIfAbsent(
        day, d -> ReviewCycle.from(d, basis.days(), basis.leadTime(), basis.reviewDays()));
  }

  @Override
  public BigDecimal need(Morning morning) {
    LocalDate day = morning.day();
    DemandOverTime demand = basis.forecasts().on(day);
    ReviewCycle cycle = cycle(day);
    StockTerms planned = terms.of(demand, cycle);
    StockPlan plan = StockPlanner.plan(demand, cycle, planned);
    return Replenishment.of(
            new Replenishment.Situation(
                day,
                morning.stock(),
                demand,
                basis.days(),
                basis.leadTime(),
                cycle,
                plan,
                basis.order(),
                planned.costs(),
                LOOK))
        .dueQuantity()
        .map(OrderQuantity::quantity)
        .orElse(BigDecimal.ZERO);
  }
}
