package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.forecast.MethodCosts;
import org.demandwright.core.Words;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.decide.SimulationResultStore;
import org.demandwright.store.decide.SimulationResultStore.ClassKind;
import org.demandwright.store.decide.SimulationResultStore.Result;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.decide.SimulationStore.Simulation;

/**
 * What it cost to order by each forecasting method, by the newest simulation of a plan: with the
 * way that orders at least cost by the method's own distribution, or the first of the others that
 * go by a forecast.
 */
@ApplicationScoped
public class SimulatedMethodCosts implements MethodCosts {
  private static final List<WayOfOrdering> WAYS =
      List.of(
          WayOfOrdering.LEAST_COST,
          WayOfOrdering.PLANNED,
          WayOfOrdering.FILL_RATE,
          WayOfOrdering.FORECAST_NORMAL);

  private final SimulationStore simulations;
  private final SimulationResultStore results;

  @Inject
  SimulatedMethodCosts(SimulationStore simulations, SimulationResultStore results) {
    this.simulations = simulations;
    this.results = results;
  }

  SimulatedMethodCosts() {
    this(null, null);
  }

  @Override
  public Costs of(DataScope scope, String plan) {
    Optional<Simulation> newest = simulations.newest(SimulationStore.part(scope), plan);
    return newest
        .map(this::of)
        .orElseGet(() -> new Costs(Optional.empty(), Words.of("decide.simulate.none")));
  }

  private Costs of(Simulation simulation) {
    long id = simulation.simulationId();
    List<Result> chosen =
        results.results(id, simulation.ground().orElseThrow().windows()).stream()
            .filter(Result::chosen)
            .toList();
    if (chosen.stream().map(Result::currency).distinct().count() > 1) {
      return new Costs(Optional.empty(), Words.of("decide.simulate.several-currencies"));
    }
    return WAYS.stream()
        .filter(way -> chosen.stream().anyMatch(r -> r.tried().way() == way))
        .findFirst()
        .map(way -> costs(id, way, chosen))
        .orElseGet(() -> new Costs(Optional.empty(), Words.of("decide.simulate.no-method")));
  }

  private static Costs costs(long id, WayOfOrdering way, List<Result> chosen) {
    Map<Key, BigDecimal> costs = new HashMap<>();
    for (Result r : chosen) {
      if (r.tried().way() == way && r.kind() != ClassKind.ABC) {
        costs.put(new Key(r.name(), r.tried().method()), r.tested().money().total());
      }
    }
    return new Costs(
        Optional.of(new Simulated(id, way.name(), chosen.get(0).currency(), costs)),
        Words.of("decide.simulate.not-of-it"));
  }
}
