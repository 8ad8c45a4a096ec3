package org.demandwright.demo;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.stream.Collectors;
import org.demandwright.file.FileAccount;

/** The summary as a table for the eye. */
final class SummaryTable {
  private final StringBuilder text = new StringBuilder();

  private SummaryTable() {}

  /** Returns the table, one line a fact. */
  static String of(Summary summary) {
    SummaryTable table = new SummaryTable();
    table.row("job", summary.run().status());
    summary.run().notes().forEach(n -> table.row(n.severity(), n.step() + ": " + n.text()));
    summary.files().forEach(load -> table.file(load.account()));
    summary.server().ifPresent(table::server);
    summary
        .peakMemory()
        .ifPresent(kib -> table.row("server memory", format("%,.0f MiB at most", kib / 1024.0)));
    table.row("time", format("%.0f s in all", summary.seconds()));
    summary.contradictions().forEach(c -> table.row("CONTRADICTION", c));
    return table.text.toString();
  }

  private void file(FileAccount file) {
    row("file", file.fileName() + " (" + file.profile() + ")");
    row(
        "file rows",
        format(
                "%,d = %,d loaded + %,d quarantined",
                file.rows(), file.loaded(), file.quarantinedRows())
            + (file.quarantined().isEmpty() ? "" : " " + file.quarantined()));
    if (file.linesNotUtf8() > 0) {
      row(
          "file text",
          format("%,d lines are not UTF-8, read as Windows-1252", file.linesNotUtf8()));
    }
  }

  private void server(JsonObject s) {
    JsonObject version = s.getJsonObject("version");
    row(
        "lines",
        format(
            "%,d = %,d used + %,d excluded + %,d quarantined + %,d open",
            s.getJsonNumber("linesInErp").longValue(),
            s.getJsonNumber("linesUsed").longValue(),
            Summary.count(s, "excluded"),
            Summary.count(s, "quarantined"),
            s.getJsonNumber("linesOpen").longValue()));
    row("excluded", counts(s, "excluded"));
    row("quarantined", counts(s, "quarantined"));
    row(
        "forecast",
        format(
            "%s of %d, from %s; knows demand before %s",
            version.getString("bucket", "?"),
            version.getInt("horizon", 0),
            version.getString("origin", "?"),
            version.getString("dataAsOf", "?")));
    row(
        "series",
        format("%,d, and %,d failed", version.getInt("series", 0), version.getInt("failed", 0)));
    notRecommended(version.getJsonObject("notRecommended"));
    row("verdicts", counts(s, "verdicts"));
    row("models", counts(s, "models"));
    row("", format("%12s %12s %12s %12s", "WAPE", "RMSSE", "cumWAPE", "bias"));
    row("Demandwright", errors(s.getJsonObject("product")));
    row("seasonal naive", errors(s.getJsonObject("seasonalNaive")));
    row(
        "quantiles",
        "below p10 "
            + percent(s, "below10")
            + " (perfect 10 %), up to p90 "
            + percent(s, "upTo90")
            + " (perfect 90 %)");
    for (JsonValue stage : s.getJsonArray("stages")) {
      stage(stage.asJsonObject());
    }
    row("version", version.get("versionId") + " " + version.getString("status", "?"));
    if (version.containsKey("heldBecause")) {
      String draft = version.getString("status", "?").equals("DRAFT") ? "draft" : "held back";
      row(draft, version.getString("heldBecause", ""));
    }
    row("content hash", version.getString("contentHash", "none"));
  }

  private void notRecommended(JsonObject n) {
    if (n != null && n.getInt("series", 0) > 0) {
      row(
          "not recommended",
          format("%,d series", n.getInt("series"))
              + Summary.number(n, "share")
                  .map(v -> format(", %.1f %% of the units", 100 * v))
                  .orElse("")
              + ": their figures are left out unless asked for (include=notRecommended)");
    }
  }

  private void stage(JsonObject stage) {
    row(
        "stage",
        format("%-20s ", stage.getString("step", "?"))
            + Summary.number(stage, "seconds").map(v -> format("%8.1f s", v)).orElse("       ?  ")
            + format(
                " %,11d %s",
                Summary.number(stage, "items").orElse(0.0).longValue(),
                stage.getString("unit", "")));
  }

  private static String errors(JsonObject errors) {
    return figure(errors, "wape")
        + figure(errors, "rmsse")
        + figure(errors, "cumWape")
        + figure(errors, "bias");
  }

  private static String figure(JsonObject errors, String name) {
    return Summary.number(errors, name)
        .map(value -> format("%12.4f ", value))
        .orElse("           ? ");
  }

  private static String percent(JsonObject object, String name) {
    return Summary.number(object, name).map(v -> format("%.1f %%", 100 * v)).orElse("unknown");
  }

  private static String counts(JsonObject summary, String name) {
    String counts =
        summary.getJsonArray(name).stream()
            .map(JsonValue::asJsonObject)
            .map(c -> c.getString("name") + format(" %,d", c.getJsonNumber("count").longValue()))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "none" : counts;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private void row(String label, String value) {
    text.append(format("  %-16s %s", label, value).stripTrailing()).append('\n');
  }
}
