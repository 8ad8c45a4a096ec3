package org.demandwright.console.decide;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.demandwright.console.frame.ScriptJson;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.decide.price.PriceResponse;
import org.demandwright.core.decide.price.PriceSupport;
import org.demandwright.store.decide.PlacePrice;

/**
 * Demand over the prices at which it is known as the configuration of a Chart.js chart: per cent of
 * what is sold at the usual price, with its 80 % band.
 */
final class PriceCurve {
  private static final int POINTS = 40;
  private static final double DIGITS = 1e4;
  private static final String BLUE = "#1d5fd1";
  private static final String NONE = "rgba(29,95,209,0)";

  private PriceCurve() {}

  /** Returns the JSON for the script element of a page. */
  static String of(PlacePrice place) {
    return ScriptJson.of(json(place));
  }

  private static JsonObject json(PlacePrice place) {
    JsonArrayBuilder layers = Json.createArrayBuilder();
    layers.add(
        layer("whatif.chart.demand", BLUE, points(place, PriceResponse.Factor::middle))
            .add("borderWidth", 2.5));
    layers.add(
        layer("whatif.chart.band", NONE, points(place, PriceResponse.Factor::high))
            .add("backgroundColor", "rgba(29,95,209,0.18)")
            .add("fill", "+1"));
    layers.add(
        layer("whatif.chart.band", NONE, points(place, PriceResponse.Factor::low))
            .add("listed", false));
    layers.add(
        layer("whatif.chart.usual", "#b5179e", List.of(point(place.support().usual(), 1)))
            .add("pointRadius", 5));
    return Json.createObjectBuilder()
        .add("type", "line")
        .add("data", Json.createObjectBuilder().add("datasets", layers))
        .add("options", options(place))
        .build();
  }

  private static List<double[]> points(
      PlacePrice place, ToDoubleFunction<PriceResponse.Factor> part) {
    PriceSupport support = place.support();
    double step = (support.high() - support.low()) / POINTS;
    return IntStream.rangeClosed(0, POINTS)
        .mapToDouble(i -> support.low() + i * step)
        .mapToObj(
            price ->
                point(price, part.applyAsDouble(place.response().factor(support.usual(), price))))
        .toList();
  }

  private static double[] point(double price, double share) {
    return new double[] {price, 100 * share};
  }

  private static JsonObjectBuilder layer(String key, String color, List<double[]> points) {
    JsonArrayBuilder data = Json.createArrayBuilder();
    points.forEach(
        p -> data.add(Json.createObjectBuilder().add("x", rounded(p[0])).add("y", rounded(p[1]))));
    return Json.createObjectBuilder()
        .add("type", "line")
        .add("label", Texts.of(key))
        .add("data", data)
        .add("borderColor", color)
        .add("backgroundColor", color)
        .add("pointRadius", 0)
        .add("borderWidth", 0)
        .add("listed", true);
  }

  private static double rounded(double value) {
    return Math.rint(value * DIGITS) / DIGITS;
  }

  private static JsonObjectBuilder options(PlacePrice place) {
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
                .add(
                    "x",
                    axis(Texts.of("whatif.chart.price", place.currency().orElse("")))
                        .add("type", "linear"))
                .add("y", axis(Texts.of("whatif.chart.share")).add("beginAtZero", true)));
  }

  private static JsonObjectBuilder axis(String title) {
    return Json.createObjectBuilder()
        .add("title", Json.createObjectBuilder().add("display", true).add("text", title));
  }
}
