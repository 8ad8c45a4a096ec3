package org.demandwright.app.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.forecast.NothingOverForecasts;
import org.demandwright.app.forecast.ShowVersion;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.core.plan.Adjustment;
import org.demandwright.core.plan.OverrideReason;
import org.demandwright.core.plan.Scope;
import org.demandwright.store.Stores;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.demand.SeriesScopeStore;
import org.demandwright.store.forecast.PublicationLog;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.plan.FinalStore;
import org.demandwright.store.run.PlanStore;

/**
 * The use cases of overrides over a real store, with weeks of flat forecasts from 2026-01-05 on.
 */
public final class PlanFixture {
  public static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  static final String ANN = "ann";
  static final String BOB = "bob";

  private static final VersionStore.Planned PLAN =
      new VersionStore.Planned(PlanStore.DEFAULT, Set.of());

  public final Stores stores;
  final Overrides overrides;
  final DecideOverrides decide;
  final OverridePreview preview;
  final ShowVersion show;
  final TickingClock clock;

  public final ForecastPlans plans;

  /** Speaks to a database that has the newest schema. */
  public PlanFixture(DataSource database, TickingClock clock, Map<String, String> config) {
    this.clock = clock;
    stores = Stores.on(database);
    Settings settings = new Settings(new GivenConfig(config));
    PlanStore planStore = new PlanStore(stores.sql());
    plans = new ForecastPlans(planStore, settings, clock, stores.audit());
    LaidOverrides laid = new LaidOverrides(stores.finals(), settings);
    SettleFinals settle =
        new SettleFinals(
            stores.overrides(),
            stores.finals(),
            stores.versions(),
            laid,
            settings,
            stores.audit(),
            clock);
    show =
        NothingOverForecasts.show(
            stores.versions(), planStore, stores.forecasts(), settle, clock, stores.audit());
    overrides =
        new Overrides(
            stores.overrides(),
            stores.finals(),
            stores.versions(),
            new OverrideTerms(
                plans,
                stores.versions(),
                stores.series(),
                new SeriesScopeStore(stores.sql()),
                laid,
                settings,
                clock),
            plans,
            clock,
            stores.audit());
    decide =
        new DecideOverrides(
            stores.overrides(),
            overrides,
            planStore,
            stores.versions(),
            new PublicationLog(stores.sql()),
            settle,
            settings,
            clock,
            stores.audit(),
            happened -> {});
    preview = new OverridePreview(overrides, stores.overrides(), stores.versions(), laid);
  }

  /** A clock that goes on by a second each time it is asked, on a day of its own. */
  public static final class TickingClock extends Clock {
    private Instant now = Instant.parse("2026-01-05T02:00:00Z");
    private LocalDate today = MONDAY;

    @Override
    public synchronized Instant now() {
      now = now.plusSeconds(1);
      return now;
    }

    @Override
    public synchronized LocalDate today(ZoneId zone) {
      return today;
    }

    synchronized void nowIsThe(LocalDate day) {
      today = day;
    }
  }

  /** Opens a version of four weeks, with a flat forecast of each item. */
  public long version(VersionFixture fixture, Map<String, Double> means) {
    return fixture.version(
        plans
            .terms(
                PlanStore.DEFAULT,
                new PlanSettings(
                    Optional.of(Bucket.WEEK),
                    Optional.of(4),
                    Optional.of(Objective.RMSSE),
                    List.of()))
            .terms(),
        PLAN,
        means);
  }

  /** Shows a version as a night does: marked against the one before, then finished. */
  public void publish(long versionId) {
    stores
        .versions()
        .publication(PlanStore.DEFAULT)
        .ifPresent(
            p ->
                stores
                    .forecasts()
                    .markUnchanged(
                        versionId,
                        p.versionId(),
                        stores
                            .versions()
                            .find(p.versionId())
                            .flatMap(VersionStore.Version::publishedAt)
                            .orElseThrow()));
    show.finish(
        stores.versions().find(versionId).orElseThrow(),
        new VersionStore.Contents("hash", 2, 0, 1, new VersionStore.NotRecommended(0, 0)),
        VersionStatus.HELD,
        Optional.empty(),
        "nightly");
  }

  public static OverrideTerms.Request over(
      String item, LocalDate first, LocalDate last, Adjustment.Kind kind, String amount) {
    return new OverrideTerms.Request(
        PlanStore.DEFAULT,
        scope(item),
        Optional.empty(),
        first,
        Optional.of(last),
        kind,
        new BigDecimal(amount),
        Optional.empty(),
        OverrideReason.PROMOTION,
        "",
        Optional.empty());
  }

  static Scope scope(String item) {
    return new Scope(
        Optional.empty(),
        Optional.of(item).filter(i -> !i.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static DecideOverrides.Target target(long overrideId) {
    return DecideOverrides.Target.of(DataScope.unrestricted(), overrideId, Optional.empty());
  }

  /** Takes an override all the way to being published. */
  public OverrideRecord published(OverrideTerms.Request wanted) {
    long id = approved(wanted);
    return decide.publish(List.of(target(id)), BOB).get(0);
  }

  public void withdraw(long overrideId) {
    decide.withdraw(target(overrideId), "", BOB);
  }

  long approved(OverrideTerms.Request wanted) {
    long id = overrides.draft(DataScope.unrestricted(), wanted, ANN).entry().overrideId();
    decide.approve(target(id), BOB);
    return id;
  }

  /** Returns what is final of an item, one text a row, "-" where it is the forecast. */
  List<String> finals(long versionId, long seriesId) {
    return rows(versionId, seriesId).stream()
        .map(f -> f.units().map(u -> u.stripTrailingZeros().toPlainString()).orElse("-"))
        .toList();
  }

  List<FinalStore.Final> rows(long versionId, long seriesId) {
    return stores.finals().of(versionId, List.of(seriesId)).getOrDefault(seriesId, List.of());
  }
}
