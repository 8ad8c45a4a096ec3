package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demandwright.core.Words;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.risk.Risk;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.decide.StockException.Found;
import org.demandwright.store.decide.StockException.Stake;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/**
 * What may go wrong with items at sites, by plan: what is there again is the same, with its number
 * and since when; what is gone is closed, and forgotten later.
 */
@ApplicationScoped
public class StockExceptionStore {
  private static final String COLUMNS =
      "exception_no, kind, org_id, item_id, site_id, about, vendor_id, since, seen_on, closed_on,"
          + " score, worst_score, units, currency, money, reporting, worst_money, evidence, said";

  private static final int IN_REPORTING = 0;
  private static final int IN_OWN = 1;
  private static final int IN_UNITS = 2;

  private final Sql sql;

  @Inject
  public StockExceptionStore(Sql sql) {
    this.sql = sql;
  }

  StockExceptionStore() {
    this(null);
  }

  /**
   * Which exceptions are meant; an empty part means any.
   *
   * @param minimumMoney that is at stake at least: in the reporting currency, of what is not told
   *     in it in its own
   * @param since those that are there since this day or a later one
   */
  public record Filter(
      DataScope scope,
      Optional<RiskKind> kind,
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<String> vendor,
      Optional<BigDecimal> minimumMoney,
      Optional<LocalDate> since) {
    /** Everything. */
    public static Filter all() {
      return new Filter(
          DataScope.unrestricted(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * A place in the order: what is told in the reporting currency before what is told in others, one
   * after the other, before what no money is known of; within each the most first.
   *
   * @param group 0, 1 or 2
   * @param value negative amount or units
   */
  public record Position(int group, String currency, BigDecimal value, long number) {
    /** Before everything. */
    public static final Position START = new Position(-1, "", BigDecimal.ZERO, 0);

    /** Returns where an exception stands. */
    public static Position of(StockException e) {
      return of(e.number(), e.risk(), e.stake());
    }

    private static Position of(long number, Risk risk, Stake stake) {
      if (stake.reporting().isPresent()) {
        return new Position(IN_REPORTING, "", stake.reporting().get().negate(), number);
      }
      return stake.amount().isPresent()
          ? new Position(
              IN_OWN, stake.currency().orElseThrow(), stake.amount().get().negate(), number)
          : new Position(IN_UNITS, "", risk.units().negate(), number);
    }
  }

  /** Of which exception of a place the risk is one. */
  private record Identity(PolicySubject.Key key, RiskKind kind, String about) {
    static Identity of(PolicySubject.Key key, Risk risk) {
      return new Identity(key, risk.kind(), risk.about());
    }
  }

  /**
   * Writes what was found at places: what was open there is it again, or gets closed.
   *
   * @param decisionId that found it
   * @param asOf the day as of which it was found
   * @param places all that were looked at
   */
  @Transactional
  public void write(
      String plan,
      long decisionId,
      LocalDate asOf,
      Collection<PolicySubject.Key> places,
      List<Found> found) {
    Map<Identity, StockException> open = new HashMap<>();
    open(plan, places).forEach(e -> open.put(Identity.of(e.key(), e.risk()), e));
    Set<Long> known =
        open.values().stream().map(StockException::number).collect(Collectors.toSet());
    List<StockException> now = new ArrayList<>();
    List<Long> fresh =
        sql.next(
            "stock_exception_no",
            (int)
                found.stream()
                    .filter(f -> !open.containsKey(Identity.of(f.key(), f.risk())))
                    .count());
    int used = 0;
    for (Found f : found) {
      StockException before = open.get(Identity.of(f.key(), f.risk()));
      now.add(before == null ? begun(fresh.get(used++), f, asOf) : again(before, f, asOf));
    }
    sql.batch(
        "delete from stock_exception where exception_no = ?",
        now.stream()
            .map(StockException::number)
            .filter(number -> known.contains(number))
            .map(number -> new Object[] {number})
            .toList());
    sql.insertAll(
        "stock_exception",
        COLUMNS + ", plan_name, decision_id, rank_group, rank_currency, rank_value",
        now.stream().map(e -> values(plan, decisionId, e)).toList());
  }

  private List<StockException> open(String plan, Collection<PolicySubject.Key> places) {
    Map<String, Set<String>> items = new TreeMap<>();
    places.forEach(p -> items.computeIfAbsent(p.org(), org -> new TreeSet<>()).add(p.item()));
    List<StockException> open = new ArrayList<>();
    items.forEach(
        (org, ofOrg) ->
            open.addAll(
                sql.listOf(
                    StockExceptionStore::exception,
                    "select "
                        + COLUMNS
                        + " from (#) n (id) left join stock_exception e on e.plan_name = ?"
                        + " and e.org_id = ? and e.item_id = n.id"
                        + " where e.exception_no is not null and e.closed_on is null",
                    ofOrg,
                    plan,
                    org)));
    return open;
  }

  private static StockException begun(long number, Found f, LocalDate asOf) {
    return new StockException(
        number,
        f.key(),
        f.risk(),
        f.stake(),
        asOf,
        asOf,
        Optional.empty(),
        f.risk().score(),
        f.stake().amount());
  }

  private static StockException again(StockException before, Found f, LocalDate asOf) {
    Optional<BigDecimal> worst =
        before
            .worstMoney()
            .filter(w -> f.stake().amount().map(a -> a.compareTo(w) < 0).orElse(true))
            .or(() -> f.stake().amount());
    return new StockException(
        before.number(),
        f.key(),
        f.risk(),
        f.stake(),
        before.since().isBefore(asOf) ? before.since() : asOf,
        asOf,
        Optional.empty(),
        Math.max(before.worstScore(), f.risk().score()),
        worst);
  }

  private static Object[] values(String plan, long decisionId, StockException e) {
    Position rank = Position.of(e);
    return new Object[] {
      e.number(),
      e.risk().kind().name(),
      e.key().org(),
      e.key().item(),
      e.key().site(),
      e.risk().about(),
      e.risk().vendor(),
      e.since(),
      e.seenOn(),
      e.closedOn().orElse(null),
      e.risk().score(),
      e.worstScore(),
      e.risk().units(),
      e.stake().currency().orElse(null),
      e.stake().amount().orElse(null),
      e.stake().reporting().orElse(null),
      e.worstMoney().orElse(null),
      text(e.risk().evidence()),
      e.risk().worth().name() + " " + e.risk().said().text(),
      plan,
      decisionId,
      rank.group(),
      rank.currency(),
      rank.value()
    };
  }

  /** Closes what another decision than this has seen last. */
  @Transactional
  public void closeUnseen(String plan, long decisionId, LocalDate asOf) {
    sql.update(
        "update stock_exception set closed_on = ? where plan_name = ? and closed_on is null"
            + " and decision_id <> ?",
        asOf,
        plan,
        decisionId);
  }

  /** Forgets what was closed before a day. */
  @Transactional
  public void forgetClosed(String plan, LocalDate before) {
    sql.update("delete from stock_exception where plan_name = ? and closed_on < ?", plan, before);
  }

  /** Returns open exceptions behind a position, the most money first. */
  public List<StockException> page(String plan, Filter filter, Position after, int limit) {
    return sql.list(
        StockExceptionStore::exception,
        Query.of("select " + COLUMNS + " from stock_exception e where plan_name = ?", plan)
            .and("closed_on is null")
            .and(
                "(rank_group > ? or rank_group = ? and (rank_currency > ? or rank_currency = ?"
                    + " and (rank_value > ? or rank_value = ? and exception_no > ?)))",
                after.group(),
                after.group(),
                after.currency(),
                after.currency(),
                after.value(),
                after.value(),
                after.number())
            .and("kind = ?", filter.kind().map(RiskKind::name))
            .and("org_id = ?", filter.org())
            .and("item_id = ?", filter.item())
            .and("site_id = ?", filter.site())
            .and("vendor_id = ?", filter.vendor())
            .and(
                "rank_group < 2 and rank_value <= ?", filter.minimumMoney().map(BigDecimal::negate))
            .and("since >= ?", filter.since())
            .within(filter.scope(), ScopeColumns.ofSeries("e"))
            .add(" order by rank_group, rank_currency, rank_value, exception_no")
            .first(limit));
  }

  /** Returns an exception, open or closed, within a scope. */
  public Optional<StockException> find(DataScope scope, long number) {
    return sql
        .list(
            StockExceptionStore::exception,
            Query.of("select " + COLUMNS + " from stock_exception e where exception_no = ?", number)
                .within(scope, ScopeColumns.ofSeries("e")))
        .stream()
        .findFirst();
  }

  private static String text(List<Risk.Figure> evidence) {
    JsonArrayBuilder all = StoredJson.JSON.createArrayBuilder();
    evidence.forEach(
        f ->
            all.add(
                StoredJson.JSON
                    .createArrayBuilder()
                    .add(f.name())
                    .add(f.value().stripTrailingZeros().toPlainString())));
    return all.build().toString();
  }

  private static List<Risk.Figure> evidence(String text) {
    try (JsonReader reader = StoredJson.JSON.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonArray.class).stream()
          .map(f -> new Risk.Figure(f.getString(0), new BigDecimal(f.getString(1))))
          .toList();
    }
  }

  private static StockException exception(ResultSet row) throws SQLException {
    String[] said = row.getString("said").split(" ", 2);
    return new StockException(
        row.getLong("exception_no"),
        new PolicySubject.Key(
            row.getString("org_id"), row.getString("item_id"), row.getString("site_id")),
        new Risk(
            RiskKind.valueOf(row.getString("kind")),
            row.getString("about"),
            row.getString("vendor_id"),
            row.getDouble("score"),
            row.getBigDecimal("units"),
            Risk.Worth.valueOf(said[0]),
            evidence(row.getString("evidence")),
            Words.parse(said[1])),
        new Stake(
            Optional.ofNullable(row.getString("currency")),
            Optional.ofNullable(row.getBigDecimal("money")),
            Optional.ofNullable(row.getBigDecimal("reporting"))),
        row.getObject("since", LocalDate.class),
        row.getObject("seen_on", LocalDate.class),
        Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
        row.getDouble("worst_score"),
        Optional.ofNullable(row.getBigDecimal("worst_money")));
  }
}
