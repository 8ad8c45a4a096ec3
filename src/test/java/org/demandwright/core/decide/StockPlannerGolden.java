package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.PriceBreaks.Break;
import org.junit.jupiter.api.Test;

/** Textbook cases; where a book is not named, the number follows from the formula beside it. */
class StockPlannerGolden {
  private static final BigDecimal FINE = new BigDecimal("0.001");

  /** A lead time of a week in which demand is normal, looked at continuously. */
  private static StockPlan week(
      double mean, double deviation, ServiceTarget service, int lot, BigDecimal unit) {
    StockTerms terms =
        new StockTerms(
            StockPolicy.REORDER_POINT_LOTS,
            service,
            unit,
            BigDecimal.valueOf(lot),
            BigDecimal.ONE,
            BigDecimal.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return StockPlanner.plan(
        DemandOverTime.of(TestDemand.weeks(TestDemand.normal(mean, deviation))),
        ReviewCycle.of(DayDistribution.certain(7), 0),
        terms);
  }

  private static CostTerms costs(double price, double rate, double order) {
    return new CostTerms(price, rate, order, Optional.empty());
  }

  /** Silver, Pyke &amp; Thomas (2017), ch. 4: the 3-ohm resistor. */
  @Test
  void economicOrderQuantity() {
    CostTerms costs = costs(0.40, 0.24, 3.20);
    assertThat(EconomicOrder.quantity(2400, costs).orElseThrow()).isCloseTo(400, within(1e-9));
    assertThat(EconomicOrder.yearlyCost(400, 2400, costs)).isCloseTo(38.40, within(1e-9));
    assertThat(EconomicOrder.quantity(0, costs)).isEmpty();
    assertThat(EconomicOrder.quantity(5, costs(0, 1, 1))).isEmpty();
  }

  @Test
  void theBestMultipleIsThatOfAll() {
    CostTerms costs = costs(0.40, 0.24, 3.20);
    for (double multiple : new double[] {1, 30, 150, 250, 700, 3000}) {
      double best = 0;
      for (double q = multiple; q <= 6000; q += multiple) {
        best =
            best == 0
                    || EconomicOrder.yearlyCost(q, 2400, costs)
                        < EconomicOrder.yearlyCost(best, 2400, costs)
                ? q
                : best;
      }
      assertThat(EconomicOrder.multiple(400, multiple, 2400, costs)).isEqualTo(best);
    }
  }

  /** All-units discounts against every quantity. */
  @Test
  void priceBreaksAgainstAllQuantities() {
    PriceBreaks prices =
        new PriceBreaks(
            List.of(
                new Break(new BigDecimal("500"), new BigDecimal("4.8")),
                new Break(BigDecimal.ZERO, new BigDecimal("5.0")),
                new Break(new BigDecimal("1000"), new BigDecimal("4.75"))));
    for (double demand : new double[] {500, 2000, 10000, 60000}) {
      for (double order : new double[] {5, 49, 300}) {
        CostTerms costs = costs(99, 0.2, order);
        double best = 1;
        double cheapest = Double.MAX_VALUE;
        for (int q = 1; q <= 20000; q++) {
          double cost = prices.yearlyCost(BigDecimal.valueOf(q), demand, costs);
          best = cost < cheapest ? q : best;
          cheapest = Math.min(cost, cheapest);
        }
        double found = prices.economicQuantity(demand, costs);
        assertThat(found).isCloseTo(best, within(1.0));
        assertThat(prices.yearlyCost(BigDecimal.valueOf(found), demand, costs))
            .isLessThanOrEqualTo(cheapest + 1e-9);
        BigDecimal upTo =
            prices.cheapest(
                new BigDecimal("300"), new BigDecimal("700"), BigDecimal.ONE, demand, costs);
        boolean more =
            prices.yearlyCost(new BigDecimal("500"), demand, costs)
                < prices.yearlyCost(new BigDecimal("300"), demand, costs);
        assertThat(upTo).isEqualByComparingTo(more ? "500" : "300");
      }
    }
    assertThat(prices.cost(new BigDecimal("499"))).isEqualByComparingTo("2495.0");
    assertThat(prices.cost(new BigDecimal("500"))).isEqualByComparingTo("2400.0");
  }

  /**
   * Hopp &amp; Spearman (2011), <i>Factory physics</i>, ch. 2: lamps before Christmas, normal with
   * mean 10,000 and deviation 1,000, bought for 1, sold for 2, the rest for 0.5; a critical ratio
   * of 2/3, which the normal distribution has at 0.4307 deviations, where its loss is 0.2203.
   */
  @Test
  void newsvendor() {
    DemandDistribution demand =
        DemandOverTime.of(TestDemand.weeks(TestDemand.normal(10_000, 1_000))).over(7);
    Newsvendor lamps = Newsvendor.of(demand, 1, 0.5);
    assertThat(lamps.criticalRatio()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(lamps.quantity()).isCloseTo(10_430.7, within(3.0));
    assertThat(lamps.expectedShortage()).isCloseTo(220.3, within(6.0));
    assertThat(lamps.expectedLeftover()).isCloseTo(430.7 + 220.3, within(12.0));
  }

  @Test
  void newsvendorAgainstAllQuantities() {
    DemandDistribution demand = DemandDistribution.ofWhole(TestDemand.poisson(12));
    for (double under : new double[] {0.5, 2, 9}) {
      Newsvendor best = Newsvendor.of(demand, under, 1);
      for (int q = 0; q < 40; q++) {
        double shortage = demand.expectedShortage(q);
        double cost = under * shortage + (q - 12 + shortage);
        assertThat(best.expectedCost(under, 1)).isLessThanOrEqualTo(cost + 1e-6);
      }
    }
  }

  /**
   * Reorder point of a given P₁, s = x̂ + k σ: k = 1.2816 at 90 %, 1.6449 at 95 %, 2.3263 at 99 %.
   */
  @Test
  void cycleServiceOfNormalDemand() {
    assertThat(week(58.3, 13.1, ServiceTarget.cycle(0.90), 1, BigDecimal.ONE).reorderPoint())
        .isEqualByComparingTo("76");
    assertThat(week(58.3, 13.1, ServiceTarget.cycle(0.95), 1, FINE).safetyStock())
        .isCloseTo(1.6449 * 13.1, within(1e-3));
    assertThat(week(58.3, 13.1, ServiceTarget.cycle(0.99), 1, FINE).safetyStock())
        .isCloseTo(2.3263 * 13.1, within(1e-3));
  }

  /**
   * Reorder point of a given P₂ (Silver, Pyke &amp; Thomas, ch. 6): G(k) = Q (1 − P₂) ÷ σ. With x̂
   * = 50, σ = 11.4, Q = 200 and 99 % it is 0.1754, so that k = 0.58 and s = 56.6. The loss of the
   * next cycle, that is subtracted, is nothing at such a Q.
   */
  @Test
  void fillRateOfNormalDemand() {
    StockPlan plan = week(50, 11.4, ServiceTarget.fillRate(0.99), 200, FINE);
    assertThat(plan.reorderPoint().doubleValue()).isCloseTo(56.6, within(0.4));
    assertThat(plan.service().fillRate()).isCloseTo(0.99, within(1e-5));
    assertThat(plan.service().expectedShortage()).isCloseTo(2, within(0.01));
    assertThat(plan.service().cycleService()).as("P₁ is another thing").isBetween(0.70, 0.74);
    for (double level : new double[] {0.8, 0.95, 0.98, 0.995}) {
      double k = 0;
      double loss = (1 - level) * 200 / 11.4;
      double low = -8;
      double high = 5;
      for (int i = 0; i < 60; i++) {
        k = (low + high) / 2;
        low = loss(k) > loss ? k : low;
        high = loss(k) > loss ? high : k;
      }
      assertThat(
              week(50, 11.4, ServiceTarget.fillRate(level), 200, FINE).reorderPoint().doubleValue())
          .isCloseTo(Math.max(0, 50 + k * 11.4), within(1.0));
    }
  }

  /**
   * Where service is low or Q small, what was short before the cycle counts: σ (G(k) − G(k + Q ÷
   * σ)) = Q (1 − P₂) for (s, nQ), σ₁ G((S − μ₁) ÷ σ₁) − σ₀ G((S − μ₀) ÷ σ₀) = (1 − P₂)(μ₁ − μ₀) for
   * (R, S), with 0 for the lead time and 1 for lead time and review period.
   */
  @Test
  void whatWasShortBeforeIsSubtracted() {
    for (double level : new double[] {0.5, 0.8, 0.95}) {
      StockPlan lots = week(50, 12, ServiceTarget.fillRate(level), 8, FINE);
      double k = (lots.reorderPoint().doubleValue() - 50) / 12;
      assertThat(12 * (loss(k) - loss(k + 8 / 12.0))).isCloseTo(8 * (1 - level), within(0.12));
      StockPlan upTo =
          StockPlanner.plan(
              DemandOverTime.of(TestDemand.normalDays(10, 5, 12)),
              ReviewCycle.of(DayDistribution.certain(9), 1),
              new StockTerms(
                  StockPolicy.ORDER_UP_TO,
                  ServiceTarget.fillRate(level),
                  FINE,
                  BigDecimal.ZERO,
                  BigDecimal.ONE,
                  BigDecimal.ZERO,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
      double after = Math.sqrt(10) * 5;
      double before = Math.sqrt(9) * 5;
      double s = upTo.orderUpTo().doubleValue();
      assertThat(after * loss((s - 100) / after) - before * loss((s - 90) / before))
          .isCloseTo(10 * (1 - level), within(0.25));
    }
  }

  /** The yearly cost of (s, Q) against all s and Q: ordering, holding, and 6 a missing unit. */
  @Test
  void reorderPointAndLotAgainstAll() {
    double[] p = TestDemand.poisson(20);
    DemandDistribution exact = DemandDistribution.ofWhole(p);
    CostTerms costs = new CostTerms(20, 0.25, 10, Optional.of(6.0));
    double economic = EconomicOrder.quantity(2 * 365, costs).orElseThrow();
    StockTerms terms =
        StockTerms.of(StockPolicy.REORDER_POINT_LOTS, ServiceTarget.economic(costs, economic / 2))
            .with(costs);
    StockPlan plan =
        StockPlanner.plan(
            DemandOverTime.of(TestDemand.poissonDays(2, 20)),
            ReviewCycle.of(DayDistribution.certain(10), 0),
            terms);
    double best = Double.MAX_VALUE;
    for (int q = 1; q <= 200; q++) {
      for (int s = 0; s <= 50; s++) {
        best = Math.min(best, yearly(exact, s, q));
      }
    }
    assertThat(plan.lot().doubleValue()).isCloseTo(economic, within(1.0));
    assertThat(yearly(exact, plan.reorderPoint().doubleValue(), plan.lot().doubleValue()))
        .isLessThanOrEqualTo(1.02 * best);
  }

  private static double yearly(DemandDistribution lead, double s, double q) {
    double cycles = 2 * 365 / q;
    return 10 * cycles + 5 * (q / 2 + s - 20) + 6 * cycles * lead.expectedShortage(s);
  }

  /** The standard normal loss G(k) = ∫ (z − k)⁺ φ(z) dz. */
  private static double loss(double k) {
    double sum = 0;
    double step = 1e-3;
    for (double z = k + step / 2; z < 9; z += step) {
      sum += (z - k) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * step;
    }
    return sum;
  }

  /**
   * Base stock under Poisson demand (Zipkin 2000, <i>Foundations of inventory management</i>, ch.
   * 6; Axsäter 2015, ch. 5): the least s with P(D ≤ s) ≥ α. Poisson with mean 8: P(D ≤ 11) = 0.888,
   * P(D ≤ 12) = 0.936, P(D ≤ 13) = 0.966, P(D ≤ 15) = 0.992.
   */
  @Test
  void baseStockOfPoissonDemand() {
    DemandOverTime demand = DemandOverTime.of(TestDemand.poissonDays(2, 4));
    int[] expected = {12, 13, 15};
    double[] levels = {0.90, 0.95, 0.99};
    for (int i = 0; i < levels.length; i++) {
      StockPlan plan =
          StockPlanner.plan(
              demand,
              ReviewCycle.of(DayDistribution.certain(3), 1),
              StockTerms.of(StockPolicy.ORDER_UP_TO, ServiceTarget.cycle(levels[i])));
      assertThat(plan.orderUpTo()).isEqualByComparingTo(BigDecimal.valueOf(expected[i]));
    }
  }

  /** The order-up-to level that costs least of all, with 9 charged per missing unit. */
  @Test
  void economicServiceAgainstAllLevels() {
    double[] p = TestDemand.poisson(30);
    DemandDistribution exact = DemandDistribution.ofWhole(p);
    for (double shortage : new double[] {1, 9, 40}) {
      CostTerms costs = new CostTerms(100, 0.25, 10, Optional.of(shortage));
      ServiceTarget service = ServiceTarget.economic(costs, 5);
      StockPlan plan =
          StockPlanner.plan(
              DemandOverTime.of(TestDemand.poissonDays(3, 10)),
              ReviewCycle.of(DayDistribution.certain(5), 5),
              StockTerms.of(StockPolicy.ORDER_UP_TO, service));
      double holding = costs.holdingCost() * 5 / 365;
      double best = Double.MAX_VALUE;
      for (int s = 0; s < 80; s++) {
        best = Math.min(best, cost(exact, s, holding, shortage));
      }
      assertThat(cost(exact, plan.orderUpTo().doubleValue(), holding, shortage))
          .isLessThanOrEqualTo(1.02 * best);
    }
  }

  private static double cost(DemandDistribution d, double s, double holding, double shortage) {
    double missing = d.expectedShortage(s);
    return holding * (s - 30 + missing + 15) + shortage * missing;
  }
}
