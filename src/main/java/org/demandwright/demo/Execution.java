package org.demandwright.demo;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One execution of a job as the server tells it. */
record Execution(
    long id, long instance, String job, String status, List<Note> notes, List<Step> steps) {
  /** The job that the demo runs. */
  static final String NIGHTLY = "nightly";

  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");

  /**
   * What the run had to say.
   *
   * @param severity WARNING or ERROR
   */
  record Note(String severity, String step, String text) {
    static Note of(JsonObject json) {
      return new Note(
          json.getString("severity"), json.getString("step", ""), json.getString("text"));
    }
  }

  /**
   * One step.
   *
   * @param total 0 while unknown
   */
  record Step(
      String name,
      String status,
      long done,
      long total,
      String unit,
      double perSecond,
      Optional<Long> secondsLeft) {

    static Step of(JsonObject json) {
      return new Step(
          json.getString("name"),
          json.getString("status", ""),
          json.getJsonNumber("done").longValue(),
          json.getJsonNumber("total").longValue(),
          json.getString("unit", ""),
          number(json, "perSecond").map(JsonNumber::doubleValue).orElse(0.0),
          number(json, "secondsLeft").map(JsonNumber::longValue));
    }

    boolean ended() {
      return ENDED.contains(status);
    }
  }

  static Execution of(JsonObject json) {
    return new Execution(
        json.getJsonNumber("executionId").longValue(),
        json.getJsonNumber("instanceId").longValue(),
        json.getString("job"),
        json.getString("status"),
        objects(json, "notes").map(Note::of).toList(),
        objects(json, "steps").map(Step::of).toList());
  }

  private static Stream<JsonObject> objects(JsonObject json, String name) {
    return json.containsKey(name)
        ? json.getJsonArray(name).stream().map(JsonValue::asJsonObject)
        : Stream.empty();
  }

  private static Optional<JsonNumber> number(JsonObject json, String name) {
    return json.get(name) instanceof JsonNumber number ? Optional.of(number) : Optional.empty();
  }

  boolean nightly() {
    return job.equals(NIGHTLY);
  }

  boolean ended() {
    return ENDED.contains(status);
  }

  boolean completed() {
    return status.equals("COMPLETED");
  }
}
