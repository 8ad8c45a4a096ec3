package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** What people asked and kept, by plan; of each the sites that a reader may see. */
@ApplicationScoped
public class ScenarioStore {
  private static final String COLUMNS =
      "scenario_id, plan_name, kind, scenario_name, org_id, item_id, version_id, as_of, first_day,"
          + " last_day, price, currency, made_at, made_by";

  private final Sql sql;

  @Inject
  public ScenarioStore(Sql sql) {
    this.sql = sql;
  }

  ScenarioStore() {
    this(null);
  }

  /** Keeps a scenario, and returns it with its number. */
  @Transactional
  public Scenario add(Scenario s) {
    long number = sql.next("scenario_no");
    sql.insertAll(
        "scenario",
        COLUMNS,
        List.<Object[]>of(
            new Object[] {
              number,
              s.plan(),
              s.kind().name(),
              s.name(),
              s.org(),
              s.item(),
              s.versionId(),
              s.asOf(),
              s.first(),
              s.last(),
              s.price(),
              s.currency(),
              Sql.utc(s.madeAt()),
              s.madeBy()
            }));
    sql.insertAll(
        "scenario_site",
        "scenario_id, org_id, item_id, site_id, content",
        s.sites().stream()
            .map(
                at ->
                    new Object[] {
                      number, s.org(), s.item(), at.site(), OutcomeText.of(at.outcome())
                    })
            .toList());
    return s.numbered(number, s.sites());
  }

  /** Returns how many scenarios of a plan are kept. */
  public long count(String plan) {
    return sql.number("select count(*) from scenario where plan_name = ?", plan);
  }

  /** Returns scenarios of a plan behind a number, with at least one site within a scope. */
  public List<Scenario> page(
      DataScope scope, String plan, Optional<String> item, long after, int limit) {
    Query query =
        Query.of("select " + COLUMNS + " from scenario h where plan_name = ?", plan)
            .and("scenario_id > ?", after)
            .and("item_id = ?", item)
            .add(" and exists (select 1 from scenario_site e where e.scenario_id = h.scenario_id")
            .within(scope, ScopeColumns.ofSeries("e"))
            .add(") order by scenario_id")
            .first(limit);
    return withSites(scope, sql.list(ScenarioStore::scenario, query));
  }

  /** Returns a scenario with at least one site within a scope. */
  public Optional<Scenario> find(DataScope scope, long scenarioId) {
    return withSites(
            scope,
            sql.list(
                ScenarioStore::scenario,
                "select " + COLUMNS + " from scenario where scenario_id = ?",
                scenarioId))
        .stream()
        .filter(s -> !s.sites().isEmpty())
        .findFirst();
  }

  /** Returns at how many sites a scenario was asked. */
  public long sites(long scenarioId) {
    return sql.number("select count(*) from scenario_site where scenario_id = ?", scenarioId);
  }

  /** Forgets a scenario. */
  @Transactional
  public void remove(long scenarioId) {
    sql.update("delete from scenario_site where scenario_id = ?", scenarioId);
    sql.update("delete from scenario where scenario_id = ?", scenarioId);
  }

  private record SiteOf(long scenarioId, Scenario.Site site) {}

  private List<Scenario> withSites(DataScope scope, List<Scenario> heads) {
    if (heads.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Scenario.Site>> sites = new HashMap<>();
    List<Long> numbers = heads.stream().map(Scenario::scenarioId).toList();
    for (List<Long> block : Sql.blocks(numbers)) {
      sql.list(
              ScenarioStore::site,
              Query.of("select scenario_id, site_id, content from scenario_site e where 1 = 1")
                  .andIn("scenario_id", block)
                  .within(scope, ScopeColumns.ofSeries("e"))
                  .add(" order by scenario_id, site_id"))
          .forEach(
              of -> sites.computeIfAbsent(of.scenarioId(), k -> new ArrayList<>()).add(of.site()));
    }
    return heads.stream()
        .map(h -> h.numbered(h.scenarioId(), sites.getOrDefault(h.scenarioId(), List.of())))
        .toList();
  }

  private static SiteOf site(ResultSet row) throws SQLException {
    return new SiteOf(
        row.getLong("scenario_id"),
        new Scenario.Site(row.getString("site_id"), OutcomeText.parse(row.getString("content"))));
  }

  private static Scenario scenario(ResultSet row) throws SQLException {
    return new Scenario(
        row.getLong("scenario_id"),
        row.getString("plan_name"),
        Scenario.Kind.valueOf(row.getString("kind")),
        row.getString("scenario_name"),
        row.getString("org_id"),
        row.getString("item_id"),
        row.getLong("version_id"),
        row.getObject("as_of", LocalDate.class),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getBigDecimal("price"),
        row.getString("currency"),
        Sql.instant(row, "made_at").orElseThrow(),
        row.getString("made_by"),
        List.of());
  }
}
