package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.demandwright.core.decide.simulate.Outcome;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.decide.simulate.StockMoney;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.store.sql.Sql;

/** What simulations come to: of single places while they are worked on, then by class. */
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
      Outcome tested) {
    /** Returns the same as the one whose knob cost least. */
    public Result asChosen() {
      return new Result(currency, kind, name, tried, knob, true, tuned, tested);
    }
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
   * @param windows that were replayed
   */
  public List<Result> sums(long simulationId, ReplayWindows windows) {
    int days = windows.judgedDays();
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

  /** Forgets what came of single places, once results are whole. */
  @Transactional
  public void forgetOutcomes(long simulationId) {
    sql.update("delete from simulation_outcome where simulation_id = ?", simulationId);
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
  public List<Result> results(long simulationId, ReplayWindows windows) {
    int days = windows.judgedDays();
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
