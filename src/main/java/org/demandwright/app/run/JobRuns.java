package org.demandwright.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.app.Clock;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunDetailStore.Message;
import org.demandwright.store.run.RunDetailStore.Progress;
import org.demandwright.store.run.RunDetailStore.StepExecution;
import org.demandwright.store.run.RunStatus;
import org.demandwright.store.run.RunStore;

/** Puts together what an administrator sees of runs. */
@ApplicationScoped
public class JobRuns {
  private final RunStore runs;
  private final RunDetailStore details;
  private final Clock clock;

  @Inject
  JobRuns(RunStore runs, RunDetailStore details, Clock clock) {
    this.runs = runs;
    this.details = details;
    this.clock = clock;
  }

  JobRuns() {
    this(null, null, null);
  }

  public JobRun of(RunStore.Execution e) {
    return of(List.of(e)).get(0);
  }

  /** Returns runs in the order of their executions. */
  public List<JobRun> of(List<RunStore.Execution> executions) {
    List<Long> numbers = executions.stream().map(RunStore.Execution::executionId).toList();
    Set<Long> instances =
        executions.stream().map(RunStore.Execution::instanceId).collect(Collectors.toSet());
    var newest = runs.newestByInstance(instances);
    var progress = details.progress(instances);
    var steps = details.steps(numbers);
    var messages = details.messages(numbers);
    return executions.stream()
        .map(
            e ->
                run(
                    e,
                    newest.get(e.instanceId()).executionId() == e.executionId(),
                    steps.getOrDefault(e.executionId(), List.of()),
                    progress.getOrDefault(e.instanceId(), Map.of()),
                    messages.getOrDefault(e.executionId(), List.of())))
        .toList();
  }

  private JobRun run(
      RunStore.Execution e,
      boolean newest,
      List<StepExecution> steps,
      Map<String, Progress> progress,
      List<Message> messages) {
    return new JobRun(
        e.executionId(),
        e.instanceId(),
        e.job(),
        e.status(),
        RunNotes.of(e.status(), steps, messages),
        parameters(e.parameters()),
        e.createdAt(),
        e.startedAt(),
        e.endedAt(),
        steps.stream().map(s -> step(s, progress)).toList(),
        e.status().stoppable(),
        e.status().broken() && newest);
  }

  private JobRun.Step step(StepExecution s, Map<String, Progress> progress) {
    Progress p = progress.getOrDefault(s.step(), Progress.NONE);
    boolean running = s.endedAt().isEmpty() && s.status() == RunStatus.STARTED;
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

  /** Returns the parameters of a run as the batch runtime writes them, a line each. */
  public static Map<String, String> parameters(String lines) {
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
