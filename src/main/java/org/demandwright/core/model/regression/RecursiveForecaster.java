package org.demandwright.core.model.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.FeatureMatrix;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.RowKey;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * A local model: a regression of one series on its own past, its season, its trend and its plans,
 * forecast step by step with each forecast as the past of the next.
 *
 * <p>It refuses a history of fewer than 26 observed periods or two seasons, and one without demand.
 * Forecasts are kept between 0 and twice the greatest demand ever seen, for a regression on its own
 * forecasts may run away.
 */
public class RecursiveForecaster implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(26, 2, false);
  private static final double MOST = 2;

  private final String id;
  private final Regressor learner;

  public RecursiveForecaster(String id, Regressor learner) {
    this.id = Objects.requireNonNull(id, "id");
    this.learner = Objects.requireNonNull(learner, "learner");
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    int observed = (int) history.series().availability().stream().filter(a -> a == 1).count();
    int least = leastObserved(spec.season());
    if (observed < least) {
      return Outcome.failed(
          Failure.Reason.SHORT_HISTORY,
          "%s: %d periods were observed; %s with season %d needs %d"
              .formatted(history.series().key(), observed, id, spec.season(), least));
    }
    SeriesDesign design = new SeriesDesign(history, spec.season(), 0);
    if (!(design.scale() > 0)) {
      return Outcome.failed(
          Failure.Reason.NO_DEMAND,
          "%s: no demand in %d observed periods".formatted(history.series().key(), observed));
    }
    return learner
        .fit(rows(history, design), spec.seed())
        .map(regression -> new Recursion(history, spec.season(), regression));
  }

  private static int leastObserved(int season) {
    int seasons = season > 1 ? CAPABILITIES.minSeasons() * season : 0;
    return Math.max(CAPABILITIES.minObservations(), seasons);
  }

  private static TrainingSet rows(History history, SeriesDesign design) {
    List<RowKey> keys = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    List<Double> targets = new ArrayList<>();
    for (int i = design.first(); i < history.size(); i++) {
      if (!Double.isNaN(design.target(i))) {
        var period = history.series().period(i);
        keys.add(new RowKey(history.series().key(), period.plus(-1), period));
        rows.add(design.row(i));
        targets.add(design.target(i));
      }
    }
    double[] target = targets.stream().mapToDouble(Double::doubleValue).toArray();
    double[] weight = new double[target.length];
    Arrays.fill(weight, 1);
    return new TrainingSet(
        new FeatureMatrix(design.names(), keys, rows.toArray(double[][]::new)), target, weight);
  }

  private record Recursion(History history, int season, Regression regression)
      implements FittedModel {

    @Override
    public DoubleVector forecast(int horizon) {
      HorizonBlocks.requireSteps(horizon);
      SeriesDesign design = new SeriesDesign(history, season, horizon);
      double most = MOST * history.units().stream().max().orElse(0) / design.scale();
      double[] mean = new double[horizon];
      for (int h = 0; h < horizon; h++) {
        double value = regression.predict(design.row(history.size() + h));
        double bounded = Math.max(0, Math.min(most, value));
        design.append(bounded);
        mean[h] = bounded * design.scale();
      }
      return DoubleVector.of(mean);
    }

    @Override
    public DoubleVector fitted() {
      SeriesDesign design = new SeriesDesign(history, season, 0);
      double[] fitted = new double[Math.max(0, history.size() - design.first())];
      for (int i = 0; i < fitted.length; i++) {
        double value = regression.predict(design.row(design.first() + i));
        fitted[i] = Math.max(0, value) * design.scale();
      }
      return DoubleVector.of(fitted);
    }
  }
}
