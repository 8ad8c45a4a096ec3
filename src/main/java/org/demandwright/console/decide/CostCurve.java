package org.demandwright.console.decide;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.app.decide.Simulations.Compared;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.decide.simulate.Outcome;
import org.demandwright.core.decide.simulate.SimulationQuestion;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.store.decide.SimulationResultStore.Result;

/**
 * What ways of ordering cost against the fill rate that they reach, as the configuration of a
 * Chart.js chart: a line for each way, along its knobs, with a dot at the one that was chosen.
 */
final class CostCurve {
  private static final double DIGITS = 1e4;
  private static final double LINE = 2;
  private static final int DOT = 6;
  private static final List<String> COLORS =
      List.of("#1d5fd1", "#12805c", "#b5179e", "#c2410c", "#6b7280", "#7c3aed", "#0e7490");

  private CostCurve() {}

  /** Returns the JSON, in which no character can end the script element around it. */
  static String of(List<Compared> curve, String currency) {
    return json(curve, currency).toString().replace("<", "\\u003c").replace(">", "\\u003e");
  }

  private static JsonObject json(List<Compared> curve, String currency) {
    Map<WayOfOrdering, List<Result>> ways = new LinkedHashMap<>();
    curve.stream()
        .map(Compared::result)
        .filter(r -> r.currency().equals(currency))
        .filter(r -> List.of("", SimulationQuestion.PUBLISHED).contains(r.tried().method()))
        .forEach(r -> ways.computeIfAbsent(r.tried().way(), w -> new ArrayList<>()).add(r));
    JsonArrayBuilder layers = Json.createArrayBuilder();
    ways.forEach((way, results) -> layers.add(layer(way, results)));
    return Json.createObjectBuilder()
        .add("type", "line")
        .add("data", Json.createObjectBuilder().add("datasets", layers))
        .add("options", options(currency))
        .build();
  }

  private static JsonObjectBuilder layer(WayOfOrdering way, List<Result> results) {
    String color = COLORS.get(way.ordinal() % COLORS.size());
    JsonArrayBuilder data = Json.createArrayBuilder();
    JsonArrayBuilder dots = Json.createArrayBuilder();
    results.stream()
        .sorted(Comparator.comparingDouble((Result r) -> r.tested().fillRate()))
        .forEach(
            r -> {
              data.add(point(r.tested()));
              dots.add(r.chosen() ? DOT : 0);
            });
    return Json.createObjectBuilder()
        .add("type", "line")
        .add("label", Texts.of("simulations.way." + way))
        .add("data", data)
        .add("borderColor", color)
        .add("backgroundColor", color)
        .add("pointRadius", dots)
        .add("borderWidth", LINE)
        .add("listed", true);
  }

  private static JsonObjectBuilder point(Outcome outcome) {
    return Json.createObjectBuilder()
        .add("x", Math.rint(100 * outcome.fillRate() * DIGITS) / DIGITS)
        .add("y", outcome.money().total());
  }

  private static JsonObjectBuilder options(String currency) {
    return Json.createObjectBuilder()
        .add("responsive", true)
        .add("maintainAspectRatio", false)
        .add("animation", false)
        .add(
            "plugins",
            Json.createObjectBuilder()
                .add(
                    "legend",
                    Json.createObjectBuilder()
                        .add("position", "bottom")
                        .add(
                            "labels",
                            Json.createObjectBuilder().add("boxWidth", 18).add("boxHeight", 3))))
        .add(
            "scales",
            Json.createObjectBuilder()
                .add("x", axis(Texts.of("simulations.chart.fill")).add("type", "linear"))
                .add("y", axis(Texts.of("simulations.chart.cost", currency))));
  }

  private static JsonObjectBuilder axis(String title) {
    return Json.createObjectBuilder()
        .add("title", Json.createObjectBuilder().add("display", true).add("text", title));
  }
}
