package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.store.sql.Sql;

/** The items at sites that simulations look at, by which terms, and why one cannot be judged. */
@ApplicationScoped
public class SimulatedPlaceStore {
  private final Sql sql;

  @Inject
  public SimulatedPlaceStore(Sql sql) {
    this.sql = sql;
  }

  SimulatedPlaceStore() {
    this(null);
  }

  /** Writes the places of a simulation in place of those that are there. */
  @Transactional
  public void write(long simulationId, List<SimulatedPlace> places) {
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
  public List<SimulatedPlace> page(long simulationId, long after, int limit) {
    return sql.list(
        SimulatedPlaceStore::place,
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
}
