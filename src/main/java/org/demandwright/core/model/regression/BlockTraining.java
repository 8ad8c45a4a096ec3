package org.demandwright.core.model.regression;

import java.util.Arrays;
import java.util.List;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.FeatureMatrix;
import org.demandwright.core.feature.RowKey;
import org.demandwright.core.model.TrainingPanel;

/**
 * Weighs the training rows of one block of the horizon so that the mean RMSSE of the series is
 * small, not the mean of its square.
 *
 * <p>The target of a row is the mean demand of the block ÷ level ÷ common shock, at most 3. A first
 * fit weights each row by (level ÷ roughness)², capped at the 98 % quantile, which makes squared
 * errors comparable between series. Then three times: e = √(level² (target − fit)² + variance of
 * the demand in the horizon) ÷ roughness, and the weight is divided by max(e, 0.05). By this
 * iteratively reweighted least squares the few rows with huge errors lose their pull; it gains more
 * than any choice of learner, at the price of forecasts that lie somewhat below the mean. The
 * exponent sets how far to go: 1 for RMSSE, ½ for totals, 0 for plain least squares.
 */
final class BlockTraining {
  private static final int PASSES = 3;
  private static final double MOST = 3;
  private static final double LEAST_ERROR = 0.05;
  private static final double QUANTILE = 0.98;

  private final List<PanelRow> rows;
  private final FeatureMatrix features;
  private final double[] target;
  private final double[] base;

  private BlockTraining(PanelDesign design, int block) {
    this.rows =
        design.rows().stream().filter(row -> Double.isFinite(row.blockMean()[block])).toList();
    List<RowKey> keys = rows.stream().map(PanelRow::key).toList();
    double[][] cells = rows.stream().map(PanelRow::features).toArray(double[][]::new);
    this.features = new FeatureMatrix(design.features().names(), keys, cells);
    this.target =
        rows.stream()
            .mapToDouble(
                r -> Math.min(MOST, r.blockMean()[block] / r.level() / design.shock().of(r)))
            .toArray();
    this.base = capped(rows.stream().mapToDouble(BlockTraining::comparable).toArray());
  }

  private static double comparable(PanelRow row) {
    double ratio = row.level() / row.roughness();
    return ratio * ratio;
  }

  private static double[] capped(double[] weights) {
    double[] sorted = weights.clone();
    Arrays.sort(sorted);
    double cap = sorted.length == 0 ? 0 : sorted[(int) (QUANTILE * (sorted.length - 1))];
    return Arrays.stream(weights).map(w -> Math.min(w, cap)).toArray();
  }

  /**
   * Finds the weights of the rows of one block.
   *
   * @param design the rows
   * @param block number of the block of the horizon, from 0
   * @param weigher a quick learner whose errors give the weights
   * @param exponent how far to go, 0–1
   * @param seed of everything random
   */
  record Recipe(PanelDesign.Recipe design, int block, Regressor weigher, double exponent, long seed)
      implements TrainingPanel.Derivation<Outcome<TrainingSet>> {

    @Override
    public Outcome<TrainingSet> from(TrainingPanel panel) {
      return new BlockTraining(panel.derived(design), block).weighted(weigher, exponent, seed);
    }
  }

  private Outcome<TrainingSet> weighted(Regressor weigher, double exponent, long seed) {
    TrainingSet set = new TrainingSet(features, target, normalised(base));
    for (int pass = 0; pass < PASSES && exponent > 0; pass++) {
      Outcome<Regression> fit = weigher.fit(set, seed);
      if (!(fit instanceof Outcome.Ok<Regression> ok)) {
        return fit.map(never -> null);
      }
      set = new TrainingSet(features, target, reweighted(ok.value(), exponent));
    }
    return Outcome.ok(set);
  }

  private double[] reweighted(Regression fit, double exponent) {
    double[] weight = new double[base.length];
    for (int i = 0; i < weight.length; i++) {
      PanelRow row = rows.get(i);
      double miss = row.level() * (target[i] - fit.predict(row.features()));
      double e = Math.sqrt(miss * miss + row.after().variance()) / row.roughness();
      weight[i] = base[i] / Math.pow(Math.max(e, LEAST_ERROR), exponent);
    }
    return normalised(weight);
  }

  private static double[] normalised(double[] weights) {
    double total = 0;
    for (double w : weights) {
      total += w;
    }
    double[] normalised = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      normalised[i] = weights[i] * weights.length / total;
    }
    return normalised;
  }
}
