package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.store.sql.Sql;

/**
 * What past versions told of the items at sites of a simulation, from one contest to the next, for
 * as long as it is worked on.
 */
@ApplicationScoped
public class PastTotalsStore {
  private final Sql sql;

  @Inject
  public PastTotalsStore(Sql sql) {
    this.sql = sql;
  }

  PastTotalsStore() {
    this(null);
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
  public void write(
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
  public Map<String, List<TotalDemand>> of(long simulationId, long place) {
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

  /** Removes all that is known of a simulation, which is begun anew. */
  @Transactional
  public void clear(long simulationId) {
    forget(simulationId);
    sql.update("delete from simulation_round where simulation_id = ?", simulationId);
  }

  /** Forgets the versions, and keeps what was left to others. */
  @Transactional
  public void forget(long simulationId) {
    sql.update("delete from simulation_forecast where simulation_id = ?", simulationId);
  }
}
