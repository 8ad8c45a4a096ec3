package org.demandwright.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.app.run.JobRun.Note;
import org.demandwright.app.run.JobRun.Severity;
import org.demandwright.core.Words;
import org.demandwright.store.run.RunDetailStore;
import org.demandwright.store.run.RunStatus;

/**
 * Tells errors from warnings: what a step that failed had to say ended the run, what any other step
 * said is a warning that the run went on after.
 */
final class RunNotes {
  private static final Words WITHOUT_MESSAGE = Words.of("run.without-message");

  private RunNotes() {}

  /** Returns the notes of an execution; one that failed has an error at least. */
  static List<Note> of(
      RunStatus status,
      List<RunDetailStore.StepExecution> steps,
      List<RunDetailStore.Message> messages) {
    Set<String> failed =
        steps.stream()
            .filter(s -> s.status() == RunStatus.FAILED)
            .map(RunDetailStore.StepExecution::step)
            .collect(Collectors.toSet());
    List<Note> notes = new ArrayList<>();
    messages.stream()
        .distinct()
        .map(m -> new Note(severity(failed, m.step()), m.step(), m.words()))
        .forEach(notes::add);
    if (status == RunStatus.FAILED
        && notes.stream().noneMatch(n -> n.severity() == Severity.ERROR)) {
      notes.add(new Note(Severity.ERROR, "", WITHOUT_MESSAGE));
    }
    return notes;
  }

  private static Severity severity(Set<String> failed, String step) {
    return failed.contains(step) ? Severity.ERROR : Severity.WARNING;
  }
}
