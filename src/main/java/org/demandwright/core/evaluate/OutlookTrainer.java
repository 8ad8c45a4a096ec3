package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.model.LinearLearner;

/**
 * Learns an {@link Outlook} from the tests of many series. Add them in key order: the numbers are
 * then the same to the last bit however the series were spread over threads.
 *
 * <p>A row is one series at one rolling origin, without the models that are barred from its class;
 * the target of a model is its squared loss ÷ the mean of all models' squared losses − 1, within −1
 * and 3. Squares, because the mean of ratios or logarithms would favour forecasts that are too low.
 */
public final class OutlookTrainer {
  /** Penalty per row, on traits of deviation 1: three origins are one regime, so trust little. */
  static final double RIDGE = 1;

  private static final int LEAST_ROWS = 30;

  /** Less is rounding, which must not be blown up to a deviation of 1. */
  private static final double LEAST_VARIANCE = 1e-12;

  private static final double LOSS_FLOOR = 0.05;
  private static final double MOST = 3;

  private final List<String> models;
  private final int season;
  private final List<Test> tests = new ArrayList<>();
  private final Map<DemandPattern, ClassRecord> classes = new EnumMap<>(DemandPattern.class);

  /**
   * @param models that compete
   * @param season m
   */
  public OutlookTrainer(List<String> models, int season) {
    this.models = List.copyOf(models);
    this.season = season;
  }

  /**
   * Adds one series.
   *
   * @param pattern its demand class
   * @param contestants the tested models
   * @param flat the flat guess, tested at every origin at which any contestant was
   */
  public void add(DemandPattern pattern, List<Contestant> contestants, Contestant flat) {
    classes.computeIfAbsent(pattern, ClassRecord::new).add(contestants, flat);
    for (Trial guess : flat.trials()) {
      Map<String, DoubleVector> forecasts = new TreeMap<>();
      Map<String, Double> loss = new TreeMap<>();
      for (Contestant c : contestants) {
        c.at(guess.backtest().origin())
            .ifPresent(
                t -> {
                  forecasts.put(c.modelId(), t.backtest().forecast());
                  loss.put(c.modelId(), t.loss());
                });
      }
      tests.add(new Test(pattern, guess.training(), forecasts, loss, guess.loss()));
    }
  }

  /** All forecasts for one series at one origin, with their losses. */
  private record Test(
      DemandPattern pattern,
      DemandSeries training,
      Map<String, DoubleVector> forecasts,
      Map<String, Double> losses,
      double flatLoss) {

    /** Returns the test as if the models that are barred from its class had not taken part. */
    Test without(List<Outlook.Bar> barred) {
      Map<String, DoubleVector> some = new TreeMap<>(forecasts);
      Map<String, Double> loss = new TreeMap<>(losses);
      for (Outlook.Bar bar : barred) {
        if (bar.pattern() == pattern) {
          some.remove(bar.modelId());
          loss.remove(bar.modelId());
        }
      }
      return new Test(pattern, training, some, loss, flatLoss);
    }

    /**
     * Returns the squared loss of a model, or of the flat guess, which is none of the field, ÷ the
     * mean squared loss of the models − 1; empty if it was not tested.
     */
    OptionalDouble target(String id) {
      Double loss = id.equals(FlatGuess.ID) ? Double.valueOf(flatLoss) : losses.get(id);
      if (loss == null) {
        return OptionalDouble.empty();
      }
      double field = losses.values().stream().mapToDouble(l -> square(l)).average().orElse(0);
      double ratio = (square(loss) + LOSS_FLOOR) / (field + LOSS_FLOOR);
      return OptionalDouble.of(Math.min(MOST, ratio - 1));
    }
  }

  /** Learns from everything added so far; a model tested in fewer than 30 rows gets no equation. */
  public Outlook train(LinearLearner learner) {
    List<Outlook.Bar> barred =
        classes.values().stream().flatMap(c -> c.barred(models).stream()).toList();
    List<Test> fair =
        tests.stream().map(t -> t.without(barred)).filter(t -> !t.losses().isEmpty()).toList();
    List<double[]> rows =
        fair.stream()
            .map(t -> SeriesTraits.of(t.training(), season, models, t.forecasts()))
            .toList();
    List<String> traits = SeriesTraits.names(models);
    List<Double> mean = new ArrayList<>();
    List<Double> deviation = new ArrayList<>();
    for (int c = 0; c < traits.size(); c++) {
      int column = c;
      double m = rows.stream().mapToDouble(r -> r[column]).average().orElse(0);
      double v = rows.stream().mapToDouble(r -> square(r[column] - m)).average().orElse(0);
      mean.add(m);
      deviation.add(v > LEAST_VARIANCE ? Math.sqrt(v) : Double.POSITIVE_INFINITY);
    }
    Outlook blank = new Outlook(models, traits, mean, deviation, Map.of(), barred, fair.size());
    Map<String, List<Double>> equations = new TreeMap<>();
    for (String id : Stream.concat(models.stream(), Stream.of(FlatGuess.ID)).toList()) {
      equation(id, blank, rows, fair, learner).ifPresent(e -> equations.put(id, e));
    }
    return new Outlook(models, traits, mean, deviation, equations, barred, fair.size());
  }

  private static Optional<List<Double>> equation(
      String id, Outlook blank, List<double[]> rows, List<Test> tests, LinearLearner learner) {
    List<double[]> known = new ArrayList<>();
    List<Double> targets = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      OptionalDouble target = tests.get(r).target(id);
      if (target.isPresent()) {
        known.add(blank.standardised(rows.get(r)));
        targets.add(target.getAsDouble());
      }
    }
    if (known.size() < LEAST_ROWS) {
      return Optional.empty();
    }
    double[] y = targets.stream().mapToDouble(Double::doubleValue).toArray();
    return learner
        .learn(blank.traits(), known.toArray(double[][]::new), y, RIDGE)
        .map(e -> Arrays.stream(e).boxed().toList())
        .toOptional();
  }

  private static double square(double v) {
    return v * v;
  }
}
