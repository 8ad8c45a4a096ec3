package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.ModelSpec;
import org.demandwright.core.model.TrainingPanel;

/** Small models and panels for the tests of the engine. */
final class TestModels {
  static final Period END = new Period(Bucket.MONTH, 600);

  private TestModels() {}

  /** A model that forecasts the same level at every step. */
  record Level(String id, ToDoubleFunction<History> level) implements ForecastModel {
    @Override
    public Capabilities capabilities() {
      return new Capabilities(1, 0, false);
    }

    @Override
    public Outcome<FittedModel> fit(ModelSpec spec, History history) {
      return Outcome.ok(new Flat(level.applyAsDouble(history)));
    }
  }

  /** A perfect model that refuses histories of at least {@code limit} periods. */
  record RefusesLong(String id, int limit, double level) implements ForecastModel {
    @Override
    public Capabilities capabilities() {
      return new Capabilities(1, 0, false);
    }

    @Override
    public Outcome<FittedModel> fit(ModelSpec spec, History history) {
      return history.size() < limit
          ? Outcome.ok(new Flat(level))
          : Outcome.failed(
              Failure.Reason.NUMERICAL, Words.literal("the history is too long for a test"));
    }
  }

  /** A global model that forecasts the mean of the last values of the whole panel. */
  record PanelMean(String id) implements GlobalModel {
    @Override
    public Outcome<GlobalFit> train(ModelSpec spec, TrainingPanel panel, int horizon) {
      double sum = 0;
      for (History h : panel.histories()) {
        sum += h.units().last() / 3;
      }
      return Outcome.ok(new PanelFit(3 * sum / panel.size()));
    }

    @Override
    public GlobalFit restore(ModelSpec spec, String state) {
      return new PanelFit(Double.parseDouble(state));
    }
  }

  /** A global model that forecasts the mean of the last values of all series without a pause. */
  record SteadyMean(String id) implements GlobalModel {
    @Override
    public Outcome<GlobalFit> train(ModelSpec spec, TrainingPanel panel, int horizon) {
      return Outcome.ok(
          new PanelFit(
              panel.histories().stream()
                  .filter(h -> h.units().stream().min().orElse(0) > 0)
                  .mapToDouble(h -> h.units().last())
                  .average()
                  .orElse(0)));
    }

    @Override
    public GlobalFit restore(ModelSpec spec, String state) {
      return new PanelFit(Double.parseDouble(state));
    }
  }

  private record PanelFit(double level) implements GlobalFit {
    @Override
    public Outcome<FittedModel> apply(History history) {
      return Outcome.ok(new Flat(level));
    }

    @Override
    public String state() {
      return Double.toString(level);
    }
  }

  private record Flat(double level) implements FittedModel {
    @Override
    public DoubleVector forecast(int horizon) {
      return DoubleVector.filled(horizon, level);
    }

    @Override
    public DoubleVector fitted() {
      return DoubleVector.empty();
    }
  }

  /** The mean of the whole history. */
  static Level mean(String id) {
    return new Level(id, h -> h.units().mean());
  }

  /** The last value. */
  static Level last(String id) {
    return new Level(id, h -> h.units().last());
  }

  /** A series that ends at {@link #END}. */
  static SeriesInput series(String item, double... units) {
    return new SeriesInput(
        DemandSeries.of(SeriesKey.of(item), END.plus(-units.length), units), Covariates.none());
  }

  /** A panel of unlike series of {@code size} months: level, season, noise, zeros, a late start. */
  static List<SeriesInput> panel(int series, int size) {
    List<SeriesInput> panel = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < series; i++) {
      double[] units = new double[size];
      for (int t = i % 5 == 4 ? size / 2 : 0; t < size; t++) {
        double season = i % 3 == 0 ? 1 + 0.5 * Math.sin(t * Math.PI / 6) : 1;
        boolean sold = i % 4 != 3 || random.nextDouble() < 0.3;
        units[t] = sold ? Math.rint((5 + i) * season + 4 * random.nextDouble()) : 0;
      }
      panel.add(series("item" + i, units));
    }
    return panel;
  }
}
