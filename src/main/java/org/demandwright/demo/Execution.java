package org.demandwright.demo;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One execution of a job as the server tells it. */
record Execution(
    long id, long instance, String job, String status, String message, List<Step> steps) {
  /** The job that the demo runs. */
  static final String NIGHTLY = "nightly";

  private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");

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
        json.getString("message", ""),
        json.containsKey("steps")
            ? json.getJsonArray("steps").stream()
                .map(JsonValue::asJsonObject)
                .map(Step::of)
                .toList()
            : List.of());
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
