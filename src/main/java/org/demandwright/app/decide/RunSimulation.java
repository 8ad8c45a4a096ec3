package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.ref.SoftReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.demandwright.app.Clock;
import org.demandwright.app.demand.ReportingCurrency;
import org.demandwright.app.run.JobFailure;
import org.demandwright.core.Words;
import org.demandwright.core.decide.LeadTimes;
import org.demandwright.core.decide.OrderedLine;
import org.demandwright.core.decide.risk.PurchasesKnown;
import org.demandwright.core.decide.simulate.ForecastDays;
import org.demandwright.core.decide.simulate.PlaceReplay;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.decide.simulate.ReplayedPlace;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.SeriesInput;
import org.demandwright.store.decide.ContentHash;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.SimulatedPlace;
import org.demandwright.store.decide.SimulationResultStore;
import org.demandwright.store.decide.SimulationResultStore.ClassKind;
import org.demandwright.store.decide.SimulationResultStore.PlaceOutcome;
import org.demandwright.store.decide.SimulationResultStore.Result;
import org.demandwright.store.decide.SimulationResultStore.Tried;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.decide.SimulationStore.Simulation;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.SnapshotStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.quality.SalesSumStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * Works on a simulation: finds what it is about and by which terms, makes the versions of past
 * origins, replays what came, and adds it up.
 *
 * <p>Each part can be done again, and gives the same: a run that broke off goes on with what is
 * written.
 */
@ApplicationScoped
public class RunSimulation {
  /** Simulations of a plan that are kept. */
  private static final int KEPT = 20;

  private static final int WINDOW_DAYS = 730;
  private static final int CONTEST_DAYS = 56;
  private static final int LEAST_DAYS = 56;

  /** Series after which is looked whether the simulation is there still. */
  private static final int LOOK_EVERY = 25;

  private final SimulationStore simulations;
  private final SimulationResultStore results;
  private final DecideStock decide;
  private final VersionStore versions;
  private final SnapshotStore snapshots;
  private final SalesSumStore sales;
  private final MasterDataStore masterData;
  private final SupplyStore supply;
  private final ReportingCurrency reporting;
  private final Clock clock;
  private volatile SoftReference<OfRun> running = new SoftReference<>(null);

  /** What the steps of an execution have in common. */
  private record OfRun(long executionId, SimulationBasis basis, List<Place> places) {}

  @Inject
  RunSimulation(
      SimulationStore simulations,
      SimulationResultStore results,
      DecideStock decide,
      VersionStore versions,
      SnapshotStore snapshots,
      SalesSumStore sales,
      MasterDataStore masterData,
      SupplyStore supply,
      ReportingCurrency reporting,
      Clock clock) {
    this.simulations = simulations;
    this.results = results;
    this.decide = decide;
    this.versions = versions;
    this.snapshots = snapshots;
    this.sales = sales;
    this.masterData = masterData;
    this.supply = supply;
    this.reporting = reporting;
    this.clock = clock;
  }

  RunSimulation() {
    this(null, null, null, null, null, null, null, null, null, null);
  }

  /** Finds what a simulation is about, and by which terms each item at a site is replayed. */
  public void begin(long simulationId, long executionId) {
    Simulation asked = simulation(simulationId);
    if (!simulations.begin(simulationId, executionId)) {
      throw deleted(simulationId);
    }
    SimulationQuestion question = asked.order().question();
    VersionStore.Version version =
        decide
            .published(question.plan())
            .orElseThrow(() -> new JobFailure(Words.of("decide.no-version", question.plan())));
    ReplayWindows windows = windows(version.recipe(), question);
    SimulationBasis basis = basis(asked, version, decide.asOf(version), windows);
    List<Place> meant =
        basis.basis().places().stream().filter(place -> isMeant(basis, place)).toList();
    if (meant.isEmpty()) {
      throw new JobFailure(Words.of("decide.simulate.nothing", question.plan()));
    }
    List<Place> taken = spread(meant, question.most());
    results.places(simulationId, places(basis, taken));
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

  private SimulationBasis basis(
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

  private static boolean isMeant(SimulationBasis basis, Place place) {
    SimulationQuestion q = basis.question();
    String category = category(basis, place);
    return q.scope().holds(place.series().get(0).key(), category)
        && holds(q.orgs(), place.key().org())
        && holds(q.items(), place.key().item())
        && holds(q.sites(), place.key().site())
        && holds(q.categories(), category);
  }

  private static boolean holds(Set<String> names, String name) {
    return names.isEmpty() || names.contains(name);
  }

  private static String category(SimulationBasis basis, Place place) {
    return basis.categories().getOrDefault(item(place), "");
  }

  private static ItemKey item(Place place) {
    return new ItemKey(place.key().org(), place.key().item());
  }

  /** Returns so many, evenly spread. */
  static <T> List<T> spread(List<T> all, int most) {
    int n = Math.min(most, all.size());
    return IntStream.range(0, n).mapToObj(i -> all.get((int) ((long) i * all.size() / n))).toList();
  }

  private List<SimulatedPlace> places(SimulationBasis basis, List<Place> taken) {
    Map<ItemKey, List<Price>> prices = prices(taken);
    Map<SeriesKey, SeriesInput> inputs = inputs(basis, taken);
    List<SimulatedPlace> all = new ArrayList<>();
    for (Place place : taken) {
      PlaceTerms terms = PlaceTerms.of(basis, place, prices.getOrDefault(item(place), List.of()));
      Optional<Words> refused = terms.refused().or(() -> tooShort(basis.windows(), place, inputs));
      all.add(
          new SimulatedPlace(
              place.number(),
              place.key(),
              category(basis, place),
              basis.basis().subject(place).abc(),
              pattern(basis.windows(), place, inputs),
              terms.currency(),
              terms.said(),
              refused));
    }
    return all;
  }

  private Map<ItemKey, List<Price>> prices(List<Place> places) {
    Map<ItemKey, List<Price>> prices = new HashMap<>();
    masterData
        .prices(places.stream().map(p -> p.key().item()).distinct().toList())
        .forEach(price -> prices.computeIfAbsent(price.item(), k -> new ArrayList<>()).add(price));
    return prices;
  }

  private Map<SeriesKey, SeriesInput> inputs(SimulationBasis basis, List<Place> places) {
    List<Long> series =
        places.stream().flatMap(p -> p.series().stream()).map(TotalsStore.Entry::seriesId).toList();
    Map<SeriesKey, SeriesInput> inputs = new LinkedHashMap<>();
    snapshots
        .of(basis.basis().version().versionId(), series)
        .forEach(s -> inputs.put(s.input().series().key(), s.input()));
    return inputs;
  }

  /** All channels need to have sold for some weeks before the first day that is replayed. */
  private static Optional<Words> tooShort(
      ReplayWindows windows, Place place, Map<SeriesKey, SeriesInput> inputs) {
    LocalDate latest = windows.tuneFrom().minusDays(LEAST_DAYS);
    for (TotalsStore.Entry series : place.series()) {
      Optional<LocalDate> first =
          Optional.ofNullable(inputs.get(series.key())).flatMap(RunSimulation::firstSold);
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

  /** Returns how many contests of the past are held. */
  public int rounds(long simulationId) {
    Simulation simulation = simulation(simulationId);
    return rounds(version(simulation).recipe(), ground(simulation).windows()).size();
  }

  /** Origins from one contest to the next, each list one round. */
  private static List<List<Period>> rounds(Recipe recipe, ReplayWindows windows) {
    Period first = Period.of(recipe.bucket(), windows.tuneFrom());
    int step = Math.max(1, 7 / first.days());
    int each = Math.max(1, CONTEST_DAYS / (first.days() * step));
    List<List<Period>> rounds = new ArrayList<>();
    int n = 0;
    for (Period p = first; p.start().isBefore(windows.testTo()); p = p.plus(step), n++) {
      if (n % each == 0) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(rounds.size() - 1).add(p);
    }
    return rounds;
  }

  /**
   * Makes the versions of a round by each method, unless they are made.
   *
   * @param stopped whether somebody asked to stop
   * @return whether it was not stopped
   */
  public boolean forecast(long simulationId, long executionId, int round, BooleanSupplier stopped) {
    OfRun run = of(simulationId, executionId);
    if (run.places().isEmpty()) {
      return true; // none of them can be judged
    }
    SimulationQuestion question = run.basis().question();
    Map<SeriesKey, List<TotalDemand>> published = null;
    for (String method : methods(question)) {
      if (!results.isForecast(simulationId, round, method)) {
        if (published == null) {
          published = versions(run, round, SimulationQuestion.PUBLISHED, stopped);
        }
        boolean own = !method.equals(SimulationQuestion.PUBLISHED);
        Map<SeriesKey, List<TotalDemand>> made =
            published == null ? null : own ? versions(run, round, method, stopped) : published;
        if (made == null) {
          return false;
        }
        Map<SeriesKey, List<TotalDemand>> whole = new TreeMap<>(published);
        int leftOver = 0;
        for (Map.Entry<SeriesKey, List<TotalDemand>> e : published.entrySet()) {
          List<TotalDemand> ofMethod = made.getOrDefault(e.getKey(), List.of());
          boolean all = ofMethod.size() == e.getValue().size();
          leftOver += all ? 0 : 1;
          whole.put(e.getKey(), all ? ofMethod : e.getValue());
        }
        simulation(simulationId); // still wanted
        results.forecasts(simulationId, round, method, byPlace(run, whole), leftOver);
      }
    }
    return true;
  }

  private static List<String> methods(SimulationQuestion question) {
    return question.ways().stream().anyMatch(WayOfOrdering::isByForecast)
        ? question.methods()
        : List.of();
  }

  /** A place is forecast where all of its series are. */
  private static Map<Long, List<TotalDemand>> byPlace(
      OfRun run, Map<SeriesKey, List<TotalDemand>> made) {
    Map<Long, List<TotalDemand>> all = new TreeMap<>();
    for (Place place : run.places()) {
      List<TotalDemand> sum = null;
      for (TotalsStore.Entry series : place.series()) {
        List<TotalDemand> one = made.getOrDefault(series.key(), List.of());
        sum = sum == null ? one : and(sum, one);
      }
      if (sum != null && !sum.isEmpty()) {
        all.put(place.number(), sum);
      }
    }
    return all;
  }

  private static List<TotalDemand> and(List<TotalDemand> some, List<TotalDemand> others) {
    return some.size() != others.size()
        ? List.of()
        : IntStream.range(0, some.size()).mapToObj(i -> some.get(i).and(others.get(i))).toList();
  }

  /** Returns null where it was stopped. */
  private Map<SeriesKey, List<TotalDemand>> versions(
      OfRun run, int round, String method, BooleanSupplier stopped) {
    Recipe recipe = run.basis().basis().version().recipe();
    EngineOptions options = recipe.options();
    EngineOptions ofMethod =
        method.equals(SimulationQuestion.PUBLISHED) ? options : options.withModels(List.of(method));
    List<SeriesInput> inputs = List.copyOf(inputs(run.basis(), run.places()).values());
    try {
      return new PastForecasts(ofMethod)
          .round(
              rounds(recipe, run.basis().windows()).get(round),
              origin ->
                  inputs.stream()
                      .map(input -> PastForecasts.knownAt(input, origin, options.horizon()))
                      .toList(),
              new PastForecasts.Each() {
                @Override
                public <T, R> List<R> of(List<T> all, Function<T, R> work) {
                  List<R> done = new ArrayList<>();
                  for (T one : all) {
                    if (stopped.getAsBoolean()) {
                      throw new Stopped();
                    }
                    if (done.size() % LOOK_EVERY == 0) {
                      simulation(run.basis().simulation().simulationId()); // still wanted
                    }
                    done.add(work.apply(one));
                  }
                  return done;
                }
              });
    } catch (Stopped e) {
      return null;
    }
  }

  /** Somebody asked to stop. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Returns the items at sites that can be judged, by their numbers. */
  public List<Place> places(long simulationId, long executionId) {
    return of(simulationId, executionId).places();
  }

  /** Replays items at sites, and writes what came of each way. */
  public void replay(long simulationId, long executionId, List<Place> places) {
    OfRun run = of(simulationId, executionId);
    simulation(simulationId); // still wanted
    Map<ItemKey, List<Price>> prices = prices(places);
    List<PlaceOutcome> outcomes = new ArrayList<>();
    for (Place place : places) {
      outcomes.addAll(outcomes(run, place, prices.getOrDefault(item(place), List.of())));
    }
    results.outcomes(simulationId, places.stream().map(Place::number).toList(), outcomes);
  }

  private List<PlaceOutcome> outcomes(OfRun run, Place place, List<Price> prices) {
    SimulationBasis basis = run.basis();
    long simulationId = basis.simulation().simulationId();
    try {
      PlaceTerms terms = PlaceTerms.of(basis, place, prices);
      Map<String, List<TotalDemand>> forecasts = results.forecasts(simulationId, place.number());
      if (terms.replayable().isEmpty()
          || !forecasts.keySet().containsAll(methods(basis.question()))) {
        results.refuse(
            simulationId,
            place.number(),
            terms.refused().orElse(Words.of("decide.simulate.no-forecast")));
        return List.of();
      }
      results.terms(simulationId, place.number(), terms.currency().orElseThrow(), terms.said());
      return outcomes(
          basis,
          place,
          SimulatedDays.of(basis, place, terms, demand(basis, place)),
          terms,
          forecasts);
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      results.refuse(
          simulationId,
          place.number(),
          Words.of("decide.simulate.failed", String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  private static List<PlaceOutcome> outcomes(
      SimulationBasis basis,
      Place place,
      ReplayedPlace replayed,
      PlaceTerms terms,
      Map<String, List<TotalDemand>> forecasts) {
    SimulationQuestion question = basis.question();
    PlaceReplay replay = new PlaceReplay(replayed, basis.windows(), question.seed());
    List<PlaceOutcome> all = new ArrayList<>();
    Map<String, ForecastDays> days = new HashMap<>();
    forecasts.forEach((method, versions) -> days.put(method, new ForecastDays(versions)));
    for (WayOfOrdering way : question.ways()) {
      if (way.isOf(replayed)) {
        for (String method : way.isByForecast() ? question.methods() : List.of("")) {
          List<PlaceReplay.Point> curve =
              replay.curve(way, Optional.ofNullable(days.get(method)), way.knobs());
          for (int knob = 0; knob < curve.size(); knob++) {
            PlaceReplay.Point point = curve.get(knob);
            all.add(
                new PlaceOutcome(
                    place.number(),
                    new Tried(way, method, knob),
                    point.tuned().in(terms.factor()).money().total(),
                    point.tested().in(terms.factor())));
          }
        }
      }
    }
    return all;
  }

  private Map<LocalDate, BigDecimal> demand(SimulationBasis basis, Place place) {
    Map<LocalDate, BigDecimal> daily = new TreeMap<>();
    for (TotalsStore.Entry series : place.series()) {
      sales
          .days(series.seriesId(), series.seriesId())
          .getOrDefault(series.seriesId(), List.of())
          .forEach(
              days ->
                  days.days().stream()
                      .filter(d -> d.day().isBefore(basis.windows().testTo()))
                      .forEach(d -> daily.merge(d.day(), d.gross(), BigDecimal::add)));
    }
    return daily;
  }

  /** Adds up what came of all, and sets each knob by what came before the test: whole or not. */
  @Transactional
  public void finish(long simulationId) {
    Simulation simulation = simulation(simulationId);
    running.clear();
    List<Result> sums = results.sums(simulationId, ground(simulation).windows().judgedDays());
    List<Result> chosen = chosen(sums);
    results.write(simulationId, chosen);
    List<String> texts = new ArrayList<>();
    results
        .results(simulationId, ground(simulation).windows().judgedDays())
        .forEach(r -> texts.add(text(r)));
    simulations.finish(simulationId, ContentHash.of(texts), clock.now());
    results.forgetParts(simulationId);
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
        best.merge(of(r), r, RunSimulation::cheaper);
      }
    }
    Set<List<Object>> knobs = new HashSet<>();
    best.forEach((of, r) -> knobs.add(List.of(of, r.tried().knob())));
    return sums.stream()
        .map(
            r ->
                new Result(
                    r.currency(),
                    r.kind(),
                    r.name(),
                    r.tried(),
                    r.knob(),
                    knobs.contains(List.of(of(r), r.tried().knob())),
                    r.tuned(),
                    r.tested()))
        .toList();
  }

  private static List<String> of(Result r) {
    return List.of(r.currency(), r.tried().way().name(), r.tried().method());
  }

  private static Result cheaper(Result one, Result other) {
    int order = one.tuned().compareTo(other.tuned());
    return order < 0 || order == 0 && one.tried().knob() < other.tried().knob() ? one : other;
  }

  private OfRun of(long simulationId, long executionId) {
    OfRun known = running.get();
    if (known == null
        || known.executionId() != executionId
        || known.basis().simulation().simulationId() != simulationId) {
      Simulation simulation = simulation(simulationId);
      SimulationStore.Ground ground = ground(simulation);
      SimulationBasis basis =
          basis(simulation, version(simulation), ground.asOf(), ground.windows());
      Set<Long> judged = new HashSet<>();
      results.places(simulationId, 0, Integer.MAX_VALUE).stream()
          .filter(p -> p.refused().isEmpty())
          .forEach(p -> judged.add(p.number()));
      known =
          new OfRun(
              executionId,
              basis,
              basis.basis().places().stream().filter(p -> judged.contains(p.number())).toList());
      running = new SoftReference<>(known);
    }
    return known;
  }

  private Simulation simulation(long simulationId) {
    return simulations.find(simulationId).orElseThrow(() -> deleted(simulationId));
  }

  private static SimulationStore.Ground ground(Simulation simulation) {
    return simulation.ground().orElseThrow();
  }

  private VersionStore.Version version(Simulation simulation) {
    long versionId = ground(simulation).versionId();
    return versions
        .find(versionId)
        .orElseThrow(() -> new JobFailure(Words.of("decide.simulate.version-removed", versionId)));
  }

  private static JobFailure deleted(long simulationId) {
    return new JobFailure(Words.of("decide.simulate.deleted", simulationId));
  }
}
