package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.store.decide.PastTotalsStore;
import org.demandwright.store.decide.SimulationStore.Simulation;
import org.demandwright.store.forecast.Recipe;

/**
 * Makes the forecasts of past weeks for a simulation, contest by contest and method by method; what
 * is made stays when a run breaks off.
 */
@ApplicationScoped
public class ForecastPast {
  private static final int CONTEST_DAYS = 56;
  private static final int WEEK = 7;

  /** Series after which is looked whether the simulation is there still. */
  private static final int LOOK_EVERY = 25;

  private final SimulationBases bases;
  private final PastTotalsStore store;

  @Inject
  ForecastPast(SimulationBases bases, PastTotalsStore store) {
    this.bases = bases;
    this.store = store;
  }

  ForecastPast() {
    this(null, null);
  }

  /** Somebody asked to stop. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Returns how many contests of the past are held. */
  public int contests(long simulationId) {
    Simulation simulation = bases.wanted(simulationId);
    return contests(
            bases.version(simulation).recipe(), SimulationBases.ground(simulation).windows())
        .size();
  }

  /** Origins from one contest to the next, a week or a period apart, one list a contest. */
  static List<List<Period>> contests(Recipe recipe, ReplayWindows windows) {
    Period first = Period.of(recipe.bucket(), windows.tuneFrom());
    int step = Math.max(1, WEEK / first.days());
    int each = Math.max(1, CONTEST_DAYS / (first.days() * step));
    List<List<Period>> contests = new ArrayList<>();
    int n = 0;
    for (Period p = first; p.start().isBefore(windows.testTo()); p = p.plus(step), n++) {
      if (n % each == 0) {
        contests.add(new ArrayList<>());
      }
      contests.get(contests.size() - 1).add(p);
    }
    return contests;
  }

  /**
   * Makes the forecasts by each method from a contest to the next, unless they are made.
   *
   * @param stopped whether somebody asked to stop
   * @return whether it was not stopped
   */
  public boolean forecast(
      long simulationId, long executionId, int contest, BooleanSupplier stopped) {
    SimulationBases.AtWork at = bases.of(simulationId, executionId);
    if (at.places().isEmpty()) {
      return true; // none of them can be judged
    }
    try {
      Map<SeriesKey, List<PastForecasts.Version>> published = null;
      for (String method : at.basis().methods()) {
        if (!store.isForecast(simulationId, contest, method)) {
          published =
              published == null
                  ? versions(at, contest, SimulationQuestion.PUBLISHED, stopped)
                  : published;
          Map<SeriesKey, List<PastForecasts.Version>> made =
              method.equals(SimulationQuestion.PUBLISHED)
                  ? published
                  : versions(at, contest, method, stopped);
          PlaceForecasts of = PlaceForecasts.of(at.places(), published, made);
          bases.wanted(simulationId);
          store.write(simulationId, contest, method, of.totals(), of.leftOver());
        }
      }
      return true;
    } catch (Stopped e) {
      return false;
    }
  }

  private Map<SeriesKey, List<PastForecasts.Version>> versions(
      SimulationBases.AtWork at, int contest, String method, BooleanSupplier stopped) {
    Recipe recipe = at.basis().basis().version().recipe();
    EngineOptions options = recipe.options();
    EngineOptions ofMethod =
        method.equals(SimulationQuestion.PUBLISHED) ? options : options.withModels(List.of(method));
    List<SeriesInput> inputs = List.copyOf(at.inputs().values());
    return new PastForecasts(ofMethod)
        .round(
            contests(recipe, at.basis().windows()).get(contest),
            origin ->
                inputs.stream()
                    .map(input -> PastForecasts.knownAt(input, origin, options.horizon()))
                    .toList(),
            new PastForecasts.Each() {
              @Override
              public <T, R> List<R> of(List<T> all, Function<T, R> work) {
                return inTurn(at, all, work, stopped);
              }
            });
  }

  private <T, R> List<R> inTurn(
      SimulationBases.AtWork at, List<T> all, Function<T, R> work, BooleanSupplier stopped) {
    List<R> done = new ArrayList<>();
    for (T one : all) {
      if (stopped.getAsBoolean()) {
        throw new Stopped();
      }
      if (done.size() % LOOK_EVERY == 0) {
        bases.wanted(at.basis().simulation().simulationId());
      }
      done.add(work.apply(one));
    }
    return done;
  }
}
