package org.demandwright.store.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.core.demand.Bucket;
import org.demandwright.store.sql.Sql;

/** Which day it was when a run began, and up to which day it knows demand: fixed once, and kept. */
@ApplicationScoped
public class RunDayStore {
  private final Sql sql;

  @Inject
  public RunDayStore(Sql sql) {
    this.sql = sql;
  }

  RunDayStore() {
    this(null);
  }

  /**
   * The first day that a run does not know.
   *
   * @param totalsOf the period whose totals the source books; empty where it books single orders
   */
  public record AsOf(LocalDate day, Optional<Bucket> totalsOf) {}

  /** Returns the day on which a run began: {@code now} if it is asked for the first time. */
  @Transactional
  public LocalDate today(long instanceId, LocalDate now) {
    return sql.first(
            row -> row.getObject(1, LocalDate.class),
            "select today from run_day where instance_id = ?",
            instanceId)
        .orElseGet(
            () -> {
              sql.update("insert into run_day (instance_id, today) values (?, ?)", instanceId, now);
              return now;
            });
  }

  /** Returns the first day that a run does not know; empty where it was not fixed yet. */
  public Optional<AsOf> asOf(long instanceId) {
    return sql.first(
        row ->
            new AsOf(
                row.getObject(1, LocalDate.class),
                Optional.ofNullable(row.getString(2)).map(Bucket::valueOf)),
        "select as_of, totals_of from run_day where instance_id = ? and as_of is not null",
        instanceId);
  }

  /** Returns the latest of the days that runs were the first not to know; empty before any run. */
  public Optional<LocalDate> latest() {
    return sql
        .list(
            row -> Optional.ofNullable(row.getObject(1, LocalDate.class)),
            "select max(as_of) from run_day")
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Fixes the first day that a run does not know, of a run whose own day is fixed. */
  @Transactional
  public void fix(long instanceId, AsOf asOf) {
    sql.update(
        "update run_day set as_of = ?, totals_of = ? where instance_id = ?",
        asOf.day(),
        asOf.totalsOf().map(Bucket::name).orElse(null),
        instanceId);
  }
}
