package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EconomicTermsTest {
  private static final DemandOverTime DEMAND = DemandOverTime.of(TestDemand.poissonDays(10, 30));
  private static final ReviewCycle CYCLE = ReviewCycle.of(DayDistribution.certain(6), 2);

  private static StockTerms terms(StockPolicy policy, double shortage) {
    return StockTerms.of(policy, ServiceTarget.fillRate(0.5))
        .with(new CostTerms(20, 0.25, 3, Optional.of(shortage)));
  }

  @Test
  void whatIsDearerToMissIsServedMore() {
    double last = 0;
    for (double shortage : new double[] {0.2, 0.5, 1, 5, 20}) {
      StockTerms economic =
          EconomicTerms.of(DEMAND, CYCLE, terms(StockPolicy.REORDER_POINT_LOTS, shortage));
      assertThat(economic.service().kind()).isEqualTo(ServiceTarget.Kind.FILL_RATE);
      assertThat(economic.service().level()).isGreaterThan(last);
      assertThat(economic.costs().orElseThrow().orderingCost())
          .as("an order costs what is missed as well")
          .isGreaterThan(3);
      last = economic.service().level();
    }
  }

  @Test
  void ofOrderUpToItIsTheCycleService() {
    StockTerms economic = EconomicTerms.of(DEMAND, CYCLE, terms(StockPolicy.ORDER_UP_TO, 1));
    assertThat(economic.service())
        .isEqualTo(ServiceTarget.economic(economic.costs().orElseThrow(), 2));
  }

  @Test
  void withoutWhatAMissingUnitCostsThereIsNone() {
    StockTerms free = terms(StockPolicy.ORDER_UP_TO, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EconomicTerms.of(DEMAND, CYCLE, free))
        .withMessageContaining("is not known");
  }
}
