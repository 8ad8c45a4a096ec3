package org.demandwright.core.model.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Period;
import org.demandwright.core.explain.ContributionTable;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.feature.FeatureMatrix;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.RowKey;
import org.demandwright.core.model.AuditedRows;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;
import org.demandwright.core.model.RecomputedRow;
import org.demandwright.core.model.TrainingPanel;

/**
 * A local model: a regression of one series on its own past, its season, its trend and its plans,
 * forecast step by step with each forecast as the past of the next.
 *
 * <p>It refuses a history of fewer than 26 observed periods or two seasons, and one without demand.
 * Forecasts are kept between 0 and twice the greatest demand ever seen, for a regression on its own
 * forecasts may run away.
 */
public class RecursiveForecaster implements ForecastModel, AuditedRows {
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
          Words.of(
              "failure.short.season", history.series().key(), observed, id, spec.season(), least));
    }
    SeriesDesign design = new SeriesDesign(history, spec.season(), 0);
    if (!(design.scale() > 0)) {
      return Outcome.failed(
          Failure.Reason.NO_DEMAND,
          Words.of("failure.no-demand.observed", history.series().key(), observed));
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
    for (var row : design.rows().entrySet()) {
      keys.add(key(history, row.getKey()));
      rows.add(row.getValue());
      targets.add(design.target(row.getKey()));
    }
    double[] target = targets.stream().mapToDouble(Double::doubleValue).toArray();
    double[] weight = new double[target.length];
    Arrays.fill(weight, 1);
    return new TrainingSet(
        new FeatureMatrix(design.names(), keys, rows.toArray(double[][]::new)), target, weight);
  }

  @Override
  public List<RecomputedRow> recomputeRows(
      ModelSpec spec, TrainingPanel panel, int horizon, int most) {
    List<RecomputedRow> recomputed = new ArrayList<>();
    for (History history : panel.histories()) {
      SeriesDesign design = new SeriesDesign(history, spec.season(), 0);
      if (design.scale() > 0) {
        List<Integer> periods = List.copyOf(design.rows().keySet());
        for (int i : AuditedRows.spread(periods, Math.max(1, most / panel.size()))) {
          recomputed.add(recompute(history, design, i));
        }
      }
    }
    return recomputed;
  }

  private static RecomputedRow recompute(History history, SeriesDesign design, int index) {
    return new RecomputedRow(
        key(history, index), design.names(), design.row(index), design.truncated(index).row(index));
  }

  private static RowKey key(History history, int index) {
    Period target = history.series().period(index);
    return new RowKey(history.series().key(), target.plus(-1), target);
  }

  private record Recursion(History history, int season, Regression regression)
      implements FittedModel {

    @Override
    public DoubleVector forecast(int horizon) {
      double[] mean = new double[horizon];
      walk(horizon, step -> mean[step.h()] = step.bounded() * step.scale());
      return DoubleVector.of(mean);
    }

    /** One step of the forecast, in units of {@code scale}. */
    private record Step(int h, double[] row, double value, double bounded, double scale) {}

    private void walk(int horizon, Consumer<Step> each) {
      HorizonBlocks.requireSteps(horizon);
      SeriesDesign design = new SeriesDesign(history, season, horizon);
      double most = MOST * history.units().stream().max().orElse(0) / design.scale();
      for (int h = 0; h < horizon; h++) {
        double[] row = design.row(history.size() + h);
        double value = regression.predict(row);
        double bounded = Math.max(0, Math.min(most, value));
        design.append(bounded);
        each.accept(new Step(h, row, value, bounded, design.scale()));
      }
    }

    /**
     * Says what each step is made of, relative to the mean row of the history. From the second step
     * on, recent demand is partly the forecast of the steps before.
     */
    @Override
    public Explanation explain(int horizon) {
      SeriesDesign design = new SeriesDesign(history, season, 0);
      FeatureGroups groups = FeatureGroups.of(design.drivers());
      double[] usual = UsualRow.of(design.rows().values());
      double base = regression.predict(usual);
      long seed = history.series().key().toString().hashCode();
      ContributionTable table = new ContributionTable(horizon);
      walk(
          horizon,
          step -> {
            double[] parts = regression.parts(groups, step.row(), usual, seed);
            table.add(Drivers.BASE, step.h(), base * step.scale());
            for (int g = 0; g < parts.length; g++) {
              table.add(groups.drivers().get(g), step.h(), parts[g] * step.scale());
            }
            table.add(Drivers.LIMIT, step.h(), (step.bounded() - step.value()) * step.scale());
          });
      return table.explain(forecast(horizon));
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
