package org.demandwright.store.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.demandwright.store.sql.Sql;

/** When scheduled jobs fire next. Of several members exactly one claims a firing. */
@ApplicationScoped
public class ScheduleStore {
  private final Sql sql;

  @Inject
  ScheduleStore(Sql sql) {
    this.sql = sql;
  }

  ScheduleStore() {
    this(null);
  }

  /** A job's schedule; {@code version} counts its changes. */
  public record Entry(
      String job, Optional<Instant> nextFire, String cron, String zone, long version) {}

  public Optional<Entry> find(String job) {
    return sql.first(
        row ->
            new Entry(
                row.getString("job"),
                Sql.instant(row, "next_fire"),
                row.getString("cron"),
                row.getString("zone"),
                row.getLong("version")),
        "select job, next_fire, cron, zone, version from schedule where job = ?",
        job);
  }

  /**
   * Sets the next firing if nobody changed the entry meanwhile.
   *
   * @return whether this caller did it: whoever moves a due entry on owns that firing
   */
  @Transactional
  public boolean move(Entry seen, Instant next, String cron, String zone) {
    return sql.update(
            "update schedule set next_fire = ?, cron = ?, zone = ?, version = version + 1"
                + " where job = ? and version = ?",
            next,
            cron,
            zone,
            seen.job(),
            seen.version())
        == 1;
  }

  /** Adds an entry if there is none. */
  @Transactional
  public void add(String job, Instant next, String cron, String zone) {
    sql.update(
        "insert into schedule (job, next_fire, cron, zone, version)"
            + " select ?, ?, ?, ?, 0 from (select 1 as one) o"
            + " where not exists (select 1 from schedule where job = ?)",
        job,
        next,
        cron,
        zone,
        job);
  }
}
