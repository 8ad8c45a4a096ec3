package org.demandwright.core.model.regression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.FeaturePipeline;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.TargetTransform;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.ModelSpec;

/**
 * A global model: factors of what is known in advance, features of the demand that remains, and a
 * regression per block of the horizon that is trained on many origins of all series.
 *
 * <p>forecast of step h = level × max(0, regression of the block of h) × factor of h. The target is
 * relative to the level of the series, so that series of every size teach the same rows; see {@link
 * BlockTraining} for the weights and {@link CommonShock} for what is kept out.
 *
 * <p>Parameter {@code reweight} (default 1): 1 for the least RMSSE, ½ for totals with less bias, 0
 * for plain least squares.
 *
 * <p>A panel needs {@value #LEAST_ROWS} rows from origins that at least {@value #LEAST_SERIES}
 * series share; above 60,000 rows (2,000 series) it is sampled.
 */
public class FeatureForecaster implements GlobalModel {
  static final int LEAST_ROWS = 100;
  static final int LEAST_SERIES = 10;

  private final String id;
  private final Regressor weigher;
  private final Regressor learner;
  private final FeaturePipeline pipeline = FeaturePipeline.demand();

  /**
   * Makes a forecaster.
   *
   * @param id the model's identity
   * @param weigher a quick learner that finds the weights of the rows
   * @param learner the learner that forecasts
   */
  public FeatureForecaster(String id, Regressor weigher, Regressor learner) {
    this.id = Objects.requireNonNull(id, "id");
    this.weigher = Objects.requireNonNull(weigher, "weigher");
    this.learner = Objects.requireNonNull(learner, "learner");
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Outcome<GlobalFit> train(ModelSpec spec, List<History> panel, int horizon) {
    HorizonBlocks blocks = new HorizonBlocks(horizon);
    List<History> sorted = sorted(panel);
    PanelFactors factors = PanelFactors.train(sorted, spec.season());
    List<PanelRow> rows = rows(sorted, factors.transforms(), blocks, spec.seed());
    if (rows.size() < LEAST_ROWS) {
      return Outcome.failed(
          Failure.Reason.NOT_AVAILABLE,
          "%s: %d series give %d training rows of horizon %d; it takes at least %d rows from origins that %d series share"
              .formatted(id, panel.size(), rows.size(), horizon, LEAST_ROWS, LEAST_SERIES));
    }
    return fitBlocks(spec, rows, blocks)
        .map(fits -> new FeatureFit(id, pipeline, blocks, factors, fits));
  }

  private static List<History> sorted(List<History> panel) {
    List<History> sorted = new ArrayList<>(panel);
    sorted.sort(Comparator.comparing(history -> history.series().key()));
    for (int i = 1; i < sorted.size(); i++) {
      History one = sorted.get(i - 1);
      History next = sorted.get(i);
      if (one.series().key().equals(next.series().key())) {
        throw new IllegalArgumentException(one.series().key() + " is in the panel twice");
      }
      if (!one.origin().equals(next.origin())) {
        throw new IllegalArgumentException(
            "%s ends at %s but %s at %s; a panel has one origin"
                .formatted(one.series().key(), one.origin(), next.series().key(), next.origin()));
      }
    }
    return sorted;
  }

  private List<PanelRow> rows(
      List<History> panel, List<TargetTransform> transforms, HorizonBlocks blocks, long seed) {
    RowSampling sampling = RowSampling.of(panel.size(), seed);
    PanelRows cutter = new PanelRows(pipeline, blocks, sampling);
    List<PanelRow> rows = new ArrayList<>();
    for (History history : panel) {
      rows.addAll(cutter.of(history, DemandFactors.of(transforms, history, 0).units()));
    }
    var shared =
        rows.stream().collect(Collectors.groupingBy(PanelRow::back, Collectors.counting()));
    rows.removeIf(row -> shared.get(row.back()) < LEAST_SERIES);
    return rows;
  }

  private Outcome<List<Regression>> fitBlocks(
      ModelSpec spec, List<PanelRow> rows, HorizonBlocks blocks) {
    CommonShock shock = new CommonShock(rows);
    double exponent = spec.number("reweight", 1);
    List<Regression> fits = new ArrayList<>();
    for (int block = 0; block < blocks.count(); block++) {
      Outcome<Regression> fit =
          new BlockTraining(pipeline.names(), rows, shock, block)
              .fit(weigher, learner, exponent, spec.seed());
      if (!(fit instanceof Outcome.Ok<Regression> ok)) {
        return fit.map(never -> List.of());
      }
      fits.add(ok.value());
    }
    return Outcome.ok(fits);
  }

  @Override
  public GlobalFit restore(ModelSpec spec, String state) {
    return FeatureFit.parse(id, pipeline, learner, state);
  }
}
