package org.demandwright.core.model.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.explain.ContributionTable;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.feature.FeaturePipeline;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.RunningDemand;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.GlobalFit;

/** What a {@link FeatureForecaster} has learned. */
final class FeatureFit implements GlobalFit {
  private static final String VERSION = " state 2";
  private static final int LEAST_OBSERVED = 4;

  /** A chart compares two horizons of fitted values with the demand; more would only cost. */
  private static final int FITTED_HORIZONS = 2;

  private final String id;
  private final FeaturePipeline pipeline;
  private final HorizonBlocks blocks;
  private final PanelFactors factors;
  private final List<Regression> regressions;
  private final double[] usual;

  /**
   * @param usual mean of each feature over the training rows: what an explanation compares with
   */
  FeatureFit(
      String id,
      FeaturePipeline pipeline,
      HorizonBlocks blocks,
      PanelFactors factors,
      List<Regression> regressions,
      double[] usual) {
    this.id = id;
    this.pipeline = pipeline;
    this.blocks = blocks;
    this.factors = factors;
    this.regressions = List.copyOf(regressions);
    this.usual = usual;
  }

  @Override
  public Outcome<FittedModel> apply(History history) {
    DemandFactors demand = DemandFactors.of(factors.transforms(), history, blocks.horizon());
    FeaturePipeline.Pass pass = pipeline.begin(history.size(), history.covariates().signals());
    for (double units : demand.units()) {
      pass.see(units);
    }
    RunningDemand past = pass.past();
    if (past.observed() < LEAST_OBSERVED) {
      return Outcome.failed(
          Failure.Reason.SHORT_HISTORY,
          Words.of(
              "failure.short.features",
              history.series().key(),
              past.observed(),
              id,
              LEAST_OBSERVED));
    }
    if (past.sales() == 0) {
      return Outcome.failed(
          Failure.Reason.NO_DEMAND,
          Words.of("failure.no-demand.observed", history.series().key(), past.observed()));
    }
    double[] means = new double[blocks.count()];
    for (int b = 0; b < means.length; b++) {
      means[b] = blockMean(pass, b);
    }
    double[] features = past.level() > 0 ? pass.row() : usual;
    return Outcome.ok(new BlockForecast(history, demand, past.level(), features, means));
  }

  private double blockMean(FeaturePipeline.Pass pass, int block) {
    double level = pass.past().level();
    return level > 0 ? level * Math.max(0, regressions.get(block).predict(pass.row())) : 0;
  }

  /** A flat mean per block, shaped by the factors of each step. */
  private final class BlockForecast implements FittedModel {
    private final History history;
    private final DemandFactors demand;
    private final double level;
    private final double[] features;
    private final double[] means;

    BlockForecast(
        History history, DemandFactors demand, double level, double[] features, double[] means) {
      this.history = history;
      this.demand = demand;
      this.level = level;
      this.features = features;
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
     * Says what the flat mean of the block is made of, relative to a usual row, and what the
     * factors of each step make of it.
     */
    @Override
    public Explanation explain(int horizon) {
      ContributionTable table = new ContributionTable(horizon);
      FeatureGroups groups = FeatureGroups.of(pipeline.drivers());
      FactorShares shares =
          new FactorShares(DemandFactors.byDriver(factors.transforms(), history, horizon));
      for (int block = 0; block < blocks.count(); block++) {
        double[] parts = parts(groups, block);
        for (int h = blocks.from(block); h < horizon && blocks.blockOf(h) == block; h++) {
          table.add(Drivers.BASE, h, level * regressions.get(block).predict(usual));
          for (int g = 0; g < parts.length; g++) {
            table.add(groups.drivers().get(g), h, level * parts[g]);
          }
          table.add(Drivers.LIMIT, h, means[block] - level * predicted(block));
          shares.addTo(table, h, means[block]);
        }
      }
      return table.explain(forecast(horizon));
    }

    private double predicted(int block) {
      return regressions.get(block).predict(features);
    }

    private double[] parts(FeatureGroups groups, int block) {
      long seed = history.series().key().toString().hashCode();
      return regressions.get(block).parts(groups, features, usual, seed);
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
      FeaturePipeline.Pass pass = pipeline.begin(units.length, history.covariates().signals());
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
    text.put("features", PanelFeatures.text(pipeline));
    text.put("horizon", blocks.horizon());
    text.put("usual", usual);
    factors.write(text);
    for (int b = 0; b < regressions.size(); b++) {
      text.put("block" + b, regressions.get(b).state());
    }
    return text.toString();
  }

  static FeatureFit parse(String id, FeaturePipeline demand, Regressor learner, String state) {
    StateText text = StateText.parse(id + VERSION, state);
    FeaturePipeline pipeline = PanelFeatures.restore(demand, text.text("features"));
    if (!text.text("features").equals(PanelFeatures.text(pipeline))) {
      throw new IllegalArgumentException(
          "the state of " + id + " was learned on other features; train the model again");
    }
    HorizonBlocks blocks = new HorizonBlocks(text.count("horizon"));
    List<Regression> regressions = new ArrayList<>();
    for (int b = 0; b < blocks.count(); b++) {
      regressions.add(learner.restore(text.text("block" + b)));
    }
    PanelFactors factors = PanelFactors.read(text);
    return new FeatureFit(id, pipeline, blocks, factors, regressions, text.numbers("usual"));
  }
}
