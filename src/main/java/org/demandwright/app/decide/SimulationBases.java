package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.run.JobFailure;
import org.demandwright.core.Words;
import org.demandwright.core.decide.LeadTimes;
import org.demandwright.core.decide.OrderedLine;
import org.demandwright.core.decide.risk.PurchasesKnown;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.SimulatedPlaceStore;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.decide.SimulationStore.Simulation;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.supply.SupplyStore;

/** Reads what all places of a simulation have in common, once for the steps of an execution. */
@ApplicationScoped
public class SimulationBases {
  /** Orders that old say nothing of how long orders take. */
  private static final int WINDOW_DAYS = 730;

  private final SimulationStore simulations;
  private final SimulatedPlaceStore places;
  private final DecideStock decide;
  private final VersionStore versions;
  private final SnapshotStore snapshots;
  private final MasterDataStore masterData;
  private final SupplyStore supply;
  private final ReportingCurrency reporting;
  private volatile SoftReference<AtWork> running = new SoftReference<>(null);

  /**
   * What the steps of an execution work on.
   *
   * @param places that can be judged, by their numbers
   * @param inputs of the series of these places, as they are known now
   */
  record AtWork(
      long executionId,
      SimulationBasis basis,
      List<Place> places,
      Map<SeriesKey, SeriesInput> inputs) {}

  @Inject
  SimulationBases(
      SimulationStore simulations,
      SimulatedPlaceStore places,
      DecideStock decide,
      VersionStore versions,
      SnapshotStore snapshots,
      MasterDataStore masterData,
      SupplyStore supply,
      ReportingCurrency reporting) {
    this.simulations = simulations;
    this.places = places;
    this.decide = decide;
    this.versions = versions;
    this.snapshots = snapshots;
    this.masterData = masterData;
    this.supply = supply;
    this.reporting = reporting;
  }

  SimulationBases() {
    this(null, null, null, null, null, null, null, null);
  }

  /**
   * Returns a simulation that is to go on.
   *
   * @throws JobFailure where it was deleted meanwhile
   */
  Simulation wanted(long simulationId) {
    return simulations.find(simulationId).orElseThrow(() -> deleted(simulationId));
  }

  static JobFailure deleted(long simulationId) {
    return new JobFailure(Words.of("decide.simulate.deleted", simulationId));
  }

  static SimulationStore.Ground ground(Simulation simulation) {
    return simulation.ground().orElseThrow();
  }

  /**
   * Returns the version whose demand is replayed.
   *
   * @throws JobFailure where it was removed meanwhile
   */
  VersionStore.Version version(Simulation simulation) {
    long versionId = ground(simulation).versionId();
    return versions
        .find(versionId)
        .orElseThrow(() -> new JobFailure(Words.of("decide.simulate.version-removed", versionId)));
  }

  /** Reads what all places have in common. */
  SimulationBasis read(
      Simulation asked, VersionStore.Version version, LocalDate asOf, ReplayWindows windows) {
    DecisionBasis basis =
        decide.basis(
            new Decision(
                0,
                0,
                asked.order().question().plan(),
                version.versionId(),
                asOf,
                asked.order().at(),
                Optional.empty(),
                0,
                Optional.empty()));
    List<OrderedLine> lines = PurchaseHistory.of(supply, basis.supply(), basis.stockBook()).lines();
    Map<ItemKey, String> categories = new HashMap<>();
    masterData.items().forEach((key, item) -> categories.put(key, item.category()));
    return new SimulationBasis(
        asked,
        windows,
        basis,
        LeadTimes.learn(
            PurchasesKnown.on(lines, windows.tuneFrom()), windows.tuneFrom(), WINDOW_DAYS),
        categories,
        reporting.factors(asOf),
        reporting.code(),
        SimulationBasis.rules(supply));
  }

  /** Returns the series of places as they are known now. */
  Map<SeriesKey, SeriesInput> inputs(SimulationBasis basis, Collection<Place> of) {
    List<Long> series =
        of.stream().flatMap(p -> p.series().stream()).map(TotalsStore.Entry::seriesId).toList();
    Map<SeriesKey, SeriesInput> inputs = new LinkedHashMap<>();
    snapshots
        .of(basis.basis().version().versionId(), series)
        .forEach(s -> inputs.put(s.input().series().key(), s.input()));
    return inputs;
  }

  /** Returns what an execution works on, of a simulation that was begun. */
  AtWork of(long simulationId, long executionId) {
    AtWork known = running.get();
    if (known == null
        || known.executionId() != executionId
        || known.basis().simulation().simulationId() != simulationId) {
      known = atWork(simulationId, executionId);
      running = new SoftReference<>(known);
    }
    return known;
  }

  private AtWork atWork(long simulationId, long executionId) {
    Simulation simulation = wanted(simulationId);
    SimulationStore.Ground ground = ground(simulation);
    SimulationBasis basis = read(simulation, version(simulation), ground.asOf(), ground.windows());
    Set<Long> judged = new HashSet<>();
    places.page(simulationId, 0, Integer.MAX_VALUE).stream()
        .filter(p -> p.refused().isEmpty())
        .forEach(p -> judged.add(p.number()));
    List<Place> taken =
        basis.basis().places().stream().filter(p -> judged.contains(p.number())).toList();
    return new AtWork(executionId, basis, taken, inputs(basis, taken));
  }

  /** Forgets what was read. */
  void clear() {
    running.clear();
  }
}
