package org.demandwright.server;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * When a run was in which of its steps.
 *
 * @param steps in the order in which they ran
 * @param whole from the start of the run to its end
 */
public record RunTimes(List<Span> steps, Span whole) {

  /** From when to when something ran. */
  public record Span(String name, Instant from, Instant to) {
    public double seconds() {
      return Duration.between(from, to).toMillis() / 1e3;
    }
  }

  public static RunTimes of(JsonPath run) {
    List<Span> steps = new ArrayList<>();
    List<Map<String, String>> told = run.getList("steps");
    told.forEach(s -> steps.add(span(s.get("name"), s.get("startedAt"), s.get("endedAt"))));
    return new RunTimes(
        steps, span("in all", run.getString("startedAt"), run.getString("endedAt")));
  }

  private static Span span(String name, String from, String to) {
    return new Span(name, Instant.parse(from), Instant.parse(to));
  }

  /** Returns one step. */
  public Span step(String name) {
    return steps.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }
}
