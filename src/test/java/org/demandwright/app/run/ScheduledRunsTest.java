package org.demandwright.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demandwright.app.Clock;
import org.demandwright.app.Expected;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.store.JobTables;
import org.demandwright.store.Stores;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;
import org.demandwright.store.run.ScheduleStore;
import org.demandwright.store.run.ScheduleStore.Missed;
import org.demandwright.store.run.ScheduleStore.Terms;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What schedules start, by whom it is kept, and what becomes of firings that were missed. */
class ScheduledRunsTest {
  private static final String ANN = "ann";

  private final HandClock clock = new HandClock();
  private final List<String> started = new ArrayList<>();

  private Stores stores;
  private ScheduleStore store;
  private RunStore runs;
  private ForecastPlans plans;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    JobTables.create(stores.sql());
    store = new ScheduleStore(stores.sql());
    runs = new RunStore(stores.sql());
    plans =
        new ForecastPlans(
            new PlanStore(stores.sql()),
            new Settings(new GivenConfig(Map.of())),
            clock,
            stores.audit());
    clock.now = Instant.parse("2026-07-10T12:00:00Z");
  }

  @Test
  void theConfigurationMakesTheFirstScheduleAndItFollowsIt() {
    member(Map.of("dw.schedule.cron", "0 3 * * *")).startIfDue();
    assertThat(keep().schedule("nightly").entry().configured()).isTrue();
    assertThat(next("nightly")).isEqualTo("2026-07-11T03:00:00Z");

    member(Map.of("dw.schedule.cron", "0 4 * * *")).startIfDue();
    assertThat(next("nightly")).isEqualTo("2026-07-11T04:00:00Z");

    Terms other = terms("nightly", Map.of(), "0 5 * * *", "", Missed.RUN_ONCE);
    keep().change("nightly", other, Expected.anything(), ANN);
    member(Map.of("dw.schedule.cron", "0 6 * * *")).startIfDue();
    assertThat(next("nightly")).as("a person's word counts").isEqualTo("2026-07-11T05:00:00Z");

    keep().delete("nightly", Expected.anything());
    member(Map.of("dw.schedule.cron", "0 6 * * *")).startIfDue();
    assertThat(next("nightly")).as("the configuration's again").isEqualTo("2026-07-11T06:00:00Z");
    assertThatThrownBy(() -> keep().delete("nightly", Expected.anything()))
        .hasMessageContaining("Pause it");
  }

  @Test
  void ofTwoMembersOneStartsAFiringAndTheDayIsThatOfTheZone() {
    ScheduledRuns one = member(Map.of());
    ScheduledRuns two = member(Map.of());
    one.startIfDue();
    clock.now = Instant.parse("2026-07-11T02:30:04Z");
    one.startIfDue();
    two.startIfDue();

    assertThat(started).containsExactly("nightly asOf=2026-07-11");
    assertThat(keep().schedule("nightly").entry().last().orElseThrow().executionId()).contains(1L);
    assertThat(next("nightly")).isEqualTo("2026-07-12T02:30:00Z");
  }

  @Test
  void whatIsDueTogetherIsStartedOneAfterTheOther() {
    new SettlePlan(new PlanStore(stores.sql()), plans, stores.audit(), clock)
        .create("board", Map.of(), ANN);
    ScheduledRuns member = member(Map.of());
    member.startIfDue();
    keep()
        .create(
            "months",
            terms("forecast-plan", Map.of("plan", "board"), "30 2 * * *", "", Missed.RUN_ONCE),
            ANN);
    clock.now = Instant.parse("2026-07-11T02:30:04Z");
    member.startIfDue();
    assertThat(started).hasSize(1);
    String second = started.get(0).startsWith("nightly") ? "months" : "nightly";
    assertThat(keep().schedule(second).waits()).isTrue();

    clock.now = Instant.parse("2026-07-11T06:00:00Z");
    member.startIfDue();
    assertThat(started).as("the first still runs").hasSize(1);
    end();
    member.startIfDue();
    assertThat(started).hasSize(2);
    assertThat(started.toString()).contains("nightly asOf", "forecast-plan", "plan=board");
    assertThat(next("months")).isEqualTo("2026-07-12T02:30:00Z");
  }

  @Test
  void aMissedFiringIsMadeUpForOnceOrLeftOut() {
    ScheduledRuns member = member(Map.of("dw.schedule.cron", "0 0 1 1 *"));
    keep().create("once", terms("purge-history", Map.of(), "0 * * * *", "", Missed.RUN_ONCE), ANN);
    keep().create("never", terms("import-sales", Map.of(), "0 * * * *", "", Missed.SKIP), ANN);
    clock.now = Instant.parse("2026-07-10T16:30:00Z");
    member.startIfDue();
    end();
    member.startIfDue();

    assertThat(started).containsExactly("purge-history");
    assertThat(next("once")).isEqualTo("2026-07-10T17:00:00Z");
    assertThat(next("never")).isEqualTo("2026-07-10T17:00:00Z");
    assertThat(keep().schedule("never").entry().last().orElseThrow().said()).isEqualTo("missed");
    clock.now = Instant.parse("2026-07-10T17:00:03Z");
    member.startIfDue();
    end();
    member.startIfDue();
    assertThat(started)
        .as("on time")
        .containsExactly("purge-history", "import-sales", "purge-history");
  }

  @Test
  void nothingStartsWithinABlackoutNotEvenWhatWaited() {
    ScheduledRuns member = member(Map.of("dw.schedule.cron", "0 0 1 1 *"));
    Terms terms = terms("purge-history", Map.of(), "0 13 * * *", "14:00-18:00", Missed.RUN_ONCE);
    keep().create("once", terms, ANN);
    clock.now = Instant.parse("2026-07-10T15:00:00Z");
    member.startIfDue();
    assertThat(started).isEmpty();
    assertThat(keep().schedule("once").entry().nextFire())
        .contains(Instant.parse("2026-07-10T18:00:00Z"));
    clock.now = Instant.parse("2026-07-10T18:00:00Z");
    member.startIfDue();
    assertThat(started).hasSize(1);
  }

  @Test
  void aPausedScheduleStartsNothingAndGoesOnFromWhenItIsResumed() {
    ScheduledRuns member = member(Map.of());
    member.startIfDue();
    Expected<ScheduleRecord> running = now -> refuseIf(now.entry().paused());
    keep().pause("nightly", running, ANN);
    assertThat(keep().schedule("nightly").next()).isEmpty();
    assertThatThrownBy(() -> keep().pause("nightly", running, ANN))
        .extracting(e -> ((Refused) e).kind())
        .isEqualTo(Refused.Kind.STALE);
    clock.now = Instant.parse("2026-07-12T12:00:00Z");
    member.startIfDue();
    assertThat(started).isEmpty();

    ScheduleRecord resumed = keep().resume("nightly", Expected.anything(), ANN);
    assertThat(resumed.next()).hasSize(5).first().hasToString("2026-07-13T02:30:00Z");
    assertThat(resumed.entry().configured()).isTrue();
    assertThat(resumed.entry().changed().orElseThrow().by()).isEqualTo(ANN);
  }

  @Test
  void whatCannotBeStartedIsRefusedAtOnce() {
    assertRefused(terms("nightly", Map.of(), "nightly", "", Missed.SKIP), "cron cannot be read");
    assertRefused(
        terms("nightly", Map.of(), "0 2 * * *", "8-18", Missed.SKIP), "blackouts cannot be read");
    assertRefused(
        terms("nightly", Map.of(), "0 2 * * *", "00:00-24:00", Missed.SKIP), "no time to come");
    assertRefused(
        terms("nightly", Map.of(), "0 2 * * *", "00:00-24:00", Missed.RUN_ONCE), "leave no time");
    assertRefused(terms("weekly", Map.of(), "0 2 * * *", "", Missed.SKIP), "There is no job");
    assertRefused(
        terms("nightly", Map.of("plan", "moon"), "0 2 * * *", "", Missed.SKIP),
        "There is no plan 'moon'");
    assertRefused(
        terms("nightly", Map.of("asOf", "tomorrow"), "0 2 * * *", "", Missed.SKIP), "asOf is");
    assertThat(keep().all()).isEmpty();
  }

  private void assertRefused(Terms terms, String because) {
    assertThatThrownBy(() -> keep().create("one", terms, ANN))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(because);
  }

  private static Terms terms(
      String job, Map<String, String> parameters, String cron, String blackouts, Missed missed) {
    return new Terms(job, parameters, cron, "UTC", blackouts, missed);
  }

  @Test
  void ofTwoWhoMakeTheSameInTheSameMomentOneIsRefused() throws Exception {
    SettlePlan settle = new SettlePlan(new PlanStore(stores.sql()), plans, stores.audit(), clock);
    Terms terms = terms("import-sales", Map.of(), "0 * * * *", "", Missed.SKIP);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 50; i++) {
        String name = "n" + i;
        assertOneIsRefused(two, () -> settle.create(name, Map.of(), ANN));
        assertOneIsRefused(two, () -> keep().create(name, terms, ANN));
      }
    } finally {
      two.shutdownNow();
    }
  }

  private static void assertOneIsRefused(ExecutorService two, Runnable make) throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Optional<Refused.Kind>> attempt =
        () -> {
          together.await();
          try {
            make.run();
            return Optional.empty();
          } catch (Refused refused) {
            return Optional.of(refused.kind());
          }
        };
    List<Optional<Refused.Kind>> became = new ArrayList<>();
    for (Future<Optional<Refused.Kind>> one : two.invokeAll(List.of(attempt, attempt))) {
      became.add(one.get());
    }
    assertThat(became)
        .containsExactlyInAnyOrder(Optional.empty(), Optional.of(Refused.Kind.CONFLICT));
  }

  private static void refuseIf(boolean other) {
    if (other) {
      throw new Refused(Refused.Kind.STALE, "another one");
    }
  }

  private String next(String schedule) {
    return keep().schedule(schedule).next().get(0).toString();
  }

  private KeepSchedules keep() {
    return new KeepSchedules(store, plans, stores.audit(), clock);
  }

  private ScheduledRuns member(Map<String, String> config) {
    Settings settings = new Settings(new GivenConfig(new HashMap<>(config)));
    RunLease lease = new RunLease(runs, clock);
    JobControl jobs =
        new JobControl(
            new NotedLauncher(),
            lease,
            runs,
            new JobRuns(runs, new RunDetailStore(stores.sql()), clock),
            plans,
            stores.audit(),
            clock);
    return new ScheduledRuns(store, jobs, lease, settings, clock);
  }

  private void end() {
    stores.sql().update("update run_lease set owner = null, execution_id = null");
  }

  /** Notes what is started; it runs until the lease is given back. */
  private final class NotedLauncher implements JobLauncher {
    @Override
    public long start(String job, Map<String, String> parameters) {
      Map<String, String> told = new HashMap<>(parameters);
      told.remove("partitions");
      List<String> words = told.entrySet().stream().map(Object::toString).sorted().toList();
      started.add((job + " " + String.join(" ", words)).strip());
      long id = started.size();
      JobTables.run(stores.sql(), id, id, job, "publish", RunStatus.STARTED);
      stores.sql().update("update run_lease set expires_at = timestamp '2030-01-01 00:00:00'");
      return id;
    }

    @Override
    public long restart(long executionId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void stop(long executionId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void abandon(long executionId) {
      throw new AssertionError("the timer gives nothing up");
    }

    @Override
    public boolean busy() {
      return false;
    }
  }

  private static final class HandClock extends Clock {
    private Instant now;

    @Override
    public Instant now() {
      return now;
    }
  }
}
