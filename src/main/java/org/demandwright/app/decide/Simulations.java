package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.core.Words;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.model.ModelNames;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.decide.PastTotalsStore;
import org.demandwright.store.decide.SimulatedPlace;
import org.demandwright.store.decide.SimulatedPlaceStore;
import org.demandwright.store.decide.SimulationResultStore;
import org.demandwright.store.decide.SimulationResultStore.ClassKind;
import org.demandwright.store.decide.SimulationResultStore.Result;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.decide.SimulationStore.Simulation;
import org.demandwright.store.run.WorkStatus;

/**
 * What ways of ordering and of forecasting would have cost: asked for here, worked on by a job
 * beside the pipeline. Whoever sees a part of the data sees what was asked within the same part.
 */
@ApplicationScoped
@Transactional
public class Simulations {
  /** Simulations of one account that have not ended. */
  private static final int MOST_UNFINISHED = 3;

  private final SimulationStore simulations;
  private final SimulatedPlaceStore places;
  private final PastTotalsStore totals;
  private final SimulationResultStore results;
  private final DecideStock decide;
  private final ForecastPlans plans;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  Simulations(
      SimulationStore simulations,
      SimulatedPlaceStore places,
      PastTotalsStore totals,
      SimulationResultStore results,
      DecideStock decide,
      ForecastPlans plans,
      Clock clock,
      AuditTrail audit) {
    this.simulations = simulations;
    this.places = places;
    this.totals = totals;
    this.results = results;
    this.decide = decide;
    this.plans = plans;
    this.clock = clock;
    this.audit = audit;
  }

  Simulations() {
    this(null, null, null, null, null, null, null, null);
  }

  /**
   * A simulation with what could not be judged.
   *
   * @param refusals items at sites by the reason why they cannot be judged, the most first
   * @param leftOver series and contests that each method left to the published way
   */
  public record Told(
      Simulation simulation, List<Map.Entry<Words, Long>> refusals, Map<String, Long> leftOver) {}

  /**
   * A result against the same class ordered by minimum and maximum.
   *
   * @param ratio total ÷ that of MIN_MAX at its chosen knob; empty where it was not asked for, or
   *     is of other items at sites
   */
  public record Compared(Result result, Optional<Double> ratio) {}

  /** Asks for a simulation of a plan that the caller may read. */
  public Told order(SimulationQuestion question, String by) {
    plans.inUse(question.plan());
    for (String method : question.methods()) {
      if (!method.equals(SimulationQuestion.PUBLISHED)) {
        requireModel(method);
      }
    }
    if (decide.published(question.plan()).isEmpty()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "No version of plan %s is published: there is nothing to replay. Run a job for it first."
              .formatted(question.plan()));
    }
    if (simulations.unfinished(by) >= MOST_UNFINISHED) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "%d simulations that you asked for are not ready yet. Wait for them, or delete some."
              .formatted(MOST_UNFINISHED));
    }
    long id = simulations.add(new SimulationStore.Order(by, clock.now(), question));
    audit.record(
        "simulation.order",
        subject(id),
        AuditTrail.NOTHING,
        Map.of("plan", question.plan(), "methods", question.methods()));
    return told(simulations.find(id).orElseThrow());
  }

  private static void requireModel(String method) {
    try {
      if (ModelNames.parse(method).size() != 1) {
        throw new IllegalArgumentException(" names several; give each by itself");
      }
    } catch (IllegalArgumentException e) {
      throw Refused.because(
          "methods",
          "methods"
              + e.getMessage()
              + ", and "
              + SimulationQuestion.PUBLISHED
              + " for the plan's own way.");
    }
  }

  /** Returns simulations of plans that the caller may read, newest first. */
  public Page<Told> page(
      DataScope scope, Optional<String> plan, Optional<String> cursor, int limit) {
    List<String> readable =
        plan.map(name -> List.of(plans.readable(name))).orElseGet(plans::readable).stream()
            .map(PlanRecord::name)
            .toList();
    if (readable.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    long before = cursor.map(Cursors::number).orElse(Long.MAX_VALUE);
    return Page.of(
            simulations.before(SimulationStore.part(scope), readable, before, limit),
            limit,
            s -> Cursors.of(s.simulationId()))
        .map(this::told);
  }

  /** Returns a simulation that the caller may see. */
  public Told one(DataScope scope, long simulationId) {
    return told(find(scope, simulationId));
  }

  private Simulation find(DataScope scope, long simulationId) {
    Simulation found =
        simulations
            .find(simulationId)
            .filter(s -> scope.isUnrestricted() || s.order().question().scope().equals(scope))
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND,
                        "There is no simulation %d, or it was removed.".formatted(simulationId)));
    plans.readable(found.order().question().plan());
    return found;
  }

  private Told told(Simulation simulation) {
    long id = simulation.simulationId();
    return new Told(
        simulation,
        places.refusals(id).entrySet().stream()
            .sorted(
                Map.Entry.<Words, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(e -> e.getKey().text()))
            .toList(),
        totals.leftOver(id));
  }

  /**
   * Returns what each way came to at the knob that cost least before the test.
   *
   * @throws Refused CONFLICT where it is not ready
   */
  public List<Compared> results(DataScope scope, long simulationId) {
    return compared(ready(scope, simulationId)).stream().filter(c -> c.result().chosen()).toList();
  }

  /** Returns what each way came to at each of its knobs, over all items at sites; likewise. */
  public List<Compared> curve(DataScope scope, long simulationId) {
    return compared(ready(scope, simulationId)).stream()
        .filter(c -> c.result().kind() == ClassKind.ALL)
        .toList();
  }

  private List<Compared> compared(Simulation simulation) {
    List<Result> all =
        results.results(simulation.simulationId(), simulation.ground().orElseThrow().windows());
    Map<List<String>, Result> base = new HashMap<>();
    for (Result r : all) {
      if (r.tried().way() == WayOfOrdering.MIN_MAX && r.chosen()) {
        base.put(of(r), r);
      }
    }
    return all.stream().map(r -> new Compared(r, ratio(r, base.get(of(r))))).toList();
  }

  private static List<String> of(Result r) {
    return List.of(r.currency(), r.kind().name(), r.name());
  }

  private static Optional<Double> ratio(Result one, Result base) {
    return base == null
            || base.tested().items() != one.tested().items()
            || base.tested().money().total().signum() == 0
        ? Optional.empty()
        : Optional.of(
            one.tested().money().total().doubleValue()
                / base.tested().money().total().doubleValue());
  }

  /** Returns the items at sites of a simulation, by their numbers. */
  public Page<SimulatedPlace> places(
      DataScope scope, long simulationId, Optional<String> cursor, int limit) {
    Simulation simulation = find(scope, simulationId);
    return Page.of(
        places.page(simulation.simulationId(), cursor.map(Cursors::number).orElse(0L), limit),
        limit,
        p -> Cursors.of(p.number()));
  }

  private Simulation ready(DataScope scope, long simulationId) {
    Simulation found = find(scope, simulationId);
    if (found.status() != WorkStatus.READY) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Simulation %d is %s: it has results once it is READY."
              .formatted(simulationId, found.status()));
    }
    return found;
  }

  /** Removes a simulation; one that is worked on comes to nothing. */
  public void remove(DataScope scope, long simulationId, Expected<Told> expected) {
    Told seen = one(scope, simulationId);
    expected.check(seen);
    simulations.remove(simulationId);
    audit.record(
        "simulation.delete",
        subject(simulationId),
        Map.of("status", seen.simulation().status()),
        AuditTrail.NOTHING);
  }

  private static String subject(long simulationId) {
    return "simulation/" + simulationId;
  }
}
