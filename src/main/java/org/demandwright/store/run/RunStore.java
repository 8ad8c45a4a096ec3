package org.demandwright.store.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.core.Words;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.Sql;

/**
 * The runs of the jobs: who may run, how far a run is, what went wrong. JBeret's own job repository
 * lies in the same schema and is read here, so that every member sees every run.
 */
@ApplicationScoped
public class RunStore {
  private static final String EXECUTION =
      "select e.jobexecutionid, e.jobinstanceid, i.jobname, e.batchstatus, e.jobparameters,"
          + " e.createtime, e.starttime, e.endtime from job_execution e"
          + " join job_instance i on i.jobinstanceid = e.jobinstanceid";

  private final Sql sql;

  @Inject
  public RunStore(Sql sql) {
    this.sql = sql;
  }

  RunStore() {
    this(null);
  }

  /** An execution as the job repository holds it; parameters are {@code name = value} lines. */
  public record Execution(
      long executionId,
      long instanceId,
      String job,
      RunStatus status,
      String parameters,
      Optional<Instant> createdAt,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {

    /** Returns whether the run has come to an end, good or bad. */
    public boolean ended() {
      return status.ended();
    }
  }

  /** Who runs the pipeline until when; an empty owner means nobody. */
  public record Lease(
      Optional<String> owner, Optional<Long> executionId, Optional<Instant> expiresAt) {}

  public Lease lease() {
    return sql.first(
            row ->
                new Lease(
                    Optional.ofNullable(row.getString(1)),
                    Optional.ofNullable(row.getObject(2, Long.class)),
                    Sql.instant(row, "expires_at")),
            "select owner, execution_id, expires_at from run_lease where name = 'pipeline'")
        .orElseThrow();
  }

  /**
   * Takes the lease if nobody holds it, or if it is held as expected.
   *
   * @param expected the owner that was seen, empty for nobody
   * @return whether it was taken: of several members that try at once, one succeeds
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean claim(Optional<String> expected, String me, Duration length, Instant now) {
    return sql.update(
            Query.of(
                    "update run_lease set owner = ?, execution_id = case when owner is null then"
                        + " null else execution_id end, expires_at = ? where name = 'pipeline'",
                    me,
                    now.plus(length))
                .andStill("owner", expected))
        == 1;
  }

  /** Notes which execution the lease is for; returns false if it is not ours any more. */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean leaseFor(String me, long executionId) {
    return sql.update(
            "update run_lease set execution_id = ? where name = 'pipeline' and owner = ?",
            executionId,
            me)
        == 1;
  }

  /** Prolongs the lease; returns false if it is not ours any more. */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean renew(String me, Duration length, Instant now) {
    return sql.update(
            "update run_lease set expires_at = ? where name = 'pipeline' and owner = ?",
            now.plus(length),
            me)
        == 1;
  }

  /** Gives the lease back, if it is ours. */
  @Transactional(TxType.REQUIRES_NEW)
  public void release(String me) {
    sql.update(
        "update run_lease set owner = null, execution_id = null, expires_at = null"
            + " where name = 'pipeline' and owner = ?",
        me);
  }

  public Optional<Execution> execution(long executionId) {
    return sql.first(RunStore::execution, EXECUTION + " where e.jobexecutionid = ?", executionId);
  }

  /** Returns executions with a smaller number, newest first. */
  public List<Execution> before(long executionId, int limit) {
    return sql.list(
        RunStore::execution,
        EXECUTION
            + " where e.jobexecutionid < ? order by e.jobexecutionid desc"
            + " fetch first ? rows only",
        executionId,
        limit);
  }

  /** Returns the newest execution of an instance. */
  public Optional<Execution> newestOf(long instanceId) {
    return sql.first(
        RunStore::execution,
        EXECUTION
            + " where e.jobinstanceid = ? order by e.jobexecutionid desc fetch first 1 rows only",
        instanceId);
  }

  /** Returns the newest execution of each of these instances, by their numbers. */
  public Map<Long, Execution> newestByInstance(Collection<Long> instanceIds) {
    return sql
        .listIn(
            RunStore::execution,
            EXECUTION
                + " where e.jobexecutionid in (select max(x.jobexecutionid) from job_execution x"
                + " where x.jobinstanceid in (#) group by x.jobinstanceid)",
            instanceIds)
        .stream()
        .collect(Collectors.toMap(Execution::instanceId, e -> e));
  }

  /** Returns the newest execution of any of these jobs. */
  public Optional<Execution> newestOf(List<String> jobs) {
    return sql
        .listIn(
            RunStore::execution,
            EXECUTION
                + " where e.jobexecutionid = (select max(x.jobexecutionid) from job_execution x"
                + " join job_instance n on n.jobinstanceid = x.jobinstanceid where n.jobname in (#))",
            jobs)
        .stream()
        .findFirst();
  }

  /**
   * Returns executions that the repository believes to be under way, oldest first.
   *
   * @param butOf jobs whose executions are looked after elsewhere, at least one
   */
  public List<Execution> underWay(Collection<String> butOf) {
    List<Object> parameters = new ArrayList<>(butOf);
    parameters.addAll(List.of(RunStatus.STARTING, RunStatus.STARTED, RunStatus.STOPPING));
    return sql.list(
        RunStore::execution,
        EXECUTION
            + " where i.jobname not in (%s)".formatted("?, ".repeat(butOf.size() - 1) + "?")
            + " and e.batchstatus in (?, ?, ?) order by e.jobexecutionid",
        parameters.toArray());
  }

  /** Returns the number of the newest execution, 0 where there is none. */
  public long newest() {
    return sql.number("select coalesce(max(jobexecutionid), 0) from job_execution");
  }

  /** Returns the executions that began after one, oldest first. */
  public List<Execution> after(long executionId) {
    return sql.list(
        RunStore::execution,
        EXECUTION + " where e.jobexecutionid > ? order by e.jobexecutionid",
        executionId);
  }

  /**
   * Writes down that an execution, which nobody runs, and the steps that it was in have failed.
   *
   * @return whether it was believed to be under way
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean breakOff(long executionId, Instant now) {
    sql.update(
        "update step_execution set batchstatus = ?, endtime = ? where jobexecutionid = ?"
            + " and batchstatus in (?, ?, ?)",
        RunStatus.FAILED,
        Timestamp.from(now),
        executionId,
        RunStatus.STARTING,
        RunStatus.STARTED,
        RunStatus.STOPPING);
    return sql.update(
            "update job_execution set batchstatus = ?, exitstatus = ?, endtime = ?"
                + " where jobexecutionid = ? and batchstatus in (?, ?, ?)",
            RunStatus.FAILED,
            RunStatus.FAILED,
            Timestamp.from(now),
            executionId,
            RunStatus.STARTING,
            RunStatus.STARTED,
            RunStatus.STOPPING)
        == 1;
  }

  /** Says how much a step has to do; what it had done before a restart stays counted. */
  @Transactional(TxType.REQUIRED)
  public void expect(long instanceId, String step, int part, long total, String unit) {
    if (sql.update(
            "update run_progress set total = ?, unit = ?"
                + " where instance_id = ? and step = ? and part = ?",
            total,
            unit,
            instanceId,
            step,
            part)
        == 0) {
      sql.update(
          "insert into run_progress (instance_id, step, part, done, total, unit)"
              + " values (?, ?, ?, 0, ?, ?)",
          instanceId,
          step,
          part,
          total,
          unit);
    }
  }

  /** Counts items as done, in the transaction that did them. */
  public void advance(long instanceId, String step, int part, long items) {
    sql.update(
        "update run_progress set done = done + ? where instance_id = ? and step = ? and part = ?",
        items,
        instanceId,
        step,
        part);
  }

  /** Keeps a message for the administrator, whatever becomes of the caller's transaction. */
  @Transactional(TxType.REQUIRES_NEW)
  public void message(long executionId, String step, Words words, Instant now) {
    sql.update(
        "insert into run_message (execution_id, step, at, message) values (?, ?, ?, ?)",
        executionId,
        step,
        now,
        words.text());
  }

  private static Execution execution(ResultSet row) throws SQLException {
    return new Execution(
        row.getLong("jobexecutionid"),
        row.getLong("jobinstanceid"),
        row.getString("jobname"),
        RunStatus.valueOf(row.getString("batchstatus")),
        row.getString("jobparameters"),
        localInstant(row, "createtime"),
        localInstant(row, "starttime"),
        localInstant(row, "endtime"));
  }

  /**
   * JBeret's own columns: on some databases a stamp with time zone, on others one in the time zone
   * of the JVM. Only the old Timestamp reads both.
   */
  static Optional<Instant> localInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
