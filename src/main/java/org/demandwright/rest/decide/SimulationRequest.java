package org.demandwright.rest.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.SimulationLimits;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.store.run.PlanStore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be replayed. What is left out of its scope is fulfilled by anything.
 *
 * @param plan by default the one that there always is
 * @param orgs companies, one of these
 * @param items one of these
 * @param sites one of these
 * @param categories one of these
 * @param mostPlaces items at sites that are looked at, 1 to 500; where there are more, so many of
 *     them evenly spread; 100 by default
 * @param tuneWeeks weeks before the test by which knobs are set, 6 to 104; 26 by default
 * @param testWeeks weeks of the test, up to the day to which demand is known, 6 to 104; 26 by
 *     default
 * @param holdingRate share of its price that a unit costs a year, of every item, 0 to 1,000; by
 *     default what its policy says
 * @param orderingCost of an order line, in the currency of each price, 0 to 1,000,000,000; by
 *     default what its policy says
 * @param shortageShare what a missing unit costs as a share of its purchase price, 0 to 1,000; by
 *     default what its policy says, else the margin
 * @param minimums whether vendors ask for minimums and multiples; true by default
 * @param seed of the lead times
 * @param ways of ordering; by default all but FILL_RATE
 * @param methods of forecasting: published for the plan's own way, or names of models, each of
 *     which then forecasts alone; by default published, SeasonalNaive, MovingAverage and
 *     ExponentialSmoothing
 */
@Schema(
    example =
        "{\"plan\": \"default\", \"sites\": [\"S01\"], \"mostPlaces\": 40, \"tuneWeeks\": 26,"
            + " \"testWeeks\": 26, \"holdingRate\": 0.25, \"orderingCost\": 15,"
            + " \"methods\": [\"published\", \"SeasonalNaive\"]}")
public record SimulationRequest(
    Optional<String> plan,
    List<String> orgs,
    List<String> items,
    List<String> sites,
    List<String> categories,
    Optional<Integer> mostPlaces,
    Optional<Integer> tuneWeeks,
    Optional<Integer> testWeeks,
    Optional<BigDecimal> holdingRate,
    Optional<BigDecimal> orderingCost,
    Optional<BigDecimal> shortageShare,
    Optional<Boolean> minimums,
    Optional<Long> seed,
    List<WayOfOrdering> ways,
    List<String> methods) {
  private static final int MOST_METHODS = 12;
  private static final int MOST_NAMES = 1_000;

  SimulationQuestion question(DataScope scope) {
    List<WayOfOrdering> asked =
        orElse(ways, SimulationLimits.WAYS).stream().distinct().sorted().toList();
    List<String> by = orElse(methods, SimulationLimits.METHODS).stream().distinct().toList();
    if (by.size() > MOST_METHODS) {
      throw Refused.because("methods", "There may be %d methods at most.".formatted(MOST_METHODS));
    }
    return new SimulationQuestion(
        plan.orElse(PlanStore.DEFAULT),
        scope,
        names("orgs", orgs),
        names("items", items),
        names("sites", sites),
        names("categories", categories),
        SimulationLimits.places("mostPlaces", mostPlaces),
        SimulationLimits.weeks("tuneWeeks", tuneWeeks),
        SimulationLimits.weeks("testWeeks", testWeeks),
        SimulationLimits.share("holdingRate", holdingRate),
        SimulationLimits.line("orderingCost", orderingCost),
        SimulationLimits.share("shortageShare", shortageShare),
        minimums.orElse(true),
        seed.orElse(EngineOptions.DEFAULT_SEED),
        asked,
        by);
  }

  private static <T> List<T> orElse(List<T> given, List<T> otherwise) {
    return given == null || given.isEmpty() ? otherwise : given;
  }

  private static Set<String> names(String name, List<String> given) {
    List<String> names = orElse(given, List.of());
    if (names.size() > MOST_NAMES) {
      throw Refused.because(name, "There may be %d %s at most.".formatted(MOST_NAMES, name));
    }
    return new TreeSet<>(names);
  }
}
