package org.demandwright.store.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.store.sql.Sql;

/** When jobs start by themselves. Of several members exactly one claims a firing. */
@ApplicationScoped
public class ScheduleStore {
  private static final String SELECT = "select * from schedule";

  private final Sql sql;

  @Inject
  public ScheduleStore(Sql sql) {
    this.sql = sql;
  }

  ScheduleStore() {
    this(null);
  }

  /** What becomes of a time at which no run could be started; the name is stored. */
  public enum Missed {
    /** It is made up for once, as soon as a run may start. */
    RUN_ONCE,
    /** It is left out. */
    SKIP
  }

  /**
   * What starts when.
   *
   * @param parameters of the job
   * @param cron minute hour day month weekday
   * @param zone the time zone of that expression
   * @param blackouts windows within which no run is started, separated by semicolons
   */
  public record Terms(
      String job,
      Map<String, String> parameters,
      String cron,
      String zone,
      String blackouts,
      Missed missed) {
    public Terms {
      parameters = Map.copyOf(parameters);
      Objects.requireNonNull(missed, "missed");
    }
  }

  /**
   * What became of the last firing.
   *
   * @param executionId the run that it started, empty where it started none
   * @param said why it started none, else empty
   */
  public record Firing(Instant at, Optional<Long> executionId, String said) {}

  /** Who changed something, and when. */
  public record Act(Instant at, String by) {}

  /**
   * A schedule.
   *
   * @param configured whether it follows the configuration
   * @param nextFire empty where no time is to come
   * @param changed by a person, empty where none did
   * @param changes counts them
   */
  public record Entry(
      String name,
      Terms terms,
      boolean paused,
      boolean configured,
      Optional<Instant> nextFire,
      Optional<Firing> last,
      Optional<Act> changed,
      long changes) {}

  public Optional<Entry> find(String name) {
    return sql.first(ScheduleStore::entry, SELECT + " where schedule_name = ?", name);
  }

  /** Returns all schedules by their names. */
  public List<Entry> all() {
    return sql.list(ScheduleStore::entry, SELECT + " order by schedule_name");
  }

  /** Returns those that are to fire by now and are not paused, the one due longest first. */
  public List<Entry> due(Instant now) {
    return sql.list(
        ScheduleStore::entry,
        SELECT + " where next_fire <= ? and not paused order by next_fire, schedule_name",
        now);
  }

  /**
   * Adds a schedule, unless there is one of that name.
   *
   * @param by who does it; empty = the configuration
   * @return whether it was added
   */
  @Transactional
  public boolean add(String name, Terms terms, Optional<Instant> next, Optional<Act> by) {
    return sql.update(
            "insert into schedule (schedule_name, job, parameters, cron, zone, blackouts, missed,"
                + " configured, next_fire, changed_at, changed_by)"
                + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from (select 1 as one) o"
                + " where not exists (select 1 from schedule where schedule_name = ?)",
            name,
            terms.job(),
            lines(terms.parameters()),
            terms.cron(),
            terms.zone(),
            terms.blackouts(),
            terms.missed(),
            by.isEmpty(),
            next.orElse(null),
            by.map(Act::at).orElse(null),
            by.map(Act::by).orElse(null),
            name)
        == 1;
  }

  /**
   * Changes a schedule if nobody changed it meanwhile.
   *
   * @param wanted what it is to be; name, firing and number of changes are not looked at
   * @return whether it was done
   */
  @Transactional
  public boolean settle(Entry seen, Entry wanted) {
    Terms terms = wanted.terms();
    return sql.update(
            "update schedule set job = ?, parameters = ?, cron = ?, zone = ?, blackouts = ?,"
                + " missed = ?, paused = ?, next_fire = ?, configured = ?, changed_at = ?,"
                + " changed_by = ?, changes = changes + 1"
                + " where schedule_name = ? and changes = ?",
            terms.job(),
            lines(terms.parameters()),
            terms.cron(),
            terms.zone(),
            terms.blackouts(),
            terms.missed(),
            wanted.paused(),
            wanted.nextFire().orElse(null),
            wanted.configured(),
            wanted.changed().map(Act::at).orElse(null),
            wanted.changed().map(Act::by).orElse(null),
            seen.name(),
            seen.changes())
        == 1;
  }

  /**
   * Sets the next firing if the schedule is as it was seen.
   *
   * @return whether this caller did it: whoever moves a due entry on owns that firing
   */
  @Transactional
  public boolean move(Entry seen, Optional<Instant> next) {
    return sql.update(
            "update schedule set next_fire = ? where schedule_name = ? and changes = ?"
                + " and next_fire = ?",
            next.orElse(null),
            seen.name(),
            seen.changes(),
            seen.nextFire().orElse(null))
        == 1;
  }

  /** Keeps what became of a firing. */
  @Transactional
  public void fired(String name, Firing firing) {
    sql.update(
        "update schedule set fired_at = ?, execution_id = ?, said = ? where schedule_name = ?",
        firing.at(),
        firing.executionId().orElse(null),
        firing.said(),
        name);
  }

  /**
   * Removes a schedule if nobody changed it meanwhile.
   *
   * @return whether it was done
   */
  @Transactional
  public boolean delete(Entry seen) {
    return sql.update(
            "delete from schedule where schedule_name = ? and changes = ?",
            seen.name(),
            seen.changes())
        == 1;
  }

  private static String lines(Map<String, String> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(p -> p.getKey() + "=" + p.getValue())
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> parameters(String lines) {
    return lines
        .lines()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    Optional<Long> execution = Optional.ofNullable(row.getObject("execution_id", Long.class));
    String said = row.getString("said");
    String by = row.getString("changed_by");
    return new Entry(
        row.getString("schedule_name"),
        new Terms(
            row.getString("job"),
            parameters(row.getString("parameters")),
            row.getString("cron"),
            row.getString("zone"),
            row.getString("blackouts"),
            Missed.valueOf(row.getString("missed"))),
        row.getBoolean("paused"),
        row.getBoolean("configured"),
        Sql.instant(row, "next_fire"),
        Sql.instant(row, "fired_at").map(at -> new Firing(at, execution, said)),
        Sql.instant(row, "changed_at").map(at -> new Act(at, by)),
        row.getLong("changes"));
  }
}
