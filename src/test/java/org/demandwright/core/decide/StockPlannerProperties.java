package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Whatever the demand, the lead time and the terms are. */
class StockPlannerProperties {
  @Provide
  static Arbitrary<DemandOverTime> demands() {
    return DemandDistributionProperties.demands();
  }

  @Provide
  static Arbitrary<ReviewCycle> cycles() {
    return Combinators.combine(
            Arbitraries.maps(
                    Arbitraries.integers().between(0, 40), Arbitraries.doubles().between(0.01, 1))
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(DayDistribution::of),
            Arbitraries.integers().between(1, 14))
        .as(ReviewCycle::of);
  }

  @Provide
  static Arbitrary<StockTerms> terms() {
    Arbitrary<Optional<Integer>> days = Arbitraries.integers().between(1, 90).optional();
    return Combinators.combine(
            Arbitraries.of(StockPolicy.class),
            Arbitraries.of(ServiceTarget.Kind.class),
            Arbitraries.of("0.001", "0.5", "1", "12").map(BigDecimal::new),
            Arbitraries.integers().between(0, 200),
            Arbitraries.integers().between(1, 50),
            Arbitraries.integers().between(0, 60),
            Combinators.combine(
                    Arbitraries.doubles().between(0, 90),
                    Arbitraries.doubles().between(0, 20),
                    Arbitraries.doubles().between(0, 90).optional())
                .as((price, order, miss) -> new CostTerms(price, 0.2, order, miss))
                .optional(),
            Combinators.combine(days, days).as((a, b) -> new Object[] {a, b}))
        .as(
            (policy, kind, unit, minimum, multiple, least, costs, limits) ->
                new StockTerms(
                    policy,
                    new ServiceTarget(kind, 0.9),
                    unit,
                    unit.multiply(BigDecimal.valueOf(minimum)),
                    unit.multiply(BigDecimal.valueOf(multiple)),
                    BigDecimal.valueOf(least),
                    costs,
                    optional(limits[0]),
                    optional(limits[1])));
  }

  @SuppressWarnings("unchecked")
  private static Optional<Integer> optional(Object limit) {
    return (Optional<Integer>) limit;
  }

  private static StockTerms at(StockTerms t, double level) {
    return new StockTerms(
        t.policy(),
        new ServiceTarget(t.service().kind(), level),
        t.unit(),
        t.minimumOrder(),
        t.multiple(),
        t.minimumStock(),
        t.costs(),
        t.shelfLifeDays(),
        t.maximumCoverDays());
  }

  @Property(tries = 300)
  void moreServiceNeverLowersStock(
      @ForAll("demands") DemandOverTime demand,
      @ForAll("cycles") ReviewCycle cycle,
      @ForAll("terms") StockTerms terms,
      @ForAll @DoubleRange(min = 0.05, max = 0.99) double one,
      @ForAll @DoubleRange(min = 0.05, max = 0.99) double other) {
    StockPlan less = StockPlanner.plan(demand, cycle, at(terms, Math.min(one, other)));
    StockPlan more = StockPlanner.plan(demand, cycle, at(terms, Math.max(one, other)));
    assertThat(more.reorderPoint()).isGreaterThanOrEqualTo(less.reorderPoint());
    if (terms.shelfLifeDays().isEmpty() && terms.maximumCoverDays().isEmpty()) {
      assertThat(more.orderUpTo()).isGreaterThanOrEqualTo(less.orderUpTo());
      assertThat(more.service().cycleService())
          .isGreaterThanOrEqualTo(less.service().cycleService() - 1e-9);
      assertThat(reached(more, terms)).isGreaterThanOrEqualTo(Math.max(one, other) - 1e-6);
    }
  }

  private static double reached(StockPlan plan, StockTerms terms) {
    return terms.service().kind() == ServiceTarget.Kind.CYCLE_SERVICE
        ? plan.service().cycleService()
        : plan.service().fillRate();
  }

  @Property(tries = 300)
  void nothingIsNegativeAndPartsAddUp(
      @ForAll("demands") DemandOverTime demand,
      @ForAll("cycles") ReviewCycle cycle,
      @ForAll("terms") StockTerms terms) {
    StockPlan plan = StockPlanner.plan(demand, cycle, terms);
    StockPlan.Target target = plan.target();
    assertThat(target.total()).isEqualByComparingTo(plan.orderUpTo());
    assertThat(target.demand()).isNotNegative();
    assertThat(target.buffer()).isNotNegative();
    assertThat(target.minimum()).isNotNegative();
    assertThat(plan.lot()).isNotNegative();
    assertThat(plan.orderUpTo()).isGreaterThanOrEqualTo(plan.reorderPoint());
    assertThat(plan.reorderPoint().remainder(terms.unit())).isZero();
    assertThat(plan.lot().remainder(terms.multiple())).isZero();
    if (terms.policy() != StockPolicy.ORDER_UP_TO) {
      assertThat(plan.lot()).isPositive().isGreaterThanOrEqualTo(terms.minimumOrder());
    }
    assertThat(plan.service().cycleService()).isBetween(0.0, 1.0);
    assertThat(plan.service().fillRate()).isBetween(0.0, 1.0);
    assertThat(plan.service().expectedShortage()).isNotNegative();
    assertThat(plan.safetyStock()).isNotNegative();
  }
}
