package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.demandwright.core.decide.StockPlan.Remark;
import org.junit.jupiter.api.Test;

class StockPlannerTest {
  private static final DemandOverTime DEMAND = DemandOverTime.of(TestDemand.normalDays(10, 4, 60));
  private static final ReviewCycle CYCLE =
      ReviewCycle.of(DayDistribution.of(Map.of(5, 0.5, 9, 0.5)), 7);
  private static final StockTerms WEEKLY =
      StockTerms.of(StockPolicy.ORDER_UP_TO, ServiceTarget.cycle(0.95));

  @Test
  void theLevelIsThatOfTheMixture() {
    StockPlan plan = StockPlanner.plan(DEMAND, CYCLE, WEEKLY);
    DemandDistribution both = DEMAND.over(DayDistribution.of(Map.of(12, 0.5, 16, 0.5)));
    assertThat(plan.orderUpTo()).isEqualTo(StockPlan.up(both.quantile(0.95), BigDecimal.ONE));
    assertThat(plan.demand()).isCloseTo(140, within(1e-9));
    assertThat(plan.target().demand()).isEqualByComparingTo("140");
    assertThat(plan.target().total()).isEqualTo(plan.orderUpTo());
    assertThat(plan.safetyStock()).isCloseTo(plan.target().buffer().doubleValue(), within(1e-9));
    assertThat(plan.service().stockOut()).isBetween(0.03, 0.05);
    assertThat(plan.service().cycleDemand()).isCloseTo(70, within(1e-9));
    assertThat(plan.coverDays()).isEqualTo(plan.orderUpTo().intValue() / 10);
    assertThat(plan.remarks()).isEmpty();
  }

  @Test
  void aMinimumStockIsAPartOfItsOwn() {
    StockPlan plan =
        StockPlanner.plan(DEMAND, CYCLE, WEEKLY.withMinimumStock(BigDecimal.valueOf(90)));
    assertThat(plan.orderUpTo()).isEqualByComparingTo("230");
    StockPlan without = StockPlanner.plan(DEMAND, CYCLE, WEEKLY);
    assertThat(plan.target().buffer()).isEqualTo(without.target().buffer());
    assertThat(plan.target().minimum())
        .isEqualByComparingTo(new BigDecimal("90").subtract(without.target().buffer()));
    assertThat(plan.remarks()).containsExactly(Remark.MINIMUM_STOCK);
    assertThat(
            StockPlanner.plan(DEMAND, CYCLE, WEEKLY.withMinimumStock(BigDecimal.ONE)).orderUpTo())
        .as("less than the buffer")
        .isEqualTo(without.orderUpTo());
  }

  @Test
  void lotsAreMultiplesFromTheMinimumOn() {
    CostTerms costs = new CostTerms(2, 0.25, 10, Optional.empty());
    StockTerms terms =
        StockTerms.of(StockPolicy.REORDER_POINT_ORDER_UP_TO, ServiceTarget.fillRate(0.95));
    StockPlan economic = StockPlanner.plan(DEMAND, CYCLE, terms.with(costs));
    assertThat(economic.economicQuantity().orElseThrow())
        .isCloseTo(Math.sqrt(2 * 10 * 3650 / 0.5), within(1e-6));
    assertThat(economic.lot()).isEqualByComparingTo("382");
    assertThat(economic.orderUpTo()).isEqualTo(economic.reorderPoint().add(economic.lot()));
    assertThat(economic.target().lot()).isEqualTo(economic.lot());
    assertThat(lot(terms.with(costs), 500, 24)).isEqualByComparingTo("504");
    assertThat(lot(terms.with(costs), 0, 250)).isEqualByComparingTo("500");
    assertThat(lot(terms, 0, 1)).as("a review period").isEqualByComparingTo("70");
    assertThat(lot(terms, 0, 16)).isEqualByComparingTo("80");
  }

  private static BigDecimal lot(StockTerms terms, int minimum, int multiple) {
    return StockPlanner.plan(
            DEMAND,
            CYCLE,
            terms.withOrders(BigDecimal.valueOf(minimum), BigDecimal.valueOf(multiple)))
        .lot();
  }

  @Test
  void shelfLifeAndCoverAreTheMost() {
    StockPlan missed =
        StockPlanner.plan(DEMAND, CYCLE, WEEKLY.withLimits(Optional.of(4), Optional.empty()));
    DemandDistribution sold = DEMAND.over(DayDistribution.of(Map.of(9, 0.5, 13, 0.5)));
    assertThat(missed.orderUpTo().doubleValue()).isCloseTo(sold.quantile(0.5), within(1.0));
    assertThat(missed.remarks()).containsExactly(Remark.SHELF_LIFE);
    assertThat(missed.service().fillRate()).isLessThan(0.95);
    CostTerms dear = new CostTerms(1, 0.2, 1, Optional.of(9.0));
    assertThat(
            StockPlanner.plan(
                    DEMAND, CYCLE, WEEKLY.with(dear).withLimits(Optional.of(4), Optional.empty()))
                .orderUpTo()
                .doubleValue())
        .isCloseTo(sold.quantile(0.9), within(1.0));
    StockPlan cover =
        StockPlanner.plan(DEMAND, CYCLE, WEEKLY.withLimits(Optional.empty(), Optional.of(3)));
    assertThat(cover.orderUpTo()).isEqualByComparingTo("100");
    assertThat(cover.remarks()).containsExactly(Remark.MAXIMUM_COVER);
    StockTerms lots =
        StockTerms.of(StockPolicy.REORDER_POINT_ORDER_UP_TO, ServiceTarget.cycle(0.6))
            .withOrders(new BigDecimal("300"), new BigDecimal("50"))
            .withLimits(Optional.empty(), Optional.of(30));
    StockPlan least = StockPlanner.plan(DEMAND, CYCLE, lots);
    assertThat(least.lot()).as("what the vendor takes").isEqualByComparingTo("300");
  }

  @Test
  void horizonAndTailAreRemarked() {
    DemandOverTime brief = DemandOverTime.of(TestDemand.normalDays(10, 4, 14));
    StockPlan plan =
        StockPlanner.plan(
            brief, CYCLE, StockTerms.of(StockPolicy.ORDER_UP_TO, ServiceTarget.cycle(0.995)));
    assertThat(plan.beyondHorizon()).isEqualTo(0.5);
    assertThat(plan.remarks()).containsExactlyInAnyOrder(Remark.HORIZON, Remark.TAIL);
  }

  @Test
  void ordersWaitForTheirDays() {
    SupplyDays days =
        SupplyDays.of(
            OpenDays.ALL, OpenDays.ALL, Set.of(DayOfWeek.WEDNESDAY), Set.of(DayOfWeek.FRIDAY));
    ReviewCycle cycle = ReviewCycle.from(TestDemand.MONDAY, days, DayDistribution.certain(1), 3);
    assertThat(cycle.lead()).isEqualTo(DayDistribution.certain(4));
    assertThat(cycle.protection()).isEqualTo(DayDistribution.certain(11));
    assertThatThrownBy(
            () -> StockPlanner.plan(DEMAND, ReviewCycle.of(DayDistribution.certain(2), 0), WEEKLY))
        .hasMessageContaining("review period");
  }

  @Test
  void ordersThatComeWithTheSameDeliveryAreOne() {
    SupplyDays days = SupplyDays.of(OpenDays.ALL, OpenDays.ALL, Set.of(), Set.of(DayOfWeek.FRIDAY));
    ReviewCycle daily = ReviewCycle.from(TestDemand.MONDAY, days, DayDistribution.certain(1), 1);
    assertThat(daily.lead()).isEqualTo(DayDistribution.certain(4));
    assertThat(daily.protection()).isEqualTo(DayDistribution.certain(11));
    StockPlan plan =
        StockPlanner.plan(
            DEMAND, daily, StockTerms.of(StockPolicy.ORDER_UP_TO, ServiceTarget.fillRate(0.95)));
    assertThat(plan.service().cycleDemand()).isCloseTo(70, within(1e-9));
    assertThat(plan.orderUpTo().doubleValue()).isGreaterThan(100);
  }

  @Test
  void aGivenMinimumIsJudged() {
    StockPlan erp =
        StockPlanner.given(DEMAND, CYCLE, WEEKLY, BigDecimal.valueOf(150), BigDecimal.valueOf(250));
    assertThat(erp.policy()).isEqualTo(StockPolicy.REORDER_POINT_ORDER_UP_TO);
    assertThat(erp.reorderPoint()).isEqualByComparingTo("150");
    assertThat(erp.lot()).isEqualByComparingTo("100");
    DemandDistribution both = DEMAND.over(CYCLE.protection());
    assertThat(erp.service().cycleService()).isEqualTo(both.cdf(150));
    assertThat(erp.service().fillRate())
        .as("the mean over all positions after a look")
        .isCloseTo(1 - missedOnAverage(both, DEMAND.over(CYCLE.lead())), within(1e-4));
    assertThat(erp.target().total()).isEqualByComparingTo("250");
    assertThat(
            StockPlanner.given(DEMAND, CYCLE, WEEKLY, BigDecimal.ZERO, BigDecimal.ZERO)
                .service()
                .fillRate())
        .isCloseTo(0, within(0.01));
    assertThatThrownBy(
            () -> StockPlanner.given(DEMAND, CYCLE, WEEKLY, BigDecimal.TEN, BigDecimal.ONE))
        .hasMessageContaining("from a minimum of 10");
  }

  /**
   * What is short between two arrivals, as a share of what is wanted, with 150 to 250. An order is
   * larger than 100 by half of what is wanted between two looks.
   */
  private static double missedOnAverage(DemandDistribution both, DemandDistribution lead) {
    double wanted = both.mean() - lead.mean();
    double lot = 100 + wanted / 2;
    double sum = 0;
    for (int i = 0; i < 1_000; i++) {
      double position = 150 + (i + 0.5) * lot / 1_000;
      sum += both.expectedShortage(position) - lead.expectedShortage(position);
    }
    return sum / 1_000 / wanted;
  }

  /** Order-up-to every five days, three days of lead time, what is short waits: who is served? */
  @Test
  void theFillRateIsThatOfASimulation() {
    for (double level : new double[] {0.9, 0.97}) {
      StockPlan plan =
          StockPlanner.plan(
              DEMAND,
              ReviewCycle.of(DayDistribution.certain(3), 5),
              StockTerms.of(StockPolicy.ORDER_UP_TO, ServiceTarget.fillRate(level)));
      Random random = new Random(3);
      double position = plan.orderUpTo().doubleValue();
      double stock = position;
      double wanted = 0;
      double missed = 0;
      ArrayDeque<double[]> due = new ArrayDeque<>();
      for (int day = 0; day < 400_000; day++) {
        if (!due.isEmpty() && due.peek()[0] == day) {
          stock += due.poll()[1];
        }
        if (day % 5 == 0) {
          due.add(new double[] {day + 3, plan.orderUpTo().doubleValue() - position});
          position = plan.orderUpTo().doubleValue();
        }
        double demand = Math.max(0, 10 + 4 * random.nextGaussian());
        missed += Math.min(demand, Math.max(0, demand - stock));
        wanted += demand;
        stock -= demand;
        position -= demand;
      }
      assertThat(1 - missed / wanted).isCloseTo(plan.service().fillRate(), within(0.006));
      assertThat(1 - missed / wanted).isGreaterThan(level - 0.004);
    }
  }
}
