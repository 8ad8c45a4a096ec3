package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Words;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.simulate.Outcome;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.decide.simulate.StockMoney;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;

/** Simulations with something in every part. */
public final class AnySimulation {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 30);
  public static final int DAYS = 91 - ReplayWindows.WARM_UP;

  private AnySimulation() {}

  public static SimulationQuestion question(String plan, DataScope scope) {
    return new SimulationQuestion(
        plan,
        scope,
        Set.of("A", "B"),
        Set.of("tea"),
        Set.of(),
        Set.of("goods"),
        100,
        26,
        13,
        Optional.of(0.25),
        Optional.empty(),
        Optional.of(0.5),
        true,
        7,
        List.of(WayOfOrdering.LEAST_COST, WayOfOrdering.MIN_MAX),
        List.of(SimulationQuestion.PUBLISHED, "TSB"));
  }

  public static SimulationStore.Order order(String by, DataScope scope, Instant at) {
    return new SimulationStore.Order(by, at, question("default", scope));
  }

  public static SimulationStore.Ground ground() {
    return new SimulationStore.Ground(
        3, DAY, new ReplayWindows(DAY.minusWeeks(39), DAY.minusWeeks(13), DAY), 9, 4);
  }

  public static SimulatedPlace place(long number, String org, boolean judged) {
    return new SimulatedPlace(
        number,
        new PolicySubject.Key(org, "tea", "S1"),
        "goods",
        judged ? Optional.of(Abc.B) : Optional.empty(),
        judged ? Optional.of(DemandPattern.LUMPY) : Optional.empty(),
        judged ? Optional.of("EUR") : Optional.empty(),
        List.of(new SimulatedPlace.Said("holdingRate", new BigDecimal("0.25"), "REQUEST")),
        judged ? Optional.empty() : Optional.of(Words.of("decide.simulate.no-price")));
  }

  public static SimulationResultStore.PlaceOutcome outcome(long place, int knob, String money) {
    return new SimulationResultStore.PlaceOutcome(
        place,
        new SimulationResultStore.Tried(WayOfOrdering.MIN_MAX, "", knob),
        units(money),
        tested(1, money));
  }

  static Outcome tested(int items, String money) {
    BigDecimal times = BigDecimal.valueOf(items);
    return new Outcome(
        DAYS,
        items,
        4 * items,
        3 * items,
        units("40").multiply(times),
        units("38.5").multiply(times),
        units("700").multiply(times),
        units("1400.25").multiply(times),
        5 * items,
        new StockMoney(
            units(money).multiply(times),
            units("10").multiply(times),
            units("0.5").multiply(times)));
  }

  static BigDecimal units(String text) {
    return new BigDecimal(text).setScale(6);
  }

  /** Versions whose numbers are kept as they are. */
  public static List<TotalDemand> versions() {
    double[] quantiles = new double[TotalLevels.COUNT];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = TotalLevels.ALL.get(i) > 0.25 ? i : 0;
    }
    TotalStep first = new TotalStep(7.5, 0.25, DoubleVector.of(quantiles));
    return List.of(
        new TotalDemand(Period.of(Bucket.WEEK, DAY), List.of(first, first)),
        new TotalDemand(Period.of(Bucket.WEEK, DAY).plus(1), List.of(first)));
  }
}
