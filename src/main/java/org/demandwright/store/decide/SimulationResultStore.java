package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.Words;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.simulate.Outcome;
import org.demandwright.core.decide.simulate.StockMoney;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.store.sql.Sql;

/** What simulations look at and come to: places, past versions while they are needed, results. */
@ApplicationScoped
public class SimulationResultStore {
  private static final String NUMBERS =
      "tuned, cycles, served_cycles, demand, served, held_days, held_value, order_lines, holding,"
          + " ordering, shortage";
  private static final String SUMS =
      "sum(o.tuned) tuned, sum(o.cycles) cycles, sum(o.served_cycles) served_cycles,"
          + " sum(o.demand) demand, sum(o.served) served, sum(o.held_days) held_days,"
          + " sum(o.held_value) held_value, sum(o.order_lines) order_lines, sum(o.holding) holding,"
          + " sum(o.ordering) ordering, sum(o.shortage) shortage";

  private final Sql sql;

  @Inject
  public SimulationResultStore(Sql sql) {
    this.sql = sql;
  }

  SimulationResultStore() {
    this(null);
  }

  /** What results are added up by. */
  public enum ClassKind {
    /** All together. */
    ALL,
    /** By yearly demand in money. */
    ABC,
    /** By how demand comes. */
    DEMAND
  }

  /**
   * A way of ordering with a knob.
   *
   * @param method of forecasting; empty of a way that goes by none
   */
  public record Tried(WayOfOrdering way, String method, int knob) {}

  /**
   * What came of one place.
   *
   * @param tuned money in the days before the test
   * @param tested in the test, money in the currency of the place
   */
  public record PlaceOutcome(long place, Tried tried, BigDecimal tuned, Outcome tested) {}

  /**
   * What came of a class of places.
   *
   * @param name of the class; empty of all
   * @param chosen whether the knob cost least before the test, over all places of the currency
   */
  public record Result(
      String currency,
      ClassKind kind,
      String name,
      Tried tried,
      double knob,
      boolean chosen,
      BigDecimal tuned,
      Outcome tested) {}

  /** Writes the places of a simulation in place of those that are there. */
  @Transactional
  public void places(long simulationId, List<SimulatedPlace> places) {
    sql.update("delete from simulation_place where simulation_id = ?", simulationId);
    sql.insertAll(
        "simulation_place",
        "simulation_id, place_no, org_id, item_id, site_id, category, abc, demand_class, currency,"
            + " terms, refused",
        places.stream()
            .map(
                p ->
                    new Object[] {
                      simulationId,
                      p.number(),
                      p.key().org(),
                      p.key().item(),
                      p.key().site(),
                      p.category(),
                      p.abc().map(Enum::name).orElse(null),
                      p.pattern().map(Enum::name).orElse(null),
                      p.currency().orElse(null),
                      SimulationText.terms(p.terms()),
                      p.refused().map(Words::text).orElse(null)
                    })
            .toList());
  }

  /** Returns places with a larger number, by their numbers. */
  public List<SimulatedPlace> places(long simulationId, long after, int limit) {
    return sql.list(
        SimulationResultStore::place,
        "select * from simulation_place where simulation_id = ? and place_no > ?"
            + " order by place_no fetch first ? rows only",
        simulationId,
        after,
        limit);
  }

  /** Notes by which terms a place was replayed: they may have changed since it was written. */
  @Transactional
  public void terms(
      long simulationId, long place, String currency, List<SimulatedPlace.Said> terms) {
    sql.update(
        "update simulation_place set currency = ?, terms = ? where simulation_id = ?"
            + " and place_no = ?",
        currency,
        SimulationText.terms(terms),
        simulationId,
        place);
  }

  /** Notes why a place cannot be judged. */
  @Transactional
  public void refuse(long simulationId, long place, Words because) {
    sql.update(
        "update simulation_place set refused = ? where simulation_id = ? and place_no = ?",
        because.text(),
        simulationId,
        place);
  }

  /** Returns how many places cannot be judged, by the reason. */
  public Map<Words, Long> refusals(long simulationId) {
    Map<Words, Long> all = new HashMap<>();
    sql.list(
            row -> Map.entry(Words.parse(row.getString(1)), row.getLong(2)),
            "select refused, count(*) from simulation_place where simulation_id = ?"
                + " and refused is not null group by refused",
            simulationId)
        .forEach(e -> all.merge(e.getKey(), e.getValue(), Long::sum));
    return all;
  }

  private static SimulatedPlace place(ResultSet row) throws SQLException {
    return new SimulatedPlace(
        row.getLong("place_no"),
        new PolicySubject.Key(
            row.getString("org_id"), row.getString("item_id"), row.getString("site_id")),
        row.getString("category"),
        Optional.ofNullable(row.getString("abc")).map(Abc::valueOf),
        Optional.ofNullable(row.getString("demand_class")).map(DemandPattern::valueOf),
        Optional.ofNullable(row.getString("currency")),
        SimulationText.terms(row.getString("terms")),
        Optional.ofNullable(row.getString("refused")).map(Words::parse));
  }

  /** Returns whether the forecasts of a method are made from a contest on. */
  public boolean isForecast(long simulationId, int round, String method) {
    return sql.number(
            "select count(*) from simulation_round where simulation_id = ? and round_no = ?"
                + " and method = ?",
            simulationId,
            round,
            method)
        == 1;
  }

  /**
   * Writes the versions of a method from one contest to the next, in place of those that are there.
   *
   * @param byPlace versions of each place
   * @param leftOver series that the method left to the published way
   */
  @Transactional
  public void forecasts(
      long simulationId,
      int round,
      String method,
      Map<Long, List<TotalDemand>> byPlace,
      int leftOver) {
    for (String table : List.of("simulation_forecast", "simulation_round")) {
      sql.update(
          "delete from %s where simulation_id = ? and round_no = ? and method = ?".formatted(table),
          simulationId,
          round,
          method);
    }
    List<Object[]> rows = new ArrayList<>();
    new TreeMap<>(byPlace)
        .forEach(
            (place, versions) ->
                rows.add(
                    new Object[] {
                      simulationId, round, method, place, PastTotalsCodec.bytes(versions)
                    }));
    sql.insertAll(
        "simulation_forecast", "simulation_id, round_no, method, place_no, content", rows);
    sql.update(
        "insert into simulation_round (simulation_id, round_no, method, left_over) values (?, ?, ?, ?)",
        simulationId,
        round,
        method,
        leftOver);
  }

  /** Returns the versions of a place by method, the oldest first. */
  public Map<String, List<TotalDemand>> forecasts(long simulationId, long place) {
    Map<String, List<TotalDemand>> all = new TreeMap<>();
    sql.each(
        row -> {
          all.computeIfAbsent(row.getString(1), m -> new ArrayList<>())
              .addAll(PastTotalsCodec.totals(row.getBytes(2)));
          return null;
        },
        nothing -> {},
        "select method, content from simulation_forecast where simulation_id = ? and place_no = ?"
            + " order by method, round_no",
        simulationId,
        place);
    return all;
  }

  /** Returns of each method for how many series and contests it left the forecast to others. */
  public Map<String, Long> leftOver(long simulationId) {
    Map<String, Long> all = new TreeMap<>();
    sql.list(
            row -> Map.entry(row.getString(1), row.getLong(2)),
            "select method, sum(left_over) from simulation_round where simulation_id = ?"
                + " group by method",
            simulationId)
        .forEach(e -> all.put(e.getKey(), e.getValue()));
    return all;
  }

  /** Writes what came of places, in place of what is known of them. */
  @Transactional
  public void outcomes(long simulationId, List<Long> places, List<PlaceOutcome> outcomes) {
    for (long place : places) {
      sql.update(
          "delete from simulation_outcome where simulation_id = ? and place_no = ?",
          simulationId,
          place);
    }
    sql.insertAll(
        "simulation_outcome",
        "simulation_id, place_no, way, method, knob_no, " + NUMBERS,
        outcomes.stream()
            .map(
                o ->
                    numbers(
                        List.of(
                            simulationId,
                            o.place(),
                            o.tried().way().name(),
                            o.tried().method(),
                            o.tried().knob()),
                        o.tuned(),
                        o.tested()))
            .toList());
  }

  private static Object[] numbers(List<?> first, BigDecimal tuned, Outcome o) {
    List<Object> all = new ArrayList<>(first);
    all.addAll(
        List.of(
            tuned,
            o.cycles(),
            o.servedCycles(),
            o.demand(),
            o.served(),
            o.heldDays(),
            o.heldValue(),
            o.lines(),
            o.money().holding(),
            o.money().ordering(),
            o.money().shortage()));
    return all.toArray();
  }

  /**
   * Adds up what came of the places, by class; no knob is chosen yet.
   *
   * @param days of the test that count
   */
  public List<Result> sums(long simulationId, int days) {
    List<Result> all = new ArrayList<>();
    for (ClassKind kind : ClassKind.values()) {
      String name =
          switch (kind) {
            case ALL -> "''";
            case ABC -> "p.abc";
            case DEMAND -> "p.demand_class";
          };
      all.addAll(
          sql.list(
              row -> result(row, days),
              "select p.currency, '%s' class_kind, %s class_name, o.way, o.method, o.knob_no,"
                      .formatted(kind, name)
                  + " count(*) places, "
                  + SUMS
                  + " from simulation_outcome o join simulation_place p"
                  + " on p.simulation_id = o.simulation_id and p.place_no = o.place_no"
                  + " where o.simulation_id = ? and %s is not null".formatted(name)
                  + " group by p.currency, o.way, o.method, o.knob_no"
                  + (kind == ClassKind.ALL ? "" : ", " + name),
              simulationId));
    }
    return all;
  }

  private static Result result(ResultSet row, int days) throws SQLException {
    WayOfOrdering way = WayOfOrdering.valueOf(row.getString("way"));
    int knob = row.getInt("knob_no");
    return new Result(
        row.getString("currency"),
        ClassKind.valueOf(row.getString("class_kind")),
        row.getString("class_name"),
        new Tried(way, row.getString("method"), knob),
        way.knobs()[knob],
        false,
        row.getBigDecimal("tuned"),
        outcome(row, days));
  }

  private static Outcome outcome(ResultSet row, int days) throws SQLException {
    return new Outcome(
        days,
        row.getInt("places"),
        row.getInt("cycles"),
        row.getInt("served_cycles"),
        row.getBigDecimal("demand"),
        row.getBigDecimal("served"),
        row.getBigDecimal("held_days"),
        row.getBigDecimal("held_value"),
        row.getInt("order_lines"),
        new StockMoney(
            row.getBigDecimal("holding"),
            row.getBigDecimal("ordering"),
            row.getBigDecimal("shortage")));
  }

  /** Forgets what results were made of, once they are whole. */
  @Transactional
  public void forgetParts(long simulationId) {
    for (String table : List.of("simulation_outcome", "simulation_forecast")) {
      sql.update("delete from %s where simulation_id = ?".formatted(table), simulationId);
    }
  }

  /** Writes results in place of those that are there. */
  @Transactional
  public void write(long simulationId, List<Result> results) {
    sql.update("delete from simulation_result where simulation_id = ?", simulationId);
    sql.insertAll(
        "simulation_result",
        "simulation_id, currency, class_kind, class_name, way, method, knob_no, knob, chosen,"
            + " places, "
            + NUMBERS,
        results.stream()
            .map(
                r ->
                    numbers(
                        List.of(
                            simulationId,
                            r.currency(),
                            r.kind().name(),
                            r.name(),
                            r.tried().way().name(),
                            r.tried().method(),
                            r.tried().knob(),
                            r.knob(),
                            r.chosen(),
                            r.tested().items()),
                        r.tuned(),
                        r.tested()))
            .toList());
  }

  /** Returns the results of a simulation: by currency, class, way, method and knob. */
  public List<Result> results(long simulationId, int days) {
    return sql
        .list(
            row ->
                new Result(
                    row.getString("currency"),
                    ClassKind.valueOf(row.getString("class_kind")),
                    row.getString("class_name"),
                    new Tried(
                        WayOfOrdering.valueOf(row.getString("way")),
                        row.getString("method"),
                        row.getInt("knob_no")),
                    row.getDouble("knob"),
                    row.getBoolean("chosen"),
                    row.getBigDecimal("tuned"),
                    outcome(row, days)),
            "select * from simulation_result where simulation_id = ?",
            simulationId)
        .stream()
        .sorted(
            Comparator.comparing(Result::currency)
                .thenComparing(Result::kind)
                .thenComparing(Result::name)
                .thenComparing(r -> r.tried().way())
                .thenComparing(r -> r.tried().method())
                .thenComparing(r -> r.tried().knob()))
        .toList();
  }
}
