package org.demandwright.store;

import java.time.Instant;
import org.demandwright.core.Words;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;
import org.demandwright.store.sql.Sql;

/** What the batch runtime would have made, as far as it is read here. */
public final class JobTables {
  private static final String RUNS =
      "create table job_instance (jobinstanceid bigint, jobname varchar(80))";

  private static final String EXECUTIONS =
      "create table job_execution (jobexecutionid bigint, jobinstanceid bigint,"
          + " batchstatus varchar(30), exitstatus varchar(200), jobparameters varchar(200),"
          + " createtime timestamp, starttime timestamp, endtime timestamp)";

  private static final String STEPS =
      "create table step_execution (stepexecutionid bigint, jobexecutionid bigint,"
          + " stepname varchar(80), batchstatus varchar(30), executionexception varchar(200),"
          + " starttime timestamp, endtime timestamp)";

  private JobTables() {}

  /** Makes the tables; no run is in them. */
  public static void create(Sql sql) {
    sql.update(RUNS);
    sql.update(EXECUTIONS);
    sql.update(STEPS);
  }

  /**
   * Writes down an execution of an instance with one step, which has done ten of ten, and said so.
   */
  public static void run(
      Sql sql, long executionId, long instanceId, String job, String step, RunStatus status) {
    RunStore runs = new RunStore(sql);
    if (runs.newestOf(instanceId).isEmpty()) {
      sql.update("insert into job_instance values (?, ?)", instanceId, job);
    }
    sql.update(
        "insert into job_execution (jobexecutionid, jobinstanceid, batchstatus)"
            + " values (?, ?, ?)",
        executionId,
        instanceId,
        status);
    sql.update(
        "insert into step_execution (stepexecutionid, jobexecutionid, stepname, batchstatus)"
            + " values (?, ?, ?, ?)",
        executionId,
        executionId,
        step,
        status);
    runs.expect(instanceId, step, 0, 10, "series");
    runs.advance(instanceId, step, 0, 10);
    runs.message(executionId, step, Words.literal("ten of run " + executionId), Instant.EPOCH);
  }
}
