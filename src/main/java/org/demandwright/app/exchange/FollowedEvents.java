package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.app.Announcement;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.JobRun;
import org.demandwright.app.run.JobRuns;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.Roles;
import org.demandwright.store.exchange.HappeningLog;
import org.demandwright.store.plan.OverrideStore;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/**
 * What happens, for those who follow it while it does: each hears of what they could read, and of
 * nothing else. All of it is read from the store, so that it does not matter on which member it
 * happened.
 */
@ApplicationScoped
@Transactional
public class FollowedEvents {
  /** Who may read runs of jobs and send files, if they may see everything. */
  public static final Set<String> READERS_OF_RUNS = Set.of(Roles.ADMIN);

  /** Who may read exports. */
  public static final Set<String> READERS_OF_EXPORTS =
      Set.of(Roles.API, Roles.PLANNER, Roles.ADMIN);

  private final HappeningLog happenings;
  private final ForecastPlans plans;
  private final OverrideStore overrides;
  private final Exports exports;
  private final RunStore runs;
  private final JobRuns jobRuns;

  @Inject
  FollowedEvents(
      HappeningLog happenings,
      ForecastPlans plans,
      OverrideStore overrides,
      Exports exports,
      RunStore runs,
      JobRuns jobRuns) {
    this.happenings = happenings;
    this.plans = plans;
    this.overrides = overrides;
    this.exports = exports;
    this.runs = runs;
    this.jobRuns = jobRuns;
  }

  FollowedEvents() {
    this(null, null, null, null, null, null);
  }

  /** Who follows, as they were let in. */
  public record Follower(String name, Set<String> roles, DataScope scope) {
    public Follower {
      roles = Set.copyOf(roles);
    }

    /** Returns whether they hear of runs of jobs and of files. */
    public boolean looksAfterAll() {
      return isAnyOf(READERS_OF_RUNS) && scope.isUnrestricted();
    }

    private boolean isAnyOf(Set<String> some) {
      return roles.stream().anyMatch(some::contains);
    }
  }

  /** What happened, with what there is to know of it. */
  public record Happened(long position, String kind, Instant at, JsonObject facts) {
    static Happened of(HappeningLog.Entry entry) {
      try (JsonReader reader = Json.createReader(new StringReader(entry.facts()))) {
        return new Happened(
            entry.position(), entry.kind(), entry.happenedAt(), reader.readObject());
      }
    }
  }

  /** How far a run was when it was looked at. */
  public record Progress(
      long executionId,
      String job,
      RunStatus status,
      String step,
      long done,
      long total,
      String unit) {

    static Progress of(JobRun run) {
      Optional<JobRun.Step> now =
          run.steps().stream()
              .filter(step -> step.endedAt().isEmpty())
              .max(Comparator.comparing(step -> step.startedAt().orElseThrow()))
              .or(() -> run.steps().stream().reduce((before, last) -> last));
      return new Progress(
          run.executionId(),
          run.job(),
          run.status(),
          now.map(JobRun.Step::name).orElse(""),
          now.map(JobRun.Step::done).orElse(0L),
          now.map(JobRun.Step::total).orElse(0L),
          now.map(JobRun.Step::unit).orElse(""));
    }
  }

  /** Returns where the feed begins and ends. */
  public HappeningLog.Ends ends() {
    return happenings.ends();
  }

  /** Returns what happened behind a position, in order. */
  public List<Happened> after(long position, int limit) {
    return happenings.after(position, limit).stream().map(Happened::of).toList();
  }

  /** Returns whether somebody may hear of it: they could read what it is about just now. */
  public boolean isFor(Happened happened, Follower follower) {
    JsonObject facts = happened.facts();
    return Announcement.Kind.of(happened.kind())
        .map(
            kind ->
                switch (kind.audience()) {
                  case PLAN -> readsPlan(facts, follower);
                  case OVERRIDE -> readsPlan(facts, follower) && readsOverride(facts, follower);
                  case RUN, FILE -> follower.looksAfterAll();
                  case EXPORT -> readsExport(facts, follower);
                  case WEBHOOK -> false;
                })
        .orElse(false);
  }

  private boolean readsPlan(JsonObject facts, Follower follower) {
    String name = facts.getString("plan");
    return plans.plans().stream()
        .anyMatch(plan -> plan.name().equals(name) && plan.isReadBy(follower.roles()));
  }

  private boolean readsOverride(JsonObject facts, Follower follower) {
    long overrideId = facts.getJsonNumber("overrideId").longValueExact();
    return overrides.find(follower.scope(), overrideId).isPresent();
  }

  private boolean readsExport(JsonObject facts, Follower follower) {
    Optional<String> asker =
        Optional.of(follower.name()).filter(name -> !follower.roles().contains(Roles.ADMIN));
    return follower.isAnyOf(READERS_OF_EXPORTS)
        && exports
            .find(follower.scope(), asker, facts.getJsonNumber("exportId").longValueExact())
            .isPresent();
  }

  /**
   * How far the runs were when they were looked at.
   *
   * @param newest the number of the newest run that there was
   * @param progress by the number of the run
   */
  public record RunsSeen(long newest, Map<Long, Progress> progress) {
    Set<Long> underWay() {
      return progress.values().stream()
          .filter(run -> !run.status().ended())
          .map(Progress::executionId)
          .collect(Collectors.toSet());
    }
  }

  /**
   * Returns how far the runs are that are under way, those that were when they were looked at
   * before, and those that began and ended in between.
   */
  public RunsSeen runs(Optional<RunsSeen> before) {
    long newest = runs.newest();
    Map<Long, RunStore.Execution> looked = new TreeMap<>();
    runs.underWay(List.of("")).forEach(run -> looked.put(run.executionId(), run));
    before.ifPresent(
        seen -> {
          runs.after(seen.newest()).forEach(run -> looked.put(run.executionId(), run));
          seen.underWay().stream()
              .filter(id -> !looked.containsKey(id))
              .forEach(id -> runs.execution(id).ifPresent(run -> looked.put(id, run)));
        });
    Map<Long, Progress> progress = new TreeMap<>();
    if (!looked.isEmpty()) {
      jobRuns
          .of(List.copyOf(looked.values()))
          .forEach(run -> progress.put(run.executionId(), Progress.of(run)));
    }
    return new RunsSeen(newest, progress);
  }
}
