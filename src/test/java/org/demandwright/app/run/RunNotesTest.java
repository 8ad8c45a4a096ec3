package org.demandwright.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.app.run.JobRun.Note;
import org.demandwright.app.run.JobRun.Severity;
import org.demandwright.core.Words;
import org.demandwright.store.run.RunDetailStore.Message;
import org.demandwright.store.run.RunDetailStore.StepExecution;
import org.demandwright.store.run.RunStatus;
import org.junit.jupiter.api.Test;

class RunNotesTest {
  private static final Message RIGHTS =
      new Message("check-source", Words.literal("The user may UPDATE."));
  private static final Message DOWN =
      new Message("import-sales", Words.literal("The database went down."));

  @Test
  void what_a_run_went_on_after_is_a_warning() {
    assertThat(
            RunNotes.of(
                RunStatus.COMPLETED,
                List.of(step("check-source", RunStatus.COMPLETED)),
                List.of(RIGHTS)))
        .containsExactly(
            new Note(Severity.WARNING, "check-source", Words.literal("The user may UPDATE.")));
    assertThat(
            RunNotes.of(
                RunStatus.STARTED,
                List.of(step("check-source", RunStatus.STARTED)),
                List.of(RIGHTS)))
        .extracting(Note::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void what_ended_the_run_is_an_error_and_said_once() {
    List<StepExecution> steps =
        List.of(step("check-source", RunStatus.COMPLETED), step("import-sales", RunStatus.FAILED));
    assertThat(RunNotes.of(RunStatus.FAILED, steps, List.of(RIGHTS, DOWN, DOWN)))
        .extracting(Note::severity, note -> note.said(Wordbook.english()))
        .containsExactly(
            tuple(Severity.WARNING, "check-source: The user may UPDATE."),
            tuple(Severity.ERROR, "import-sales: The database went down."));
  }

  @Test
  void a_run_that_failed_without_a_word_has_an_error_beside_its_warnings() {
    assertThat(
            RunNotes.of(
                RunStatus.FAILED,
                List.of(step("check-source", RunStatus.COMPLETED)),
                List.of(RIGHTS)))
        .extracting(Note::severity)
        .containsExactly(Severity.WARNING, Severity.ERROR);
    assertThat(RunNotes.of(RunStatus.COMPLETED, List.of(), List.of())).isEmpty();
  }

  private static StepExecution step(String name, RunStatus status) {
    return new StepExecution(name, status, null, Optional.empty(), Optional.empty());
  }
}
