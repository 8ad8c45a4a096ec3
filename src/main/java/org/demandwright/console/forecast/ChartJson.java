package org.demandwright.console.forecast;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.demandwright.app.forecast.SeriesChart;
import org.demandwright.app.forecast.SeriesChart.Future;
import org.demandwright.app.forecast.SeriesChart.Origin;
import org.demandwright.app.forecast.SeriesChart.Past;
import org.demandwright.console.frame.ScriptJson;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.Quantity;

/**
 * One series as the configuration of a Chart.js chart: one label per period, and layers whose
 * arrays run along the labels. Periods before the chosen span are left out of all of them.
 */
final class ChartJson {
  private static final int DECIMALS = 6;

  private final SeriesChart chart;
  private final ChartView view;
  private final List<LocalDate> periods = new ArrayList<>();
  private final Map<LocalDate, Integer> positions = new HashMap<>();

  ChartJson(SeriesChart chart, ChartView view) {
    this.chart = chart;
    this.view = view;
    List<Past> history = chart.history();
    if (!history.isEmpty()) {
      LocalDate first = view.firstShown(chart, history.get(history.size() - 1).start());
      history.stream().map(Past::start).filter(day -> !day.isBefore(first)).forEach(periods::add);
    }
    chart.forecast().stream().map(Future::start).forEach(periods::add);
    for (int i = 0; i < periods.size(); i++) {
      positions.put(periods.get(i), i);
    }
  }

  /** Returns the JSON for the script element of a page. */
  @Override
  public String toString() {
    return ScriptJson.of(json());
  }

  private JsonObject json() {
    JsonArrayBuilder labels = Json.createArrayBuilder();
    periods.forEach(period -> labels.add(period.toString()));
    return Json.createObjectBuilder()
        .add("type", "line")
        .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", layers()))
        .add("options", ChartOptions.of(chart.series().uom(), chart.version().bucket()))
        .build();
  }

  private JsonArrayBuilder layers() {
    JsonArrayBuilder layers = Json.createArrayBuilder();
    layers.add(line("chart.mean", "#1d5fd1", future(Future::mean)).add("borderWidth", 2.5));
    layers.add(
        line("chart.band", "rgba(29,95,209,0)", future(Future::p90))
            .add("backgroundColor", "rgba(29,95,209,0.18)")
            .add("fill", "+1"));
    layers.add(unlisted(line("chart.band", "rgba(29,95,209,0)", future(Future::p10))));
    if (isThere(over())) {
      layers.add(points("chart.final", "#b5179e", over()));
    }
    if (view.isBacktests()) {
      addBacktests(layers, "chart.backtest", "#8a3ffc", false);
    }
    if (view.isNaive()) {
      addBacktests(layers, "chart.naive", "#a58a4a", true);
    }
    layers.add(line("chart.history", "#3b4554", past(Past::units)).add("borderWidth", 1.5));
    if (isThere(correctedWhereDifferent())) {
      layers.add(points("chart.corrected", "#2b8a3e", correctedWhereDifferent()));
    }
    if (isThere(cleanedWhereDifferent())) {
      layers.add(points("chart.cleaned", "#d9480f", cleanedWhereDifferent()));
    }
    if (view.isFitted() && isThere(fitted())) {
      layers.add(line("chart.fitted", "#0f9d8a", fitted()).add("borderWidth", 1.25));
    }
    return layers.add(shade("chart.stockOut", past(period -> 1 - period.availability())));
  }

  /** A layer without width: whoever wants to see a line adds it. */
  private static JsonObjectBuilder line(String key, String color, double[] values) {
    return Json.createObjectBuilder()
        .add("type", "line")
        .add("label", Texts.of(key))
        .add("data", array(values))
        .add("borderColor", color)
        .add("backgroundColor", color)
        .add("pointRadius", 0)
        .add("pointHitRadius", 6)
        .add("borderWidth", 0)
        .add("tension", 0)
        .add("listed", true);
  }

  private static JsonObjectBuilder points(String key, String color, double[] values) {
    return line(key, color, values).add("showLine", false).add("pointRadius", 3.5);
  }

  private static JsonObjectBuilder shade(String key, double[] shares) {
    return line(key, "rgba(214,40,40,0.18)", shares)
        .add("yAxisID", "share")
        .add("stepped", "middle")
        .add("fill", "origin");
  }

  private static JsonObjectBuilder unlisted(JsonObjectBuilder layer) {
    return layer.add("listed", false);
  }

  /** One layer for as many origins as do not overlap, so that few layers carry many origins. */
  private void addBacktests(JsonArrayBuilder layers, String key, String color, boolean naive) {
    List<double[]> lanes = new ArrayList<>();
    for (Origin origin : chart.backtests()) {
      if (origin.model().equals(Contestant.SEASONAL_NAIVE) == naive) {
        place(origin, lanes);
      }
    }
    for (int i = 0; i < lanes.size(); i++) {
      layers.add(
          line(key, color, lanes.get(i))
              .add("borderWidth", 1.5)
              .add("borderDash", Json.createArrayBuilder().add(5).add(4))
              .add("listed", i == 0));
    }
  }

  private void place(Origin origin, List<double[]> lanes) {
    Integer first = positions.get(origin.start());
    if (first == null) {
      return; // before the span that is shown
    }
    int end = Math.min(first + origin.forecast().size(), periods.size());
    double[] lane =
        lanes.stream().filter(known -> isFree(known, first, end)).findFirst().orElse(null);
    if (lane == null) {
      lane = nothing();
      lanes.add(lane);
    }
    for (int i = first; i < end; i++) {
      lane[i] = origin.forecast().get(i - first);
    }
  }

  /** Lanes keep one empty period between origins, else the lines would join. */
  private static boolean isFree(double[] lane, int from, int end) {
    for (int i = Math.max(0, from - 1); i < Math.min(end + 1, lane.length); i++) {
      if (!Double.isNaN(lane[i])) {
        return false;
      }
    }
    return true;
  }

  private double[] past(ToDoubleFunction<Past> value) {
    double[] values = nothing();
    for (Past period : chart.history()) {
      Integer position = positions.get(period.start());
      if (position != null) {
        values[position] = value.applyAsDouble(period);
      }
    }
    return values;
  }

  private double[] fitted() {
    return past(period -> period.fitted().orElse(Double.NaN));
  }

  private double[] correctedWhereDifferent() {
    return past(period -> whereDifferent(period.corrected(), period.units()));
  }

  private double[] cleanedWhereDifferent() {
    return past(period -> whereDifferent(period.cleaned(), period.corrected().orElse(Double.NaN)));
  }

  private static double whereDifferent(Optional<Double> value, double from) {
    return value.filter(v -> v != from).orElse(Double.NaN);
  }

  private double[] over() {
    return future(step -> step.over().orElse(Double.NaN));
  }

  private double[] future(ToDoubleFunction<Future> value) {
    double[] values = nothing();
    for (Future step : chart.forecast()) {
      values[positions.get(step.start())] = value.applyAsDouble(step);
    }
    return values;
  }

  private static boolean isThere(double[] values) {
    return Arrays.stream(values).anyMatch(Double::isFinite);
  }

  private double[] nothing() {
    double[] values = new double[periods.size()];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private static JsonArrayBuilder array(double[] values) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (double value : values) {
      if (Double.isFinite(value)) {
        array.add(Quantity.rounded(value, DECIMALS));
      } else {
        array.addNull();
      }
    }
    return array;
  }
}
