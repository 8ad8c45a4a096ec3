package org.demandwright.console.forecast;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.demand.Bucket;

/** Axes, legend and tooltip of the chart of a series. */
final class ChartOptions {
  private ChartOptions() {}

  static JsonObjectBuilder of(String uom, Bucket bucket) {
    return Json.createObjectBuilder()
        .add("responsive", true)
        .add("maintainAspectRatio", false)
        .add("animation", false)
        .add("interaction", object("mode", "index").add("intersect", false))
        .add("plugins", plugins())
        .add(
            "scales",
            Json.createObjectBuilder()
                .add("x", periods())
                .add("y", units(Texts.of("chart.axis." + bucket, uom)))
                .add("share", shares()));
  }

  private static JsonObjectBuilder plugins() {
    JsonObjectBuilder labels = Json.createObjectBuilder().add("boxWidth", 18).add("boxHeight", 3);
    return Json.createObjectBuilder()
        .add("legend", object("position", "bottom").add("labels", labels));
  }

  private static JsonObjectBuilder periods() {
    return Json.createObjectBuilder()
        .add("grid", Json.createObjectBuilder().add("display", false))
        .add(
            "ticks",
            Json.createObjectBuilder()
                .add("autoSkip", true)
                .add("maxTicksLimit", 10)
                .add("maxRotation", 0));
  }

  private static JsonObjectBuilder units(String title) {
    return Json.createObjectBuilder()
        .add("beginAtZero", true)
        .add("title", Json.createObjectBuilder().add("display", true).add("text", title));
  }

  /** The hidden axis of the stock-out shading, 0–1 from bottom to top. */
  private static JsonObjectBuilder shares() {
    return Json.createObjectBuilder().add("display", false).add("min", 0).add("max", 1);
  }

  private static JsonObjectBuilder object(String name, String value) {
    return Json.createObjectBuilder().add(name, value);
  }
}
