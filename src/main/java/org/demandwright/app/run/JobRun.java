package org.demandwright.app.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.app.Wordbook;
import org.demandwright.core.Words;
import org.demandwright.store.run.RunStatus;

/**
 * One execution of a batch job as an administrator sees it.
 *
 * @param executionId identity of this execution
 * @param instanceId identity that a run keeps over its restarts
 * @param job name of the job
 * @param status its batch status
 * @param notes what went wrong or is worth a look, and what to do; empty while there is nothing
 * @param parameters job parameters that were given
 * @param steps in the order in which they began
 * @param stoppable whether {@link JobControl#stop} makes sense now
 * @param restartable whether {@link JobControl#restart} makes sense now
 */
public record JobRun(
    long executionId,
    long instanceId,
    String job,
    RunStatus status,
    List<Note> notes,
    Map<String, String> parameters,
    Optional<Instant> createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    List<Step> steps,
    boolean stoppable,
    boolean restartable) {

  /**
   * One step.
   *
   * @param name the step's id
   * @param status its batch status
   * @param done items done
   * @param total items to do, 0 while unknown
   * @param unit what an item is: "lines", "series", …
   * @param perSecond items a second since the step began
   * @param secondsLeft estimated, empty while unknown or when it has ended
   */
  public record Step(
      String name,
      RunStatus status,
      long done,
      long total,
      String unit,
      double perSecond,
      Optional<Long> secondsLeft,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {}

  /** How bad it is. */
  public enum Severity {
    /** The run went on: look at it by day. */
    WARNING,
    /** The run ended because of it. */
    ERROR
  }

  /**
   * What a step had to say.
   *
   * @param step the step's id, empty where the run as a whole is meant
   */
  public record Note(Severity severity, String step, Words words) {
    /** Returns it as one sentence. */
    public String said(Wordbook wordbook) {
      String text = wordbook.say(words);
      return step.isEmpty() ? text : step + ": " + text;
    }
  }

  public JobRun {
    notes = List.copyOf(notes);
    parameters = Map.copyOf(parameters);
    steps = List.copyOf(steps);
  }

  /** Returns all notes, one below the other; empty where there is none. */
  public String message(Wordbook wordbook) {
    return notes.stream().map(note -> note.said(wordbook)).collect(Collectors.joining("\n"));
  }

  /** Returns the worst of the notes, empty where there is none. */
  public Optional<Severity> severity() {
    return notes.stream().map(Note::severity).max(Comparator.naturalOrder());
  }

  /** Returns whether the run has come to an end, good or bad. */
  public boolean ended() {
    return status.ended();
  }
}
