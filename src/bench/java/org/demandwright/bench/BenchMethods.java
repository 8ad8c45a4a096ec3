package org.demandwright.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demandwright.bench.SingleModel.Weighting;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.ModelCatalog;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.EnginePart;

/** The rows of {@link ModelTable}: every model alone, the product, the product without a part. */
final class BenchMethods {
  /** The methods against which any other must be measured; the rest of the catalog follows. */
  private static final List<String> SIMPLE =
      List.of(
          "Naive",
          "SeasonalNaive",
          "MovingAverage",
          "SimpleExponentialSmoothing",
          "Croston",
          "Theta");

  private final Map<String, BenchMethod> rows = new LinkedHashMap<>();

  private BenchMethods() {}

  /**
   * Returns all methods by the name of their row.
   *
   * @param pooled further pooled models, {@code ID=scheme options}
   */
  static Map<String, BenchMethod> all(List<String> pooled) {
    BenchMethods methods = new BenchMethods();
    methods.locals();
    methods.pooled(pooled);
    methods.product();
    return methods.rows;
  }

  private void locals() {
    rows.put("nothing (0)", (panel, workers) -> nothing(panel));
    SIMPLE.forEach(this::local);
    for (ForecastModel model : ModelCatalog.load().locals()) {
      local(model.id());
    }
  }

  private void local(String id) {
    rows.put(marked(id), new SingleModel(id, Weighting.ERROR));
  }

  private void pooled(List<String> more) {
    for (GlobalModel model : ModelCatalog.load().globals()) {
      String id = model.id();
      rows.put(marked(id), new SingleModel(id, Weighting.ERROR));
      rows.put(id + ", for totals", new SingleModel(id, Weighting.TOTALS));
      rows.put(id + ", not weighted", new SingleModel(id, Weighting.NONE));
    }
    for (String contestant : more) {
      rows.put(
          "pooled " + ModelCatalog.idOf(contestant), new SingleModel(contestant, Weighting.ERROR));
    }
  }

  private void product() {
    rows.put("**product**", new WholeEngine(o -> o));
    for (EnginePart part : EnginePart.values()) {
      rows.put(
          "… without " + part.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          new WholeEngine(o -> o.without(Set.of(part))));
    }
    rows.put("… for totals", new WholeEngine(o -> o.withObjective(Objective.MEAN)));
  }

  /** Marks the models that compete by default. */
  private static String marked(String id) {
    return EngineOptions.DEFAULT_MODELS.contains(id) ? id + " °" : id;
  }

  private static Map<SeriesKey, BenchForecast> nothing(PanelCase panel) {
    Map<SeriesKey, BenchForecast> forecasts = new TreeMap<>();
    DoubleVector zero = DoubleVector.filled(panel.options().horizon(), 0);
    panel.panel().forEach(i -> forecasts.put(i.series().key(), BenchForecast.of(zero)));
    return forecasts;
  }
}
