package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.simulate.ReplayWindows;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.run.Leased;
import org.demandwright.store.run.LeasedRows;
import org.demandwright.store.run.LeasedStore;
import org.demandwright.store.run.WorkStatus;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.Sql;

/** What was asked to be replayed, and how far it is. */
@ApplicationScoped
public class SimulationStore implements LeasedStore<SimulationStore.Simulation> {
  private static final String ONE = " where simulation_id = ?";

  private final Sql sql;

  @Inject
  public SimulationStore(Sql sql) {
    this.sql = sql;
  }

  SimulationStore() {
    this(null);
  }

  /** What somebody asked. */
  public record Order(String by, Instant at, SimulationQuestion question) {}

  /**
   * What it rests on.
   *
   * @param versionId whose data and recipe
   * @param asOf whose terms, prices and rates
   * @param found items at sites that are asked for
   * @param taken of these, looked at
   */
  public record Ground(
      long versionId, LocalDate asOf, ReplayWindows windows, int found, int taken) {}

  /**
   * One simulation.
   *
   * @param owner the member that works on it
   * @param leaseUntil until when it does, unless it says so again
   * @param ground empty before it was begun
   * @param contentHash of its results; empty unless it is ready
   * @param failedBecause empty unless it failed
   */
  public record Simulation(
      long simulationId,
      Order order,
      WorkStatus status,
      Optional<String> owner,
      Optional<Instant> leaseUntil,
      Optional<Long> executionId,
      Optional<Ground> ground,
      Optional<String> contentHash,
      Optional<Instant> endedAt,
      Optional<Words> failedBecause)
      implements Leased {
    @Override
    public long number() {
      return simulationId;
    }
  }

  /** Enters a simulation that waits, and returns its number. */
  @Transactional
  public long add(Order order) {
    long id = sql.next("simulation_number");
    sql.update(
        "insert into simulation (simulation_id, asked_by, asked_at, plan_name, question, scope_text,"
            + " status) values (?, ?, ?, ?, ?, ?, ?)",
        id,
        order.by(),
        order.at(),
        order.question().plan(),
        SimulationText.of(order.question()),
        SimulationText.of(order.question().scope()),
        WorkStatus.WAITING);
    return id;
  }

  @Override
  public Optional<Simulation> find(long simulationId) {
    return sql.first(SimulationStore::simulation, "select * from simulation" + ONE, simulationId);
  }

  /**
   * Returns simulations with a smaller number, newest first.
   *
   * @param part of the data within which they were asked for, see {@link #part}; empty for any
   * @param plans of one of these, at least one
   */
  public List<Simulation> before(
      Optional<String> part, Collection<String> plans, long simulationId, int limit) {
    return sql.list(
        SimulationStore::simulation,
        Query.of("select * from simulation where simulation_id < ?", simulationId)
            .and("scope_text = ?", part)
            .andIn("plan_name", plans)
            .add(" order by simulation_id desc")
            .first(limit));
  }

  /** Returns the newest simulation of a plan that is ready, likewise. */
  public Optional<Simulation> newest(Optional<String> part, String plan) {
    return sql
        .list(
            SimulationStore::simulation,
            Query.of(
                    "select * from simulation where plan_name = ? and status = ?",
                    plan,
                    WorkStatus.READY)
                .and("scope_text = ?", part)
                .add(" order by simulation_id desc")
                .first(1))
        .stream()
        .findFirst();
  }

  /**
   * Returns the part of the data whose simulations somebody sees: whoever sees a part sees what was
   * asked within the same part, whoever sees everything all of them.
   */
  public static Optional<String> part(DataScope scope) {
    return Optional.of(SimulationText.of(scope)).filter(text -> !scope.isUnrestricted());
  }

  /** Returns how many simulations that somebody asked for have not ended. */
  public long unfinished(String by) {
    return rows().unfinished(by);
  }

  @Override
  public List<Simulation> unfinished() {
    return rows().unfinished(SimulationStore::simulation);
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public boolean claim(Simulation seen, String owner, Instant until) {
    return rows().claim(seen, owner, until);
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public boolean renew(long simulationId, String owner, Instant until) {
    return rows().renew(simulationId, owner, until);
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public void putBack(long simulationId, String owner) {
    rows().putBack(simulationId, owner);
  }

  private LeasedRows rows() {
    return new LeasedRows(sql, "simulation", "simulation_id");
  }

  /**
   * Notes the execution that works on it.
   *
   * @return whether the simulation is there still
   */
  @Transactional
  public boolean begin(long simulationId, long executionId) {
    return sql.update("update simulation set execution_id = ?" + ONE, executionId, simulationId)
        == 1;
  }

  /** Notes what it rests on. */
  @Transactional
  public void found(long simulationId, Ground ground) {
    sql.update(
        "update simulation set version_id = ?, as_of = ?, tune_from = ?, test_from = ?, test_to = ?,"
            + " found = ?, taken = ?"
            + ONE,
        ground.versionId(),
        ground.asOf(),
        ground.windows().tuneFrom(),
        ground.windows().testFrom(),
        ground.windows().testTo(),
        ground.found(),
        ground.taken(),
        simulationId);
  }

  /** Notes that its results are whole. */
  @Transactional
  public void finish(long simulationId, String contentHash, Instant now) {
    sql.update(
        "update simulation set status = ?, content_hash = ?, ended_at = ?, owner = null,"
            + " lease_until = null"
            + ONE,
        WorkStatus.READY,
        contentHash,
        now,
        simulationId);
  }

  /** Notes that it came to nothing, if it has not ended. */
  @Transactional
  public void fail(long simulationId, Words because, Instant now) {
    sql.update(
        "update simulation set status = ?, failed_because = ?, ended_at = ?, owner = null,"
            + " lease_until = null"
            + ONE
            + " and status in (?, ?)",
        WorkStatus.FAILED,
        because.text(),
        now,
        simulationId,
        WorkStatus.WAITING,
        WorkStatus.RUNNING);
  }

  /** Removes a simulation with all that it came to. */
  @Transactional
  public void remove(long simulationId) {
    sql.update("delete from simulation" + ONE, simulationId);
  }

  /** Removes the ended simulations of a plan but the newest. */
  @Transactional
  public void forget(String plan, int keep) {
    List<Long> old =
        sql.list(
            row -> row.getLong(1),
            "select simulation_id from simulation where plan_name = ? and ended_at is not null"
                + " order by simulation_id desc offset ? rows",
            plan,
            keep);
    sql.updateIn("delete from simulation where simulation_id in (#)", old);
  }

  private static Simulation simulation(ResultSet row) throws SQLException {
    return new Simulation(
        row.getLong("simulation_id"),
        new Order(
            row.getString("asked_by"),
            Sql.instant(row, "asked_at").orElseThrow(),
            SimulationText.question(row.getString("question"))),
        WorkStatus.valueOf(row.getString("status")),
        Optional.ofNullable(row.getString("owner")),
        Sql.instant(row, "lease_until"),
        Optional.ofNullable(row.getObject("execution_id", Long.class)),
        ground(row),
        Optional.ofNullable(row.getString("content_hash")),
        Sql.instant(row, "ended_at"),
        Optional.ofNullable(row.getString("failed_because")).map(Words::parse));
  }

  private static Optional<Ground> ground(ResultSet row) throws SQLException {
    LocalDate asOf = row.getObject("as_of", LocalDate.class);
    return asOf == null
        ? Optional.empty()
        : Optional.of(
            new Ground(
                row.getLong("version_id"),
                asOf,
                new ReplayWindows(
                    row.getObject("tune_from", LocalDate.class),
                    row.getObject("test_from", LocalDate.class),
                    row.getObject("test_to", LocalDate.class)),
                row.getInt("found"),
                row.getInt("taken")));
  }
}
