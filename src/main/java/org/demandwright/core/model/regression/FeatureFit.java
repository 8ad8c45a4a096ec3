package org.demandwright.core.model.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.FeaturePipeline;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.RunningDemand;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.GlobalFit;

/** What a {@link FeatureForecaster} has learned. */
final class FeatureFit implements GlobalFit {
  private static final String VERSION = " state 1";
  private static final int LEAST_OBSERVED = 4;

  /** A chart compares two horizons of fitted values with the demand; more would only cost. */
  private static final int FITTED_HORIZONS = 2;

  private final String id;
  private final HorizonBlocks blocks;
  private final PanelFactors factors;
  private final List<Regression> regressions;

  FeatureFit(String id, HorizonBlocks blocks, PanelFactors factors, List<Regression> regressions) {
    this.id = id;
    this.blocks = blocks;
    this.factors = factors;
    this.regressions = List.copyOf(regressions);
  }

  @Override
  public Outcome<FittedModel> apply(History history) {
    DemandFactors demand = DemandFactors.of(factors.transforms(), history, blocks.horizon());
    FeaturePipeline.Pass pass = PanelDesign.FEATURES.begin(history.size());
    for (double units : demand.units()) {
      pass.see(units);
    }
    RunningDemand past = pass.past();
    if (past.observed() < LEAST_OBSERVED) {
      return Outcome.failed(
          Failure.Reason.SHORT_HISTORY,
          "%s: %d periods were observed; %s describes a series of at least %d"
              .formatted(history.series().key(), past.observed(), id, LEAST_OBSERVED));
    }
    if (past.sales() == 0) {
      return Outcome.failed(
          Failure.Reason.NO_DEMAND,
          "%s: no demand in %d observed periods"
              .formatted(history.series().key(), past.observed()));
    }
    double[] means = new double[blocks.count()];
    for (int b = 0; b < means.length; b++) {
      means[b] = blockMean(pass, b);
    }
    return Outcome.ok(new BlockForecast(history, demand, means));
  }

  private double blockMean(FeaturePipeline.Pass pass, int block) {
    double level = pass.past().level();
    return level > 0 ? level * Math.max(0, regressions.get(block).predict(pass.row())) : 0;
  }

  /** A flat mean per block, shaped by the factors of each step. */
  private final class BlockForecast implements FittedModel {
    private final History history;
    private final DemandFactors demand;
    private final double[] means;

    BlockForecast(History history, DemandFactors demand, double[] means) {
      this.history = history;
      this.demand = demand;
      this.means = means;
    }

    @Override
    public DoubleVector forecast(int horizon) {
      HorizonBlocks.requireSteps(horizon);
      double[] factor =
          horizon <= blocks.horizon()
              ? demand.factors()
              : DemandFactors.of(factors.transforms(), history, horizon).factors();
      double[] mean = new double[horizon];
      for (int h = 0; h < horizon; h++) {
        mean[h] = means[blocks.blockOf(h)] * factor[history.size() + h];
      }
      return DoubleVector.of(mean);
    }

    /**
     * Returns the fitted values of the last two horizons, in one pass: what was learned over the
     * whole of the panel and the series, applied to what was known before each period.
     */
    @Override
    public DoubleVector fitted() {
      double[] units = demand.units();
      int newest = Math.min(units.length, FITTED_HORIZONS * blocks.horizon());
      double[] fitted = new double[newest];
      int described = 0;
      FeaturePipeline.Pass pass = PanelDesign.FEATURES.begin(units.length);
      for (int t = 0; t < units.length; t++) {
        if (t >= units.length - newest && pass.past().observed() >= LEAST_OBSERVED) {
          fitted[described++] = blockMean(pass, 0) * demand.factors()[t];
        }
        pass.see(units[t]);
      }
      return DoubleVector.of(Arrays.copyOf(fitted, described));
    }
  }

  @Override
  public String state() {
    StateText text = StateText.empty(id + VERSION);
    text.put("features", String.join(" ", PanelDesign.FEATURES.names()));
    text.put("horizon", blocks.horizon());
    factors.write(text);
    for (int b = 0; b < regressions.size(); b++) {
      text.put("block" + b, regressions.get(b).state());
    }
    return text.toString();
  }

  static FeatureFit parse(String id, Regressor learner, String state) {
    StateText text = StateText.parse(id + VERSION, state);
    if (!text.text("features").equals(String.join(" ", PanelDesign.FEATURES.names()))) {
      throw new IllegalArgumentException(
          "the state of " + id + " was learned on other features; train the model again");
    }
    HorizonBlocks blocks = new HorizonBlocks(text.count("horizon"));
    List<Regression> regressions = new ArrayList<>();
    for (int b = 0; b < blocks.count(); b++) {
      regressions.add(learner.restore(text.numbers("block" + b)));
    }
    return new FeatureFit(id, blocks, PanelFactors.read(text), regressions);
  }
}
