package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.store.decide.ContentHash;
import org.demandwright.store.decide.PastTotalsStore;
import org.demandwright.store.decide.SimulationResultStore;
import org.demandwright.store.decide.SimulationResultStore.ClassKind;
import org.demandwright.store.decide.SimulationResultStore.Result;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.decide.SimulationStore.Simulation;

/** Adds up what came of all places, and sets each knob by what came before the test. */
@ApplicationScoped
public class JudgeSimulation {
  /** Simulations of a plan that are kept. */
  private static final int KEPT = 20;

  private final SimulationStore simulations;
  private final SimulationResultStore results;
  private final PastTotalsStore totals;
  private final SimulationBases bases;
  private final Clock clock;

  @Inject
  JudgeSimulation(
      SimulationStore simulations,
      SimulationResultStore results,
      PastTotalsStore totals,
      SimulationBases bases,
      Clock clock) {
    this.simulations = simulations;
    this.results = results;
    this.totals = totals;
    this.bases = bases;
    this.clock = clock;
  }

  JudgeSimulation() {
    this(null, null, null, null, null);
  }

  /** Ends a simulation, which is then ready: whole or not at all, whatever breaks off. */
  @Transactional
  public void finish(long simulationId) {
    Simulation simulation = bases.wanted(simulationId);
    bases.clear();
    ReplayWindows windows = SimulationBases.ground(simulation).windows();
    results.write(simulationId, chosen(results.sums(simulationId, windows)));
    List<String> texts = new ArrayList<>();
    results.results(simulationId, windows).forEach(r -> texts.add(text(r)));
    simulations.finish(simulationId, ContentHash.of(texts), clock.now());
    results.forgetOutcomes(simulationId);
    totals.forget(simulationId);
    simulations.forget(simulation.order().question().plan(), KEPT);
  }

  private static String text(Result r) {
    return String.join(
        "|",
        r.currency(),
        r.kind().name(),
        r.name(),
        r.tried().toString(),
        Boolean.toString(r.chosen()),
        plain(r.tuned()),
        plain(r.tested().demand()),
        plain(r.tested().served()),
        plain(r.tested().heldDays()),
        plain(r.tested().money().total()),
        Integer.toString(r.tested().lines()));
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  /** Of each way and method and currency the knob that cost least before the test, the first. */
  static List<Result> chosen(List<Result> sums) {
    Map<List<String>, Result> best = new HashMap<>();
    for (Result r : sums) {
      if (r.kind() == ClassKind.ALL) {
        best.merge(of(r), r, JudgeSimulation::cheaper);
      }
    }
    Set<List<Object>> knobs = new HashSet<>();
    best.forEach((of, r) -> knobs.add(List.of(of, r.tried().knob())));
    return sums.stream()
        .map(r -> knobs.contains(List.of(of(r), r.tried().knob())) ? r.asChosen() : r)
        .toList();
  }

  private static List<String> of(Result r) {
    return List.of(r.currency(), r.tried().way().name(), r.tried().method());
  }

  private static Result cheaper(Result one, Result other) {
    int order = one.tuned().compareTo(other.tuned());
    return order < 0 || order == 0 && one.tried().knob() < other.tried().knob() ? one : other;
  }
}
