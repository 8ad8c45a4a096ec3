package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.EventCalendar;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.Signals;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.ModelCatalog;
import org.demandwright.core.model.Objective;

class ForecastChangeProperties {
  private static final int HORIZON = 4;
  private static final int KNOWN = 36;
  private static final Period FIRST = new Period(Bucket.MONTH, 600);
  private static final Runnable NO_HURRY = () -> {};

  /** A model that hears of everything that an input tells. */
  private static final ForecastModel READER = new TestModels.Level("Reader", h -> read(h, 1));

  private static final ForecastModel OTHER = new TestModels.Level("Other", h -> read(h, 1.5));

  private static double read(History h, double factor) {
    Covariates c = h.covariates();
    int next = h.size();
    double events =
        c.events().names().stream()
            .mapToDouble(n -> c.events().share(n, Bucket.MONTH, h.origin().ordinal()))
            .sum();
    return factor * h.units().mean()
        + 3 * c.priceAt(next)
        + 5 * c.promotionAt(next)
        + 7 * events
        + (c.category().isEmpty() ? 0 : 1)
        + 2 * c.signals().before(next).mean("views", 6).orElse(0);
  }

  /**
   * What a version knows: {@code changes} are what it knows otherwise than the one before.
   *
   * @param booked per period, before corrections
   * @param corrected by how much the period {@value #CORRECTED} is
   */
  private record World(double[] booked, double corrected, Covariates covariates) {
    static final int CORRECTED = 20;

    DemandSeries series(int known, double correction) {
      double[] units = Arrays.copyOf(booked, known);
      units[CORRECTED] += correction;
      return DemandSeries.of(SeriesKey.of("tea"), FIRST, units);
    }

    SeriesInput input(int known) {
      int all = known + HORIZON;
      Covariates c = covariates;
      return new SeriesInput(
          series(known, corrected),
          new Covariates(
              c.price().head(all),
              c.promotion().head(all),
              c.category(),
              EventCalendar.of(
                  c.events().days().stream()
                      .filter(e -> e.first().isBefore(FIRST.plus(all).start()))
                      .toList()),
              c.signals().head(known)));
    }
  }

  private static World world(Random random) {
    int all = KNOWN + 12;
    double[] booked = new double[all];
    double[] price = new double[all];
    double[] promotion = new double[all];
    double[] views = new double[all];
    int[] knownAt = new int[all];
    for (int t = 0; t < all; t++) {
      booked[t] = 20 + random.nextInt(10);
      price[t] = 0.8 + 0.4 * random.nextDouble();
      promotion[t] = random.nextInt(4) == 0 ? random.nextDouble() : 0;
      views[t] = random.nextInt(100);
      knownAt[t] = t + 1;
    }
    List<EventDays> events = new ArrayList<>();
    for (int year = 0; year < 4; year++) {
      LocalDate day = FIRST.plus(12L * year + random.nextInt(4)).start().plusDays(3);
      events.add(new EventDays("fair", day, day.plusDays(random.nextInt(5))));
    }
    return new World(
        booked,
        random.nextInt(5),
        new Covariates(
            DoubleVector.of(price),
            DoubleVector.of(promotion),
            "drinks",
            EventCalendar.of(events),
            Signals.none().and("views", views, knownAt)));
  }

  private static World changed(World w, Set<ChangeCause> changes, Random random) {
    double[] booked = w.booked().clone();
    Covariates c = w.covariates();
    DoubleVector price = c.price();
    EventCalendar events = c.events();
    Signals signals = c.signals();
    if (changes.contains(ChangeCause.RESTATED_HISTORY)) {
      booked[random.nextInt(KNOWN)] += 1 + random.nextInt(9);
    }
    if (changes.contains(ChangeCause.PRICES)) {
      double[] other = price.toArray();
      other[KNOWN] *= 1.5;
      other[KNOWN - 1] *= 1.5;
      price = DoubleVector.of(other);
    }
    if (changes.contains(ChangeCause.CALENDAR)) {
      List<EventDays> more = new ArrayList<>(events.days());
      more.add(EventDays.of("strike", FIRST.plus(KNOWN).start()));
      events = EventCalendar.of(more);
    }
    if (changes.contains(ChangeCause.SIGNALS)) {
      double[] views = new double[KNOWN];
      int[] knownAt = new int[KNOWN];
      for (int t = 0; t < KNOWN; t++) {
        views[t] = 100 + random.nextInt(100);
        knownAt[t] = t + 1;
      }
      signals = Signals.none().and("views", views, knownAt);
    }
    return new World(
        booked,
        w.corrected() + (changes.contains(ChangeCause.CORRECTIONS) ? 4 : 0),
        new Covariates(price, c.promotion(), c.category(), events, signals));
  }

  private static SeriesRerun version(SeriesInput input, ForecastModel model, Training training) {
    EngineOptions options =
        new EngineOptions(
            Bucket.MONTH, 12, HORIZON, 3, 1, List.of(model.id()), Objective.RMSSE, Set.of());
    ForecastEngine engine =
        new ForecastEngine(options, new ModelCatalog(List.of(model), List.of()));
    List<Map<String, Outcome<GlobalFit>>> none = List.of(Map.of(), Map.of(), Map.of(), Map.of());
    SeriesResult made = engine.contest(input, none, PanelOutlook.none()).orElseThrow();
    return new SeriesRerun(
        engine,
        HORIZON,
        training,
        input,
        none,
        PanelOutlook.none(),
        new KeptContest(LocalDate.of(2026, 1, 1), made.selection(), made.backtests()));
  }

  private static ForecastChange change(World then, World now, Set<ChangeCause> changes) {
    int known = KNOWN + (changes.contains(ChangeCause.NEW_ACTUALS) ? 2 : 0);
    ForecastModel model = changes.contains(ChangeCause.MODELS) ? OTHER : READER;
    SeriesRerun before = version(then.input(KNOWN), READER, Training.CONTEST);
    SeriesRerun after = version(now.input(known), model, Training.REFIT);
    ForecastChange.History history =
        new ForecastChange.History(
            now.series(KNOWN, then.corrected()), now.series(KNOWN, now.corrected()));
    ForecastChange change =
        ForecastChange.of(before, after, Optional.of(history), NO_HURRY).orElseThrow();
    int later = known - KNOWN;
    assertThat(change.first()).isEqualTo(FIRST.plus(known));
    assertThat(change.before())
        .as("the earlier forecast to the bit")
        .isEqualTo(before.again().orElseThrow().slice(later, HORIZON));
    assertThat(change.after())
        .as("the later forecast to the bit")
        .isEqualTo(after.again().orElseThrow().head(HORIZON - later));
    return change;
  }

  @Property(tries = 60)
  void whatDidNotDifferHasNoPart(@ForAll long seed, @ForAll @NotEmpty Set<ChangeCause> changes) {
    Random random = new Random(seed);
    World then = world(random);
    ForecastChange change = change(then, changed(then, changes, random), changes);

    DoubleVector last = change.before();
    for (ForecastChange.Step step : change.steps()) {
      assertThat(step.failure()).isEmpty();
      assertThat(step.differs()).as("%s", step.cause()).isEqualTo(changes.contains(step.cause()));
      if (changes.contains(step.cause())) {
        assertThat(step.after()).as("%s", step.cause()).isNotEqualTo(last);
      } else {
        assertThat(step.after()).as("%s", step.cause()).isEqualTo(last);
      }
      last = step.after();
    }
    assertThat(change.steps())
        .extracting(ForecastChange.Step::cause)
        .containsExactly(ChangeCause.values());
  }

  @Property(tries = 12)
  void theEngineForecastsAgainWhatItForecast(@ForAll long seed) {
    Random random = new Random(seed);
    World w = world(random);
    Set<ChangeCause> all = EnumSet.allOf(ChangeCause.class);
    SeriesRerun before = real(w.input(KNOWN), Training.CONTEST);
    World now = changed(w, all, random);
    SeriesRerun after = real(now.input(KNOWN + 1), Training.REFIT);
    ForecastChange change =
        ForecastChange.of(
                before,
                after,
                Optional.of(
                    new ForecastChange.History(
                        now.series(KNOWN, w.corrected()), now.series(KNOWN, now.corrected()))),
                NO_HURRY)
            .orElseThrow();
    assertThat(change.before()).isEqualTo(before.again().orElseThrow().slice(1, HORIZON));
    assertThat(before.of(before.input()))
        .as("a contest and its choice come to the same")
        .isEqualTo(before.again());
    assertThat(change.after()).isEqualTo(after.again().orElseThrow().head(HORIZON - 1));
  }

  private static SeriesRerun real(SeriesInput input, Training training) {
    EngineOptions options =
        EngineOptions.defaults(Bucket.MONTH)
            .withHorizon(HORIZON)
            .withModels(List.of("SeasonalNaive", "ThetaLog", "GlobalWekaLinear"));
    ForecastEngine engine = new ForecastEngine(options);
    List<Map<String, Outcome<GlobalFit>>> global = new ArrayList<>();
    for (int origin = 0; origin <= options.origins(); origin++) {
      global.add(engine.trainGlobal(List.of(input), origin));
    }
    SeriesResult made = engine.contest(input, global, PanelOutlook.none()).orElseThrow();
    return new SeriesRerun(
        engine,
        HORIZON,
        training,
        input,
        global,
        PanelOutlook.none(),
        new KeptContest(LocalDate.of(2026, 1, 1), made.selection(), made.backtests()));
  }

  @Example
  void aHistoryOfNothingFallsOnWhatFollows() {
    World w = world(new Random(1));
    SeriesRerun before = version(w.input(KNOWN), READER, Training.CONTEST);
    DemandSeries nothing = before.input().series().withUnits(DoubleVector.filled(KNOWN, 0));
    ForecastChange change =
        ForecastChange.of(
                before,
                before,
                Optional.of(new ForecastChange.History(nothing, before.input().series())),
                NO_HURRY)
            .orElseThrow();
    ForecastChange.Step restated = change.steps().get(0);
    assertThat(restated.failure()).isPresent();
    assertThat(restated.after()).isEqualTo(change.before());
    assertThat(change.after()).isEqualTo(change.before());
  }

  @Example
  void aHistoryThatBeginsElsewhereKeepsItsPricesInTheirPeriods() {
    World w = world(new Random(2));
    SeriesRerun version = version(w.input(KNOWN), READER, Training.CONTEST);
    DemandSeries whole = version.input().series();
    DemandSeries later =
        new DemandSeries(
            whole.key(),
            whole.period(3),
            whole.units().tail(KNOWN - 3),
            whole.availability().tail(KNOWN - 3));
    SwappedInput moved = new SwappedInput(version.input(), HORIZON).with(later);
    assertThat(moved.input().covariates().priceAt(0))
        .isEqualTo(version.input().covariates().priceAt(3));
    assertThat(moved.input().covariates().price().size()).isEqualTo(later.size() + HORIZON);
    SwappedInput back = moved.with(whole);
    assertThat(back.withPricesOf(version.input()).withSignalsOf(version.input()).input())
        .isEqualTo(version.input());
  }

  @Example
  void whoHasWaitedLongEnoughStopsIt() {
    World w = world(new Random(3));
    SeriesRerun version = version(w.input(KNOWN), READER, Training.CONTEST);
    assertThatThrownBy(
            () ->
                ForecastChange.of(
                    version,
                    version,
                    Optional.empty(),
                    () -> {
                      throw new IllegalStateException("enough");
                    }))
        .hasMessage("enough");
  }
}
