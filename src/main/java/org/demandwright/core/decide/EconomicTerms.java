package org.demandwright.core.decide;

/**
 * What service and what lot cost least together, where a unit that is missing has a price.
 *
 * <p>An order costs its line and, on average, what is short until the next one: the longer the
 * cycle, the seldomer one can be short, and the more stock it takes. Both follow from each other
 * and are found in turn: Q = √(2 D (A + B n) ÷ (v r)), where n is what a cycle is short of, and the
 * reorder point s at which a unit more costs in a year as much as it saves, v r = B (D ÷ Q) (− dn ÷
 * ds). The service is then the fill rate 1 − n ÷ Q.
 *
 * <p>Of (R, S) it is the cycle service of {@link ServiceTarget#economic}.
 *
 * <p>Worked: where nothing is uncertain n is 0, and Q the {@link EconomicOrder}.
 *
 * <p>Reference: Hadley &amp; Whitin (1963), <i>Analysis of inventory systems</i>, ch. 4, 5; Silver,
 * Pyke &amp; Thomas (2017), ch. 6, charge per unit short.
 */
public final class EconomicTerms {
  private static final int YEAR = 365;
  private static final int ROUNDS = 12;
  private static final int HALVINGS = 50;
  private static final double ENOUGH = 1e-3;
  private static final double LOWEST = 0.01;
  private static final double HIGHEST = 0.9999;

  private final DemandDistribution protection;
  private final DemandDistribution lead;
  private final CostTerms costs;
  private final double yearly;
  private final double between;

  private EconomicTerms(DemandOverTime demand, ReviewCycle cycle, CostTerms costs) {
    this.protection = demand.over(cycle.protection());
    this.lead = demand.over(cycle.lead());
    this.costs = costs;
    this.yearly = demand.mean(demand.reach()) / demand.reach() * YEAR;
    this.between = protection.mean() - lead.mean();
  }

  /**
   * Returns the terms with the service that costs least, and with an ordering cost that counts what
   * a cycle is short of, so that the lot follows from it.
   *
   * @param terms with costs and a shortage cost above 0
   */
  public static StockTerms of(DemandOverTime demand, ReviewCycle cycle, StockTerms terms) {
    CostTerms costs =
        terms
            .costs()
            .filter(c -> c.shortageCost().orElse(0.0) > 0)
            .orElseThrow(
                () -> new IllegalArgumentException("what a missing unit costs is not known"));
    if (terms.policy() == StockPolicy.ORDER_UP_TO) {
      return terms.with(ServiceTarget.economic(costs, cycle.reviewDays()));
    }
    EconomicTerms economic = new EconomicTerms(demand, cycle, costs);
    return economic.yearly > 0
        ? economic.of(terms)
        : terms.with(ServiceTarget.economic(costs, cycle.reviewDays()));
  }

  private StockTerms of(StockTerms terms) {
    double shortageCost = costs.shortageCost().orElseThrow();
    double least = Math.max(between, terms.minimumOrder().doubleValue());
    least = Math.max(least, terms.multiple().doubleValue());
    CostTerms counted = costs;
    double lot = 0;
    double cycle = 0; // what it is expected to want
    double shortage = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double before = lot;
      lot = Math.max(least, EconomicOrder.quantity(yearly, counted).orElse(least));
      if (Math.abs(lot - before) <= ENOUGH * lot) {
        break;
      }
      cycle = terms.policy() == StockPolicy.REORDER_POINT_LOTS ? lot : lot + between / 2;
      shortage = shortage(reorderPoint(cycle, shortageCost), cycle);
      counted =
          new CostTerms(
              costs.price(),
              costs.holdingRate(),
              costs.orderingCost() + shortageCost * shortage,
              costs.shortageCost());
    }
    double served = Math.min(HIGHEST, Math.max(LOWEST, 1 - shortage / cycle));
    return terms.with(counted).with(ServiceTarget.fillRate(served));
  }

  /** Returns the least s at which a unit more costs no less than it saves. */
  private double reorderPoint(double lot, double shortageCost) {
    double wanted = costs.holdingCost() * lot / (yearly * shortageCost);
    double low = 0;
    double high = protection.highest();
    if (saved(low, lot) <= wanted) {
      return low;
    }
    for (int i = 0; i < HALVINGS && high - low > ENOUGH * high; i++) {
      double middle = (low + high) / 2;
      if (saved(middle, lot) <= wanted) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Returns by how much a cycle is short less with a unit more, − dn ÷ ds. */
  private double saved(double s, double lot) {
    return between > 0
        ? (missed(s) - missed(s + lot)) / between
        : protection.stockOut(s) - protection.stockOut(s + lot);
  }

  private double missed(double position) {
    return protection.expectedShortage(position) - lead.expectedShortage(position);
  }

  private double shortage(double s, double lot) {
    return Math.max(
        0,
        between > 0
            ? (beyond(s) - beyond(s + lot)) / between
            : protection.expectedShortage(s) - protection.expectedShortage(s + lot));
  }

  private double beyond(double position) {
    return protection.shortageBeyond(position) - lead.shortageBeyond(position);
  }
}
