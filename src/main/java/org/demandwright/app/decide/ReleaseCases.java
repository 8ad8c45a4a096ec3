package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.decide.ReleaseCase;
import org.demandwright.core.decide.Suggestion;
import org.demandwright.core.demand.ExchangeRates;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestedOrder;

/** Suggestions of a decision, as rules of release see them. */
final class ReleaseCases {
  private static final int DECIMALS = 6;

  private final StockPlanStore plans;
  private final Decision decision;
  private final LargestLines largest;
  private final Map<String, ExchangeRates.Conversion> factors;

  /**
   * @param factors what a unit of each currency is worth in the reporting currency
   */
  ReleaseCases(
      StockPlanStore plans,
      Decision decision,
      LargestLines largest,
      Map<String, ExchangeRates.Conversion> factors) {
    this.plans = plans;
    this.decision = decision;
    this.largest = largest;
    this.factors = factors;
  }

  List<ReleaseCase> of(List<SuggestedOrder> orders) {
    Map<Long, StockPlanStore.Footing> footings =
        plans.footings(
            decision.decisionId(), orders.stream().map(SuggestedOrder::place).distinct().toList());
    return orders.stream()
        .filter(order -> footings.containsKey(order.place()))
        .map(order -> of(order, footings.get(order.place())))
        .toList();
  }

  private ReleaseCase of(SuggestedOrder order, StockPlanStore.Footing footing) {
    Suggestion s = order.suggestion();
    return new ReleaseCase(
        order.number(),
        s.kind(),
        footing.subject(),
        order.source().vendor(),
        s.quantity(),
        worth(s.cost(), order.currency()),
        order
            .minimum()
            .flatMap(least -> worth(Optional.of(least.value()), order.currency()).money()),
        largest.on(decision.asOf(), order.key()),
        new ReleaseCase.Confidence(
            footing.by().equals(Optional.of(PlannedStock.By.FORECAST)),
            footing.beyondHorizon(),
            s.late(),
            s.stockOutWithout()));
  }

  /** Returns what an amount is worth in the reporting currency. */
  ReleaseCase.Worth worth(Optional<BigDecimal> amount, Optional<String> currency) {
    if (amount.isEmpty() || currency.isEmpty()) {
      return ReleaseCase.Worth.UNKNOWN;
    }
    return Optional.ofNullable(factors.get(currency.get()))
        .map(rate -> amount.get().multiply(rate.factor()).setScale(DECIMALS, RoundingMode.HALF_UP))
        .map(ReleaseCase.Worth::of)
        .orElseGet(() -> ReleaseCase.Worth.withoutRate(currency.get()));
  }
}
