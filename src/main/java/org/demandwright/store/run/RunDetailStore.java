package org.demandwright.store.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.demandwright.core.Words;
import org.demandwright.store.sql.Sql;

/**
 * What runs did and said: their steps, how far each came, their messages. It is asked for many runs
 * at once, so that a page of runs takes as many statements as one run.
 */
@ApplicationScoped
public class RunDetailStore {
  private final Sql sql;

  @Inject
  public RunDetailStore(Sql sql) {
    this.sql = sql;
  }

  RunDetailStore() {
    this(null);
  }

  /** A step of an execution. */
  public record StepExecution(
      String step,
      RunStatus status,
      String exception,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {}

  /** How far a step is, over all its partitions and restarts. */
  public record Progress(long done, long total, String unit) {
    /** Of a step that counts nothing, or has not begun. */
    public static final Progress NONE = new Progress(0, 0, "");
  }

  /** What a step had to say. */
  public record Message(String step, Words words) {}

  private record Of<T>(long run, T what) {}

  /** Returns the steps of executions by their numbers, in the order in which they began. */
  public Map<Long, List<StepExecution>> steps(Collection<Long> executionIds) {
    return byRun(
        sql.listIn(
            row -> new Of<>(row.getLong("jobexecutionid"), step(row)),
            "select jobexecutionid, stepname, batchstatus, executionexception, starttime, endtime"
                + " from step_execution where jobexecutionid in (#) order by stepexecutionid",
            executionIds));
  }

  /** Returns the steps of all executions of an instance. */
  public List<StepExecution> stepsOfInstance(long instanceId) {
    return sql.list(
        RunDetailStore::step,
        "select s.stepname, s.batchstatus, s.executionexception, s.starttime, s.endtime"
            + " from step_execution s join job_execution e"
            + " on e.jobexecutionid = s.jobexecutionid where e.jobinstanceid = ?"
            + " order by s.stepexecutionid",
        instanceId);
  }

  /** Returns those of the instances in any execution of which a step was completed. */
  public Set<Long> completed(Collection<Long> instanceIds, String step) {
    return Set.copyOf(
        sql.listIn(
            row -> row.getLong(1),
            "select distinct e.jobinstanceid from step_execution s join job_execution e"
                + " on e.jobexecutionid = s.jobexecutionid where s.stepname = ?"
                + " and s.batchstatus = ? and e.jobinstanceid in (#)",
            instanceIds,
            step,
            RunStatus.COMPLETED));
  }

  /** Returns the progress of each step of instances, by their numbers and the names of steps. */
  public Map<Long, Map<String, Progress>> progress(Collection<Long> instanceIds) {
    Map<Long, Map<String, Progress>> all = new HashMap<>();
    sql.listIn(
        row ->
            all.computeIfAbsent(row.getLong(1), run -> new TreeMap<>())
                .put(
                    row.getString(2),
                    new Progress(row.getLong(3), row.getLong(4), row.getString(5))),
        "select instance_id, step, sum(done), sum(total), max(unit) from run_progress"
            + " where instance_id in (#) group by instance_id, step",
        instanceIds);
    return all;
  }

  /** Returns the messages of executions by their numbers, oldest first. */
  public Map<Long, List<Message>> messages(Collection<Long> executionIds) {
    return byRun(
        sql.listIn(
            row ->
                new Of<>(
                    row.getLong(1), new Message(row.getString(2), Words.parse(row.getString(3)))),
            "select execution_id, step, message from run_message where execution_id in (#)"
                + " order by at",
            executionIds));
  }

  /** What a step had to say, and when. */
  public record Said(Instant at, String step, Words words) {}

  /** Returns the last messages of an execution, newest first. */
  public List<Said> said(long executionId, int most) {
    return sql.list(
        row ->
            new Said(
                Sql.instant(row, "at").orElseThrow(),
                row.getString("step"),
                Words.parse(row.getString("message"))),
        "select at, step, message from run_message where execution_id = ?"
            + " order by at desc, step desc, message desc fetch first ? rows only",
        executionId,
        most);
  }

  private static <T> Map<Long, List<T>> byRun(List<Of<T>> rows) {
    return rows.stream().collect(groupingBy(Of::run, mapping(Of::what, toList())));
  }

  private static StepExecution step(ResultSet row) throws SQLException {
    return new StepExecution(
        row.getString("stepname"),
        RunStatus.valueOf(row.getString("batchstatus")),
        row.getString("executionexception"),
        RunStore.localInstant(row, "starttime"),
        RunStore.localInstant(row, "endtime"));
  }
}
