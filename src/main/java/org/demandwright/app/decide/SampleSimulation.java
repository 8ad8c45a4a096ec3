package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.demandwright.app.run.JobFailure;
import org.demandwright.core.Words;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.store.decide.PastTotalsStore;
import org.demandwright.store.decide.SimulatedPlace;
import org.demandwright.store.decide.SimulatedPlaceStore;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.decide.SimulationStore.Simulation;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * Finds the items at sites that a simulation is about, takes a sample where they are many, and says
 * of each by which terms it is replayed, or why it cannot be judged.
 */
@ApplicationScoped
public class SampleSimulation {
  /** Days before the first that is replayed in which all channels have to have sold. */
  private static final int LEAST_DAYS = 56;

  private final SimulationStore simulations;
  private final SimulatedPlaceStore store;
  private final PastTotalsStore totals;
  private final SimulationBases bases;
  private final DecideStock decide;
  private final MasterDataStore masterData;

  @Inject
  SampleSimulation(
      SimulationStore simulations,
      SimulatedPlaceStore store,
      PastTotalsStore totals,
      SimulationBases bases,
      DecideStock decide,
      MasterDataStore masterData) {
    this.simulations = simulations;
    this.store = store;
    this.totals = totals;
    this.bases = bases;
    this.decide = decide;
    this.masterData = masterData;
  }

  SampleSimulation() {
    this(null, null, null, null, null, null);
  }

  /** Begins a simulation; what an earlier beginning wrote is written anew. */
  public void begin(long simulationId, long executionId) {
    Simulation asked = bases.wanted(simulationId);
    if (!simulations.begin(simulationId, executionId)) {
      throw SimulationBases.deleted(simulationId);
    }
    SimulationQuestion question = asked.order().question();
    VersionStore.Version version =
        decide
            .published(question.plan())
            .orElseThrow(() -> new JobFailure(Words.of("decide.no-version", question.plan())));
    ReplayWindows windows = windows(version.recipe(), question);
    SimulationBasis basis = bases.read(asked, version, decide.asOf(version), windows);
    List<Place> meant =
        basis.basis().places().stream().filter(place -> isMeant(basis, place)).toList();
    if (meant.isEmpty()) {
      throw new JobFailure(Words.of("decide.simulate.nothing", question.plan()));
    }
    List<Place> taken = spread(meant, question.most());
    totals.clear(simulationId); // an earlier job may have forecast the past of another version
    store.write(simulationId, described(basis, taken));
    simulations.found(
        simulationId,
        new SimulationStore.Ground(
            version.versionId(),
            basis.basis().decision().asOf(),
            windows,
            meant.size(),
            taken.size()));
  }

  private static ReplayWindows windows(Recipe recipe, SimulationQuestion question) {
    LocalDate end = Period.of(recipe.bucket(), recipe.origin()).start();
    LocalDate test = end.minusWeeks(question.testWeeks());
    return new ReplayWindows(test.minusWeeks(question.tuneWeeks()), test, end);
  }

  private static boolean isMeant(SimulationBasis basis, Place place) {
    SimulationQuestion q = basis.question();
    String category = basis.category(place);
    return q.scope().holds(place.series().get(0).key(), category)
        && holds(q.orgs(), place.key().org())
        && holds(q.items(), place.key().item())
        && holds(q.sites(), place.key().site())
        && holds(q.categories(), category);
  }

  private static boolean holds(Set<String> names, String name) {
    return names.isEmpty() || names.contains(name);
  }

  /** Returns so many, evenly spread. */
  static <T> List<T> spread(List<T> all, int most) {
    int n = Math.min(most, all.size());
    return IntStream.range(0, n).mapToObj(i -> all.get((int) ((long) i * all.size() / n))).toList();
  }

  private List<SimulatedPlace> described(SimulationBasis basis, List<Place> taken) {
    Map<ItemKey, List<Price>> prices = SimulationBasis.prices(masterData, taken);
    Map<SeriesKey, SeriesInput> inputs = bases.inputs(basis, taken);
    List<SimulatedPlace> all = new ArrayList<>();
    for (Place place : taken) {
      PlaceTerms terms =
          PlaceTerms.of(basis, place, prices.getOrDefault(SimulationBasis.item(place), List.of()));
      Optional<Words> refused = terms.refused().or(() -> tooShort(basis.windows(), place, inputs));
      all.add(
          new SimulatedPlace(
              place.number(),
              place.key(),
              basis.category(place),
              basis.basis().subject(place).abc(),
              pattern(basis.windows(), place, inputs),
              terms.currency(),
              terms.said(),
              refused));
    }
    return all;
  }

  /** All channels need to have sold for some weeks before the first day that is replayed. */
  private static Optional<Words> tooShort(
      ReplayWindows windows, Place place, Map<SeriesKey, SeriesInput> inputs) {
    LocalDate latest = windows.tuneFrom().minusDays(LEAST_DAYS);
    for (TotalsStore.Entry series : place.series()) {
      Optional<LocalDate> first =
          Optional.ofNullable(inputs.get(series.key())).flatMap(SampleSimulation::firstSold);
      if (first.isEmpty() || first.get().isAfter(latest)) {
        return Optional.of(Words.of("decide.simulate.short-history", latest.toString()));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> firstSold(SeriesInput input) {
    for (int t = 0; t < input.series().size(); t++) {
      if (input.series().units().get(t) > 0) {
        return Optional.of(input.series().first().plus(t).start());
      }
    }
    return Optional.empty();
  }

  /** Of the channel that sold most, by what was known on the first day that is replayed. */
  private static Optional<DemandPattern> pattern(
      ReplayWindows windows, Place place, Map<SeriesKey, SeriesInput> inputs) {
    Optional<DemandPattern> found = Optional.empty();
    double most = -1;
    for (TotalsStore.Entry series : place.series()) {
      SeriesInput input = inputs.get(series.key());
      if (input != null) {
        Period first = input.series().first();
        int known = first.until(Period.of(first.bucket(), windows.tuneFrom()));
        if (known > 0 && input.series().head(known).units().sum() > most) {
          most = input.series().head(known).units().sum();
          found = Optional.of(DemandPattern.of(input.series().head(known)));
        }
      }
    }
    return found;
  }
}
