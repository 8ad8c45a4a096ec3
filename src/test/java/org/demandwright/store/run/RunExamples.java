package org.demandwright.store.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.store.JobTables;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;

/** What the stores of runs do. */
public final class RunExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private RunExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(PlanStore.class, Does.RETURN_WHAT_WAS_WRITTEN, RunExamples::plan),
        new StoreExample<>(RunDayStore.class, Does.RETURN_WHAT_WAS_WRITTEN, RunExamples::day),
        new StoreExample<>(
            ScheduleStore.class, Does.RETURN_WHAT_WAS_WRITTEN, RunExamples::schedule),
        new StoreExample<>(ScheduleStore.class, Does.FORGET, RunExamples::scheduleGone),
        new StoreExample<>(RunStore.class, Does.RETURN_WHAT_WAS_WRITTEN, RunExamples::runs),
        new StoreExample<>(RunStore.class, Does.PAGE_IN_ORDER, RunExamples::pageOfRuns),
        new StoreExample<>(
            RunDetailStore.class, Does.RETURN_WHAT_WAS_WRITTEN, RunExamples::details),
        new StoreExample<>(RunDetailStore.class, Does.PAGE_IN_ORDER, RunExamples::lastMessages));
  }

  private static void plan(PlanStore plans, Stores stores) {
    PlanStore.Plan always = plans.find(PlanStore.DEFAULT).orElseThrow();
    assertThat(always.own()).isEqualTo(PlanStore.Own.NONE);
    PlanStore.Act ann = new PlanStore.Act(NOW, "ann");
    PlanStore.Own own =
        new PlanStore.Own(
            "for the board",
            PlanSettings.of("WEEK", "9", "mean", "Naive,Theta"),
            new PlanStore.Rules(Optional.of(30), Optional.of(9), Optional.of(75)),
            Set.of("ADMIN", "PLANNER"));
    assertThat(plans.settle(always, own, Optional.of(7L), ann)).isTrue();
    assertThat(plans.settle(always, own, Optional.of(8L), ann)).as("not as it was seen").isFalse();
    PlanStore.Plan settled =
        new PlanStore.Plan(
            PlanStore.DEFAULT, own, Optional.of(7L), Optional.of(ann), Optional.empty(), 1);
    assertThat(plans.find(PlanStore.DEFAULT)).contains(settled);
    assertThat(plans.settle(settled, PlanStore.Own.NONE, Optional.empty(), ann)).isTrue();
    assertThat(plans.find(PlanStore.DEFAULT).orElseThrow().own()).isEqualTo(PlanStore.Own.NONE);

    assertThat(plans.add("board", own, ann)).isTrue();
    assertThat(plans.add("board", PlanStore.Own.NONE, ann)).as("there is one").isFalse();
    PlanStore.Plan board = plans.find("board").orElseThrow();
    assertThat(board.own()).isEqualTo(own);
    assertThat(plans.retire(board, Optional.of(ann))).isTrue();
    assertThat(plans.retire(board, Optional.empty())).as("not as it was seen").isFalse();
    assertThat(plans.find("board").orElseThrow().retired()).contains(ann);
    assertThat(plans.all())
        .extracting(PlanStore.Plan::name)
        .containsExactly(PlanStore.DEFAULT, "board");
  }

  private static void day(RunDayStore days, Stores stores) {
    assertThat(days.today(1, DAY)).isEqualTo(DAY);
    assertThat(days.today(1, DAY.plusDays(1))).as("a restart keeps it").isEqualTo(DAY);
    assertThat(days.asOf(1)).isEmpty();
    assertThat(days.latest()).isEmpty();
    RunDayStore.AsOf asOf = new RunDayStore.AsOf(DAY, Optional.of(Bucket.MONTH));
    days.fix(1, asOf);
    days.today(2, DAY.plusDays(2));
    assertThat(days.asOf(1)).contains(asOf);
    assertThat(days.asOf(2)).isEmpty();
    assertThat(days.latest()).contains(DAY);
  }

  private static void schedule(ScheduleStore schedules, Stores stores) {
    ScheduleStore.Terms terms =
        new ScheduleStore.Terms(
            "nightly",
            Map.of("plan", "board", "asOf", "today"),
            "0 2 * * *",
            "Europe/Berlin",
            "22:00-04:00",
            ScheduleStore.Missed.SKIP);
    Optional<ScheduleStore.Act> ann = Optional.of(new ScheduleStore.Act(NOW, "ann"));
    assertThat(schedules.add("board", terms, Optional.of(NOW), ann)).isTrue();
    assertThat(schedules.add("board", terms, Optional.empty(), ann)).as("there is one").isFalse();
    ScheduleStore.Entry first = schedules.find("board").orElseThrow();
    assertThat(first)
        .isEqualTo(
            new ScheduleStore.Entry(
                "board", terms, false, false, Optional.of(NOW), Optional.empty(), ann, 0));
    assertThat(schedules.due(NOW.minusSeconds(1))).isEmpty();
    assertThat(schedules.due(NOW)).containsExactly(first);

    Instant next = NOW.plusSeconds(60);
    assertThat(schedules.move(first, Optional.of(next))).isTrue();
    assertThat(schedules.move(first, Optional.of(next))).as("another's firing").isFalse();
    ScheduleStore.Firing firing = new ScheduleStore.Firing(NOW, Optional.of(7L), "so");
    schedules.fired("board", firing);
    ScheduleStore.Entry moved = schedules.find("board").orElseThrow();
    assertThat(moved.nextFire()).contains(next);
    assertThat(moved.last()).contains(firing);

    ScheduleStore.Entry paused =
        new ScheduleStore.Entry(
            "board", terms, true, true, Optional.empty(), moved.last(), Optional.empty(), 1);
    assertThat(schedules.settle(moved, paused)).isTrue();
    assertThat(schedules.settle(moved, paused)).as("not as it was seen").isFalse();
    assertThat(schedules.all()).containsExactly(paused);
    assertThat(schedules.due(next)).isEmpty();
  }

  private static void scheduleGone(ScheduleStore schedules, Stores stores) {
    ScheduleStore.Terms terms =
        new ScheduleStore.Terms(
            "nightly", Map.of(), "0 2 * * *", "UTC", "", ScheduleStore.Missed.RUN_ONCE);
    schedules.add("nightly", terms, Optional.of(NOW), Optional.empty());
    ScheduleStore.Entry seen = schedules.find("nightly").orElseThrow();
    assertThat(seen.configured()).isTrue();
    assertThat(schedules.delete(seen)).isTrue();
    assertThat(schedules.delete(seen)).isFalse();
    assertThat(schedules.find("nightly")).isEmpty();
  }

  private static void runs(RunStore runs, Stores stores) {
    JobTables.run(stores.sql(), 11, 1, "nightly", "publish", RunStatus.FAILED);
    JobTables.run(stores.sql(), 12, 1, "nightly", "publish", RunStatus.COMPLETED);
    JobTables.run(stores.sql(), 21, 2, "import", "read", RunStatus.STARTED);
    RunStore.Execution run = runs.execution(12).orElseThrow();
    assertThat(List.of(run.instanceId(), run.job(), run.status()))
        .containsExactly(1L, "nightly", RunStatus.COMPLETED);
    assertThat(runs.newestOf(1)).contains(run);
    assertThat(runs.newestOf(List.of("nightly", "none"))).contains(run);
    assertThat(runs.newestByInstance(Set.of(1L, 3L))).isEqualTo(Map.of(1L, run));
    assertThat(runs.underWay(List.of("import", "export"))).isEmpty();
    assertThat(runs.underWay(List.of("another")))
        .extracting(RunStore.Execution::executionId)
        .containsExactly(21L);
    assertThat(runs.breakOff(21, NOW)).isTrue();
    assertThat(runs.breakOff(21, NOW.plusSeconds(1))).as("it has ended").isFalse();
    assertThat(runs.breakOff(12, NOW)).isFalse();
    assertThat(runs.underWay(List.of("another"))).isEmpty();
    assertThat(runs.execution(21).orElseThrow().endedAt()).contains(NOW);
    assertThat(new RunDetailStore(stores.sql()).stepsOfInstance(2))
        .extracting(RunDetailStore.StepExecution::status)
        .containsExactly(RunStatus.FAILED);
    lease(runs);
  }

  private static void lease(RunStore runs) {
    Duration minute = Duration.ofMinutes(1);
    assertThat(runs.claim(Optional.empty(), "me", minute, NOW)).isTrue();
    assertThat(runs.claim(Optional.empty(), "you", minute, NOW)).as("taken").isFalse();
    assertThat(runs.leaseFor("me", 12)).isTrue();
    assertThat(runs.leaseFor("you", 11)).isFalse();
    assertThat(runs.renew("me", minute, NOW.plusSeconds(5))).isTrue();
    assertThat(runs.lease())
        .isEqualTo(
            new RunStore.Lease(
                Optional.of("me"), Optional.of(12L), Optional.of(NOW.plusSeconds(65))));
    runs.release("you");
    assertThat(runs.lease().owner()).contains("me");
    assertThat(runs.claim(Optional.of("me"), "you", minute, NOW)).as("taken over").isTrue();
    runs.release("you");
    assertThat(runs.lease())
        .isEqualTo(new RunStore.Lease(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static void pageOfRuns(RunStore runs, Stores stores) {
    for (long run = 1; run <= 5; run++) {
      JobTables.run(stores.sql(), run, run, "nightly", "publish", RunStatus.COMPLETED);
    }
    assertThat(followed(9L, runs::before, RunStore.Execution::executionId))
        .extracting(RunStore.Execution::executionId)
        .containsExactly(5L, 4L, 3L, 2L, 1L);
  }

  private static void lastMessages(RunDetailStore details, Stores stores) {
    RunStore runs = new RunStore(stores.sql());
    for (int second : new int[] {2, 3, 1}) {
      runs.message(7, "read", Words.literal("said " + second), NOW.plusSeconds(second));
    }
    assertThat(details.said(7, 2))
        .extracting(RunDetailStore.Said::words)
        .containsExactly(Words.literal("said 3"), Words.literal("said 2"));
  }

  private static void details(RunDetailStore details, Stores stores) {
    JobTables.run(stores.sql(), 11, 1, "nightly", "publish", RunStatus.FAILED);
    JobTables.run(stores.sql(), 12, 1, "nightly", "publish", RunStatus.COMPLETED);
    JobTables.run(stores.sql(), 21, 2, "nightly", "publish", RunStatus.FAILED);
    new RunStore(stores.sql()).expect(1, "publish", 3, 5, "series");
    assertThat(details.steps(List.of(11L, 21L, 99L))).containsOnlyKeys(11L, 21L);
    assertThat(details.stepsOfInstance(1))
        .extracting(RunDetailStore.StepExecution::status)
        .containsExactly(RunStatus.FAILED, RunStatus.COMPLETED);
    assertThat(details.completed(List.of(1L, 2L), "publish")).containsExactly(1L);
    assertThat(details.progress(List.of(1L, 2L)))
        .isEqualTo(
            Map.of(
                1L, Map.of("publish", new RunDetailStore.Progress(20, 15, "series")),
                2L, Map.of("publish", new RunDetailStore.Progress(10, 10, "series"))));
    assertThat(details.said(12, 9))
        .containsExactly(
            new RunDetailStore.Said(Instant.EPOCH, "publish", Words.literal("ten of run 12")));
    new RunStore(stores.sql()).message(12, "publish", Words.literal("more"), NOW);
    assertThat(details.said(12, 1))
        .extracting(RunDetailStore.Said::words)
        .containsExactly(Words.literal("more"));
    assertThat(details.messages(List.of(21L)).get(21L)).hasSize(1);
    stores.sql().update("delete from run_message where at = ?", NOW);
    assertThat(details.messages(List.of(12L)))
        .isEqualTo(
            Map.of(
                12L,
                List.of(new RunDetailStore.Message("publish", Words.literal("ten of run 12")))));
  }
}
