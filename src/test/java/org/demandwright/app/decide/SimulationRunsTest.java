package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.Unavailable;
import org.demandwright.app.run.SideLauncher;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.JobTables;
import org.demandwright.store.Stores;
import org.demandwright.store.decide.AnySimulation;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;
import org.demandwright.store.run.WorkStatus;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulationRunsTest {
  private final List<String> started = new ArrayList<>();
  private final HandClock clock = new HandClock();
  private boolean busy;
  private Refused refusal;
  private Stores stores;
  private SimulationStore simulations;
  private SimulationRuns runs;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    JobTables.create(stores.sql());
    simulations = new SimulationStore(stores.sql());
    runs =
        new SimulationRuns(
            simulations,
            new RunStore(stores.sql()),
            new RunDetailStore(stores.sql()),
            new NotedLauncher(),
            clock);
  }

  /** Notes what is started; it runs until the test says otherwise. */
  private final class NotedLauncher implements SideLauncher {
    @Override
    public long startBeside(String job, Map<String, String> parameters) {
      return note(job + " " + parameters);
    }

    @Override
    public long restartBeside(String job, long executionId) {
      return note("restart " + executionId);
    }

    private long note(String what) {
      if (refusal != null) {
        throw refusal;
      }
      started.add(what);
      busy = true;
      return started.size();
    }

    @Override
    public boolean busyBeside(String job) {
      return job.equals(SimulationRuns.JOB) && busy;
    }
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-01-05T02:00:00Z");

    @Override
    public Instant now() {
      return now;
    }
  }

  private long asked() {
    return simulations.add(AnySimulation.order("ann", DataScope.unrestricted(), clock.now()));
  }

  private WorkStatus status(long id) {
    return simulations.find(id).orElseThrow().status();
  }

  @Test
  void a_member_works_on_one_after_the_other() {
    long first = asked();
    long second = asked();
    runs.beat();
    runs.beat();
    assertThat(started).containsExactly("simulate {simulationId=" + first + "}");
    assertThat(status(second)).isEqualTo(WorkStatus.WAITING);
    simulations.finish(first, "abc", clock.now());
    busy = false;
    runs.beat();
    assertThat(started).hasSize(2);
    assertThat(status(second)).isEqualTo(WorkStatus.RUNNING);
  }

  @Test
  void a_deleted_one_that_is_still_at_work_is_waited_for() {
    long first = asked();
    asked();
    runs.beat();
    simulations.remove(first);
    runs.beat();
    assertThat(started).hasSize(1);
    busy = false;
    runs.beat();
    assertThat(started).hasSize(2);
  }

  @Test
  void what_another_member_left_behind_goes_on_when_its_lease_is_over() {
    long id = asked();
    simulations.claim(
        simulations.find(id).orElseThrow(), "elsewhere/1/1", clock.now.plusSeconds(30));
    simulations.begin(id, 11);
    JobTables.run(stores.sql(), 11, 1, SimulationRuns.JOB, "replay-stock", RunStatus.STARTED);
    JobTables.run(stores.sql(), 12, 1, SimulationRuns.JOB, "replay-stock", RunStatus.STARTED);
    runs.beat();
    assertThat(started).isEmpty();
    clock.now = clock.now.plusSeconds(31);
    runs.beat();
    assertThat(started).containsExactly("restart 12");
  }

  @Test
  void one_that_cannot_be_begun_now_waits_and_one_that_never_can_fails() {
    long id = asked();
    refusal = Refused.unavailable("The server starts.", Unavailable.SOON);
    runs.beat();
    assertThat(status(id)).isEqualTo(WorkStatus.WAITING);
    refusal = new Refused(Refused.Kind.CONFLICT, "It cannot be restarted.");
    runs.beat();
    assertThat(simulations.find(id).orElseThrow().failedBecause())
        .contains(Words.literal("It cannot be restarted."));
  }

  @Test
  void a_job_that_ends_otherwise_says_why_and_one_of_a_closing_server_stays() {
    long id = asked();
    runs.beat();
    runs.failed(id, 1);
    assertThat(simulations.find(id).orElseThrow().failedBecause())
        .contains(Words.of("decide.simulate.stopped"));
    long other = asked();
    runs.close();
    runs.failed(other, 2);
    assertThat(status(other)).isEqualTo(WorkStatus.WAITING);
  }
}
