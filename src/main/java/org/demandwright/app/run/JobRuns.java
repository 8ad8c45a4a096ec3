package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.app.Clock;
import org.demandwright.store.run.RunStore;

/** Puts together what an administrator sees of one run. */
@ApplicationScoped
public class JobRuns {
  private final RunStore runs;
  private final Clock clock;

  @Inject
  JobRuns(RunStore runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  JobRuns() {
    this(null, null);
  }

  public JobRun of(RunStore.Execution e) {
    boolean newest =
        runs.newestOf(e.instanceId()).map(n -> n.executionId() == e.executionId()).orElse(false);
    boolean broken = e.status().equals("FAILED") || e.status().equals("STOPPED");
    Map<String, RunStore.Progress> progress = runs.progress(e.instanceId());
    List<RunStore.StepExecution> executed = runs.steps(e.executionId());
    List<JobRun.Step> steps = executed.stream().map(s -> step(s, progress)).toList();
    return new JobRun(
        e.executionId(),
        e.instanceId(),
        e.job(),
        e.status(),
        RunNotes.of(e.status(), executed, runs.messages(e.executionId())),
        parameters(e.parameters()),
        e.createdAt(),
        e.startedAt(),
        e.endedAt(),
        steps,
        e.status().equals("STARTED") || e.status().equals("STARTING"),
        broken && newest);
  }

  private JobRun.Step step(RunStore.StepExecution s, Map<String, RunStore.Progress> progress) {
    RunStore.Progress p = progress.getOrDefault(s.step(), new RunStore.Progress(0, 0, ""));
    boolean running = s.endedAt().isEmpty() && s.status().equals("STARTED");
    Instant until = s.endedAt().orElseGet(clock::now);
    double seconds =
        s.startedAt().map(t -> Duration.between(t, until).toMillis() / 1000.0).orElse(0.0);
    double perSecond = seconds > 0 ? p.done() / seconds : 0;
    Optional<Long> left =
        running && perSecond > 0 && p.total() > p.done()
            ? Optional.of(Math.round((p.total() - p.done()) / perSecond))
            : Optional.empty();
    return new JobRun.Step(
        s.step(),
        s.status(),
        p.done(),
        p.total(),
        p.unit(),
        perSecond,
        left,
        s.startedAt(),
        s.endedAt());
  }

  private static Map<String, String> parameters(String lines) {
    Map<String, String> parameters = new TreeMap<>();
    if (lines != null) {
      lines
          .lines()
          .map(line -> line.split(" = ", 2))
          .filter(pair -> pair.length == 2)
          .forEach(pair -> parameters.put(pair[0].trim(), pair[1].trim()));
    }
    return parameters;
  }
}
