package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.evaluate.Score;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.core.pipeline.PlanTerms;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.forecast.ResultCodec;
import org.demandwright.store.forecast.StandingStore;
import org.demandwright.store.forecast.StandingStore.Filter;
import org.demandwright.store.forecast.StandingStore.Grouping;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class LeaderboardTest {
  private static final PlanTerms WEEKS =
      PlanTerms.of(PlanSettings.of("WEEK", "2", "", ""), Bucket.WEEK, List.of("Naive"));
  private static final Filter ANY = new Filter(Optional.empty(), Optional.empty());

  private MethodCosts.Costs costs =
      new MethodCosts.Costs(Optional.empty(), Words.of("decide.simulate.none"));

  private final VersionFixture store = new VersionFixture(database());
  private final Leaderboard board =
      new Leaderboard(
          new ShownVersions(
              store.versions(),
              new ForecastPlans(
                  store.plans(),
                  new Settings(new GivenConfig(Map.of())),
                  new Clock(),
                  store.audit())),
          new StandingStore(store.sql()),
          store.calibrations(),
          (scope, plan) -> costs);

  private static JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  @Test
  void whatIsKeptIsWhatIsCounted() {
    long version =
        store.version(
            WEEKS,
            new VersionStore.Planned(PlanStore.DEFAULT, Set.of()),
            Map.of("cup", 4.0, "tea", 6.0));
    tested(version, "cup", "Theta", score("SeasonalNaive", 1), score("Theta", 0.5));
    tested(
        version,
        "tea",
        "Theta+Croston",
        score("SeasonalNaive", 1),
        score("Theta", 2),
        score("Theta+Croston", 0.75));

    List<Leaderboard.Ranked> counted = page(version, Grouping.ALL);
    assertThat(counted)
        .extracting(
            r -> r.row().modelId(),
            r -> r.row().standing().series(),
            r -> r.row().standing().chosen(),
            r -> r.row().standing().meanRmsse().orElseThrow(),
            r -> r.row().standing().winRate().orElseThrow())
        .containsExactly(
            tuple("published", 2L, 2L, 0.625, 1.0),
            tuple("SeasonalNaive", 2L, 0L, 1.0, 0.5),
            tuple("Theta", 2L, 2L, 1.25, 0.5));
    assertThat(counted)
        .extracting(r -> r.cost().lacking())
        .containsOnly(Words.of("decide.simulate.none"));
    costs =
        new MethodCosts.Costs(
            Optional.of(
                new MethodCosts.Simulated(
                    4,
                    "LEAST_COST",
                    "EUR",
                    Map.of(new MethodCosts.Key("", "published"), BigDecimal.TEN))),
            Words.of("decide.simulate.not-of-it"));
    assertThat(page(version, Grouping.ALL))
        .extracting(r -> r.cost().amount().orElse(null))
        .containsExactly(BigDecimal.TEN, null, null);
    assertThat(page(version, Grouping.CATEGORY))
        .as("not added up by category")
        .allMatch(r -> r.cost().amount().isEmpty());
    List<Leaderboard.Ranked> byClass = page(version, Grouping.CLASS);
    DataScope ofTea = new DataScope(Optional.empty(), Optional.empty(), Optional.of(Set.of("hot")));
    board.keep(version);
    assertThat(board.page(ofTea, version, Grouping.ALL, ANY, Optional.empty(), 99).rows())
        .as("of a part, although all are kept")
        .isEmpty();
    store
        .sql()
        .update(
            "insert into item (org_id, item_id, item_code, item_name, category, uom_id,"
                + " lead_time_days) select distinct org_id, item_id, item_id, item_id, 'hot', 'EA', 3"
                + " from series where item_id = 'tea'");
    assertThat(board.page(ofTea, version, Grouping.ALL, ANY, Optional.empty(), 99).rows())
        .extracting(r -> r.row().modelId(), r -> r.row().standing().meanRmsse().orElseThrow())
        .containsExactly(
            tuple("published", 0.75), tuple("SeasonalNaive", 1.0), tuple("Theta", 2.0));
    assertThat(store.sql().number("select count(*) from model_standing")).isEqualTo(3);
    assertThat(texts(page(version, Grouping.ALL))).isEqualTo(texts(counted));
    assertThat(texts(page(version, Grouping.CLASS))).isEqualTo(texts(byClass));
  }

  private static List<String> texts(List<Leaderboard.Ranked> rows) {
    return rows.stream()
        .map(
            r ->
                r.row().group()
                    + r.row().modelId()
                    + r.row().standing().meanRmsse()
                    + r.row().standing().bias()
                    + r.row().standing().winRate())
        .toList();
  }

  private List<Leaderboard.Ranked> page(long version, Grouping by) {
    return board.page(DataScope.unrestricted(), version, by, ANY, Optional.empty(), 99).rows();
  }

  private static Score score(String model, double rmsse) {
    return new Score(model, rmsse, rmsse, rmsse * 3, 1, rmsse, 7);
  }

  private void tested(long version, String item, String chosen, Score... scores) {
    store
        .sql()
        .update(
            "update series_result set scores = ?, model_id = ? where version_id = ?"
                + " and series_id = ?",
            ResultCodec.contest(
                new ResultCodec.Contest(
                    List.of(new Member("Theta", 1)), List.of(scores), Map.of())),
            chosen,
            version,
            store.seriesOf(item));
  }
}
