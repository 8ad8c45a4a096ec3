package org.demandwright.demo;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileLoad;

/**
 * What a run came to: the server's own summary, and what only the demo knows.
 *
 * @param server the server's summary of the version, absent if the run made none
 * @param files what was loaded, the newest first; none for a generated ERP
 * @param peakMemory the server's VmHWM, KiB
 * @param seconds from the start of the demo to the end of the run
 */
record Summary(
    Execution run,
    Optional<JsonObject> server,
    List<FileLoad> files,
    OptionalLong peakMemory,
    double seconds) {

  /** Returns what does not add up; empty where every row is accounted for. */
  List<String> contradictions() {
    List<String> found = new ArrayList<>();
    server.ifPresent(
        s -> {
          long lines = s.getJsonNumber("linesInErp").longValue();
          long known =
              s.getJsonNumber("linesUsed").longValue()
                  + count(s, "excluded")
                  + count(s, "quarantined")
                  + s.getJsonNumber("linesOpen").longValue();
          if (lines != known) {
            found.add(lines + " lines in the ERP, but " + known + " accounted for");
          }
          long loaded = files.stream().mapToLong(FileLoad::standing).sum();
          if (!files.isEmpty() && loaded != lines) {
            found.add(loaded + " rows loaded, but " + lines + " in the ERP's view");
          }
        });
    return found;
  }

  /** Returns whether the job completed, made a version and every row is accounted for. */
  boolean good() {
    return run.completed() && server.isPresent() && contradictions().isEmpty();
  }

  static long count(JsonObject summary, String name) {
    return summary.getJsonArray(name).stream()
        .mapToLong(c -> c.asJsonObject().getJsonNumber("count").longValue())
        .sum();
  }

  /** Returns the text of {@code summary.json}: the server's fields and beside them the demo's. */
  String toJson() {
    JsonObjectBuilder json =
        server.map(Json::createObjectBuilder).orElseGet(Json::createObjectBuilder);
    json.add(
        "run",
        Json.createObjectBuilder()
            .add("executionId", run.id())
            .add("status", run.status())
            .add("notes", notes()));
    files.stream().findFirst().ifPresent(newest -> json.add("file", account(newest.account())));
    JsonArrayBuilder loaded = Json.createArrayBuilder();
    files.forEach(f -> loaded.add(account(f.account())));
    json.add("files", loaded);
    peakMemory.ifPresent(kib -> json.add("serverPeakMemoryKiB", kib));
    json.add("secondsInAll", Math.round(seconds * 10) / 10.0);
    JsonArrayBuilder contradictions = Json.createArrayBuilder();
    contradictions().forEach(contradictions::add);
    json.add("contradictions", contradictions);
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.writeObject(json.build());
    }
    return text.append('\n').toString();
  }

  private JsonArrayBuilder notes() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Execution.Note note : run.notes()) {
      array.add(
          Json.createObjectBuilder()
              .add("severity", note.severity())
              .add("step", note.step())
              .add("text", note.text()));
    }
    return array;
  }

  private static JsonObjectBuilder account(FileAccount file) {
    return Json.createObjectBuilder()
        .add("name", file.fileName())
        .add("sha256", file.sha256())
        .add("profile", file.profile())
        .add("rows", file.rows())
        .add("loaded", file.loaded())
        .add("excluded", counts(file.excluded()))
        .add("quarantined", counts(file.quarantined()))
        .add("linesNotUtf8", file.linesNotUtf8())
        .add("physicalLines", file.lines().physical())
        .add("lines", lines(file));
  }

  private static JsonArrayBuilder lines(FileAccount file) {
    Map<String, Long> lines = new LinkedHashMap<>();
    file.lines().classes().forEach((lineClass, count) -> lines.put(lineClass.name(), count));
    return counts(lines);
  }

  private static JsonArrayBuilder counts(Map<String, Long> counts) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    counts.forEach(
        (name, count) ->
            array.add(Json.createObjectBuilder().add("name", name).add("count", count)));
    return array;
  }

  /** Returns a number of the server's summary, empty where the server could not measure it. */
  static Optional<Double> number(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value instanceof JsonNumber n ? Optional.of(n.doubleValue()) : Optional.empty();
  }
}
