package org.demandwright.core.model.regression;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.demand.Period;
import org.demandwright.core.feature.FeaturePipeline;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.RowKey;
import org.demandwright.core.feature.RunningDemand;

/**
 * Cuts one series into training rows: up to 30 origins, a quarter of the horizon apart, the newest
 * of which has its whole horizon inside the history.
 *
 * <p>An origin gives a row when at least 13 periods before it were observed, two of them with
 * demand, demand has changed, and at least half of the horizon after it was observed.
 */
final class PanelRows {
  static final int MOST_ORIGINS = 30;
  private static final int LEAST_OBSERVED = 13;
  private static final int LEAST_SALES = 2;

  private final FeaturePipeline pipeline;
  private final HorizonBlocks blocks;
  private final RowSampling sampling;

  PanelRows(FeaturePipeline pipeline, HorizonBlocks blocks, RowSampling sampling) {
    this.pipeline = pipeline;
    this.blocks = blocks;
    this.sampling = sampling;
  }

  /** Returns the rows of one series, oldest origin first. */
  List<PanelRow> of(History history, double[] units) {
    int spacing = Math.max(1, blocks.horizon() / 4);
    int newest = units.length - blocks.horizon();
    List<PanelRow> rows = new ArrayList<>();
    FeaturePipeline.Pass pass = pipeline.begin(units.length, history.covariates().signals());
    for (int t = 1; t <= newest; t++) {
      pass.see(units[t - 1]);
      int back = (newest - t) / spacing;
      boolean origin = (newest - t) % spacing == 0 && back < MOST_ORIGINS;
      if (origin && describable(pass.past()) && sampling.keeps(history.series().key(), back)) {
        addRow(history, units, pass, back, rows);
      }
    }
    return rows;
  }

  private static boolean describable(RunningDemand past) {
    return past.size() >= LEAST_OBSERVED
        && past.observed() >= LEAST_OBSERVED
        && past.sales() >= LEAST_SALES
        && past.level() > 0
        && past.roughness() > 0;
  }

  private void addRow(
      History history, double[] units, FeaturePipeline.Pass pass, int back, List<PanelRow> rows) {
    int t = pass.past().size();
    int horizon = blocks.horizon();
    WindowMoments after = WindowMoments.of(units, t, t + horizon);
    if (2 * after.observed() < horizon) {
      return;
    }
    double[] mean = new double[blocks.count()];
    for (int b = 0; b < mean.length; b++) {
      mean[b] = WindowMoments.of(units, t + blocks.from(b), t + blocks.to(b)).mean();
    }
    Period target = history.series().period(t);
    rows.add(
        new PanelRow(
            new RowKey(history.series().key(), target.plus(-1), target),
            back,
            pass.row(),
            pass.past().level(),
            pass.past().roughness(),
            pass.past().mean(13),
            after,
            mean));
  }
}
