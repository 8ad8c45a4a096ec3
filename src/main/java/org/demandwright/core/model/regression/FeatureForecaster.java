package org.demandwright.core.model.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.FeaturePipeline;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.TargetTransform;
import org.demandwright.core.model.AuditedRows;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.ModelSpec;
import org.demandwright.core.model.RecomputedRow;
import org.demandwright.core.model.TrainingPanel;

/**
 * A global model: factors of what is known in advance, features of the demand that remains, and a
 * regression per block of the horizon that is trained on many origins of all series.
 *
 * <p>forecast of step h = level × max(0, regression of the block of h) × factor of h. The target is
 * relative to the level of the series, so that series of every size teach the same rows; see {@link
 * BlockTraining} for the weights and {@link CommonShock} for what is kept out.
 *
 * <p>Parameter {@code reweight} (default 1): 1 for the least RMSSE, ½ for totals with less bias, 0
 * for plain least squares. Parameter {@code calendar}: {@code none} leaves out what holidays,
 * events and the time of the year do.
 *
 * <p>A panel needs {@value #LEAST_ROWS} rows from origins that at least {@value
 * PanelDesign#LEAST_SERIES} series share; above 60,000 rows (2,000 series) it is sampled.
 */
public class FeatureForecaster implements GlobalModel, AuditedRows {
  static final int LEAST_ROWS = 100;

  private final String id;
  private final Regressor weigher;
  private final Regressor learner;
  private final FeaturePipeline pipeline;

  /**
   * Makes a forecaster.
   *
   * @param id the model's identity
   * @param weigher a quick learner that finds the weights of the rows; models whose weighers are
   *     equal share the weights
   * @param learner the learner that forecasts
   */
  public FeatureForecaster(String id, Regressor weigher, Regressor learner) {
    this(id, weigher, learner, PanelDesign.FEATURES);
  }

  /** Makes a forecaster with other features. */
  public FeatureForecaster(
      String id, Regressor weigher, Regressor learner, FeaturePipeline pipeline) {
    this.pipeline = Objects.requireNonNull(pipeline, "pipeline");
    this.id = Objects.requireNonNull(id, "id");
    this.weigher = Objects.requireNonNull(weigher, "weigher");
    this.learner = Objects.requireNonNull(learner, "learner");
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Outcome<GlobalFit> train(ModelSpec spec, TrainingPanel panel, int horizon) {
    HorizonBlocks blocks = new HorizonBlocks(horizon);
    PanelDesign.Recipe recipe = recipe(spec, panel, blocks);
    PanelDesign design = panel.derived(recipe);
    if (design.rows().size() < LEAST_ROWS) {
      return Outcome.failed(
          Failure.Reason.NOT_AVAILABLE,
          Words.of(
              "failure.few-rows",
              id,
              panel.size(),
              design.rows().size(),
              horizon,
              LEAST_ROWS,
              PanelDesign.LEAST_SERIES));
    }
    double[] usual = UsualRow.of(design.rows().stream().map(PanelRow::features).toList());
    return fitBlocks(spec, panel, recipe)
        .map(fits -> new FeatureFit(id, recipe.features(), blocks, design.factors(), fits, usual));
  }

  private Outcome<List<Regression>> fitBlocks(
      ModelSpec spec, TrainingPanel panel, PanelDesign.Recipe design) {
    double exponent = spec.number("reweight", 1);
    List<Regression> fits = new ArrayList<>();
    for (int block = 0; block < design.blocks().count(); block++) {
      Outcome<Regression> fit =
          panel
              .derived(new BlockTraining.Recipe(design, block, weigher, exponent, spec.seed()))
              .flatMap(rows -> learner.fit(rows, spec.seed()));
      if (!(fit instanceof Outcome.Ok<Regression> ok)) {
        return fit.map(never -> List.of());
      }
      fits.add(ok.value());
    }
    return Outcome.ok(fits);
  }

  private PanelDesign.Recipe recipe(ModelSpec spec, TrainingPanel panel, HorizonBlocks blocks) {
    boolean calendar = !"none".equals(spec.parameters().get("calendar"));
    FeaturePipeline features = panel.derived(new PanelFeatures(pipeline));
    return new PanelDesign.Recipe(features, spec.season(), blocks, spec.seed(), calendar);
  }

  @Override
  public List<RecomputedRow> recomputeRows(
      ModelSpec spec, TrainingPanel panel, int horizon, int most) {
    PanelDesign design = panel.derived(recipe(spec, panel, new HorizonBlocks(horizon)));
    List<TargetTransform> transforms = design.factors().transforms();
    Map<SeriesKey, History> byKey =
        panel.histories().stream()
            .collect(Collectors.toMap(h -> h.series().key(), Function.identity()));
    return AuditedRows.spread(design.rows(), most).stream()
        .map(row -> recompute(row, byKey.get(row.key().series()), design.features(), transforms))
        .toList();
  }

  private static RecomputedRow recompute(
      PanelRow row, History history, FeaturePipeline features, List<TargetTransform> transforms) {
    double[] units = DemandFactors.of(transforms, history, 0).units();
    int origin = history.series().first().until(row.key().target());
    FeaturePipeline.Pass pass = features.begin(origin, history.covariates().signals().head(origin));
    for (int i = 0; i < origin; i++) {
      pass.see(units[i]);
    }
    return new RecomputedRow(row.key(), features.names(), row.features(), pass.row());
  }

  @Override
  public GlobalFit restore(ModelSpec spec, String state) {
    return FeatureFit.parse(id, pipeline, learner, state);
  }
}
