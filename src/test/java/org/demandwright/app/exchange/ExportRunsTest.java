package org.demandwright.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demandwright.app.Announcement;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.run.SideLauncher;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.store.JobTables;
import org.demandwright.store.Stores;
import org.demandwright.store.exchange.ExportStore;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;
import org.demandwright.store.run.WorkStatus;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportRunsTest {
  private final List<String> started = new ArrayList<>();
  private final HandClock clock = new HandClock();
  private boolean busy;
  private Refused refusal;
  private Stores stores;
  private ExportStore exports;
  private ExportRuns runs;
  private final List<Announcement> told = new ArrayList<>();

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    JobTables.create(stores.sql());
    exports = new ExportStore(stores.sql());
    runs = member();
  }

  private ExportRuns member() {
    return new ExportRuns(
        exports,
        new ExportFailures(exports, told::add),
        new RunStore(stores.sql()),
        new RunDetailStore(stores.sql()),
        new NotedLauncher(),
        new Settings(new GivenConfig(Map.of("dw.exports.keep-days", "1"))),
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
      return busy;
    }
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-01-05T02:00:00Z");

    @Override
    public Instant now() {
      return now;
    }
  }

  private long ordered() {
    return exports.add(new ExportStore.Order("ann", clock.now(), 1, "default", "raw=true", ""));
  }

  private WorkStatus status(long id) {
    return exports.find(id).orElseThrow().status();
  }

  private void written(long id) {
    exports.finish(id, new ExportStore.Content(0, 0, "00"), clock.now());
    busy = false;
  }

  @Test
  void a_member_writes_one_after_the_other() {
    long first = ordered();
    long second = ordered();
    runs.beat();
    runs.beat();
    assertThat(started).containsExactly("export-forecasts {exportId=" + first + "}");
    assertThat(status(second)).isEqualTo(WorkStatus.WAITING);
    written(first);
    runs.beat();
    assertThat(started).hasSize(2);
    assertThat(status(second)).isEqualTo(WorkStatus.RUNNING);
  }

  @Test
  void what_another_member_left_behind_goes_on_when_its_lease_is_over() {
    long id = ordered();
    exports.claim(exports.find(id).orElseThrow(), "elsewhere/1/1", clock.now.plusSeconds(30));
    exports.begin(id, 11, "", new byte[] {1});
    JobTables.run(stores.sql(), 11, 1, ExportRuns.JOB, "write-export", RunStatus.STARTED);
    JobTables.run(stores.sql(), 12, 1, ExportRuns.JOB, "write-export", RunStatus.STARTED);
    runs.beat();
    assertThat(started).isEmpty();
    clock.now = clock.now.plusSeconds(31);
    runs.beat();
    assertThat(started).containsExactly("restart 12");
    runs.beat();
    assertThat(started).as("it is written now").hasSize(1);
  }

  @Test
  void a_job_that_broke_off_without_a_word_is_taken_up() {
    long id = ordered();
    runs.beat();
    busy = false;
    runs.beat();
    runs.beat();
    assertThat(started).hasSize(2);
    assertThat(status(id)).isEqualTo(WorkStatus.RUNNING);
  }

  @Test
  void one_that_cannot_be_begun_waits_or_fails() {
    long id = ordered();
    refusal = Refused.unavailable("not now", Duration.ZERO);
    runs.beat();
    assertThat(status(id)).isEqualTo(WorkStatus.WAITING);
    refusal = new Refused(Refused.Kind.CONFLICT, "never");
    runs.beat();
    assertThat(status(id)).isEqualTo(WorkStatus.FAILED);
    assertThat(exports.find(id).orElseThrow().failedBecause()).contains(Words.literal("never"));
  }

  @Test
  void whoever_asked_is_told_what_its_run_said_last() {
    long id = ordered();
    runs.beat();
    Words said = Words.of("run.export-version-removed", 1);
    new RunStore(stores.sql()).message(7, "write-export", said, clock.now());
    runs.failed(id, 7);
    assertThat(exports.find(id).orElseThrow().failedBecause()).contains(said);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).kind()).isEqualTo(Announcement.Kind.EXPORT_FAILED);
    assertThat(told.get(0).facts())
        .containsEntry("exportId", id)
        .containsEntry("askedBy", "ann")
        .hasEntrySatisfying(
            "because", because -> assertThat((String) because).startsWith("Version 1 "));
    runs.failed(id, 7);
    assertThat(told).as("it is told once").hasSize(1);
  }

  @Test
  void a_server_that_closes_leaves_its_export_for_the_next_start() {
    long id = ordered();
    runs.beat();
    runs.close();
    runs.failed(id, 7);
    assertThat(status(id)).isEqualTo(WorkStatus.RUNNING);
    busy = false;
    member().beat();
    assertThat(started).as("at the next start").hasSize(2);
  }

  @Test
  void what_ended_long_ago_is_removed() {
    long id = ordered();
    runs.beat();
    written(id);
    clock.now = clock.now.plusSeconds(86_401);
    runs.beat();
    assertThat(exports.find(id)).isEmpty();
  }
}
