package org.demandwright.core.decide.simulate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.DataScope;

/**
 * What is to be replayed.
 *
 * @param plan whose published version knows the demand
 * @param scope what whoever asks may see
 * @param orgs companies that count; empty = all, likewise the next three
 * @param most items at sites that are looked at; where there are more, so many of them evenly
 *     spread
 * @param tuneWeeks before the test, by which knobs are set
 * @param testWeeks up to the day to which demand is known
 * @param holdingRate share of the price that a unit costs a year, of every item; empty = what
 *     counts for each
 * @param orderingCost of an order line, in the currency of each price; empty = likewise
 * @param shortageShare what a missing unit costs, as a share of its price; empty = likewise, else
 *     the margin
 * @param minimums whether vendors ask for minimums and multiples
 * @param seed of lead times
 * @param ways of ordering that are compared
 * @param methods of forecasting: {@link #PUBLISHED} or the name of a model, which then forecasts
 *     alone
 */
public record SimulationQuestion(
    String plan,
    DataScope scope,
    Set<String> orgs,
    Set<String> items,
    Set<String> sites,
    Set<String> categories,
    int most,
    int tuneWeeks,
    int testWeeks,
    Optional<Double> holdingRate,
    Optional<Double> orderingCost,
    Optional<Double> shortageShare,
    boolean minimums,
    long seed,
    List<WayOfOrdering> ways,
    List<String> methods) {
  /** Forecasts as the plan makes them. */
  public static final String PUBLISHED = "published";

  public SimulationQuestion {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(scope, "scope");
    orgs = Set.copyOf(orgs);
    items = Set.copyOf(items);
    sites = Set.copyOf(sites);
    categories = Set.copyOf(categories);
    Objects.requireNonNull(holdingRate, "holdingRate");
    Objects.requireNonNull(orderingCost, "orderingCost");
    Objects.requireNonNull(shortageShare, "shortageShare");
    ways = List.copyOf(ways);
    methods = List.copyOf(methods);
  }
}
