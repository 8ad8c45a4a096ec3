package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Wordbook;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.LaunchRamp;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.pipeline.LinkedForecasts;
import org.demandwright.store.Companies;
import org.demandwright.store.JobTables;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.SeriesScopeStore;
import org.demandwright.store.forecast.VersionLinkStore;
import org.demandwright.store.forecast.VersionStore.Version;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.run.RunStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A company with a version of three weeks that forecasts 1 of each series; cup goes over to tea.
 */
class LinkedSeriesTest {
  private Stores stores;
  private LinkedSeries links;
  private Version version;

  @BeforeEach
  void fill() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:linked-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    JobTables.create(stores.sql());
    Companies.fill(stores, "A");
    VersionLinkStore store = new VersionLinkStore(stores.sql());
    LifecycleLink link =
        new LifecycleLink(
            "A",
            LifecycleLink.Kind.PHASE_OUT,
            "cup",
            "tea",
            Optional.empty(),
            Companies.DAY.plusDays(14),
            Optional.empty(),
            new BigDecimal("2"),
            Optional.empty());
    store.replace(
        Companies.VERSION,
        List.of(new LinkedForecasts.Joined(7, link, 1, 3, LaunchRamp.none(link.first()), true)));
    links = new LinkedSeries(store);
    version = stores.versions().find(Companies.VERSION).orElseThrow();
  }

  @Test
  void what_was_forecast_of_each_by_itself_goes_over() {
    LinkedForecasts all = links.of(version);
    assertThat(all.mean(1).orElseThrow().toArray())
        .containsExactly(new double[] {1, 0, 0}, within(0.0));
    assertThat(all.mean(3).orElseThrow().toArray())
        .containsExactly(new double[] {1, 3, 3}, within(0.0));
    assertThat(links.of(version, 3).mean(3)).isEqualTo(all.mean(3));
    assertThat(links.of(version, 2).of(2)).isEmpty();
    assertThat(links.alone(version, 3).orElseThrow().toArray()).containsExactly(1, 1, 1);
    assertThat(links.alone(version, 2)).isEmpty();
  }

  @Test
  void each_side_says_so() {
    LinkedForecasts all = links.of(version);
    assertThat(Wordbook.english().say(LinkedSeries.said(all.of(1).get(0))))
        .isEqualTo("The item is phased out from 2026-03-16 on: its forecast goes to tea.");
    assertThat(Wordbook.english().say(LinkedSeries.said(all.of(3).get(0))))
        .isEqualTo(
            "The forecast of cup is taken over as it is phased out, from 2026-03-16 on, times 2.");
  }

  @Test
  void what_goes_on_along_a_chain_is_told_apart_from_what_waits_for_the_day() {
    LifecycleLink link =
        new LifecycleLink(
            "A",
            LifecycleLink.Kind.SUPERSESSION,
            "cup",
            "tea",
            Optional.empty(),
            Companies.DAY.plusDays(14),
            Optional.empty(),
            new BigDecimal("2"),
            Optional.empty());
    LinkedForecasts.Joined joined =
        new LinkedForecasts.Joined(7, link, 1, 3, LaunchRamp.none(link.first()), true);
    assertThat(said(joined, 0, 4))
        .isEqualTo(
            "The item follows cup from 2026-03-16 on: what other items hand over to cup goes on to"
                + " it, times 2.");
    assertThat(said(joined, -3, 0))
        .isEqualTo(
            "The item follows cup from 2026-03-16 on; before that only what it sells beside it is"
                + " forecast.");
  }

  private static String said(LinkedForecasts.Joined joined, double... amounts) {
    return Wordbook.english()
        .say(
            LinkedSeries.said(
                new LinkedForecasts.Effect(joined, joined.successor(), DoubleVector.of(amounts))));
  }

  @Test
  void an_explanation_has_what_goes_over_as_a_driver_and_still_adds_up() {
    Settings settings = new Settings(new GivenConfig(Map.of()));
    ForecastPlans plans =
        new ForecastPlans(new PlanStore(stores.sql()), settings, new Clock(), stores.audit());
    ExplainForecast explain =
        new ExplainForecast(
            new ShownVersions(stores.versions(), plans),
            stores.results(),
            stores.forecasts(),
            new SeriesScopeStore(stores.sql()),
            new RunStore(stores.sql()),
            links);
    VersionChoice choice = new VersionChoice(Optional.of(Companies.VERSION), Optional.empty());
    SeriesExplanation told =
        explain
            .of(DataScope.unrestricted(), 3, choice, Optional.empty(), Optional.empty(), true)
            .orElseThrow();
    assertThat(told.total().forecast().get(0)).isEqualTo(7);
    assertThat(told.total().contributions())
        .extracting(Contribution::driver, c -> c.amounts().get(0))
        .containsExactly(tuple(Drivers.WHOLE, 3.0), tuple(Drivers.LINKS, 4.0));
    assertThat(told.links()).hasSize(1);
    assertThat(told.members().get(0).total().forecast().get(0)).isEqualTo(3);
    SeriesExplanation untouched =
        explain
            .of(DataScope.unrestricted(), 2, choice, Optional.empty(), Optional.empty(), true)
            .orElseThrow();
    assertThat(untouched.links()).isEmpty();
    assertThat(untouched.total().forecast().get(0)).isEqualTo(3);
  }
}
