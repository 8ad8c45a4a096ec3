package org.demandwright.core.model.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.demandwright.core.feature.FeaturePipeline;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.TargetTransform;
import org.demandwright.core.model.TrainingPanel;

/**
 * What every pooled model learns from, whatever its learner: the factors of what is known in
 * advance, and the rows that describe the demand that remains.
 *
 * @param features that describe the demand
 * @param factors learned over the panel
 * @param rows of origins that at least {@value #LEAST_SERIES} series share, in the order of the
 *     series' keys
 * @param shock how far all series together rose or fell after each origin
 */
record PanelDesign(
    FeaturePipeline features, PanelFactors factors, List<PanelRow> rows, CommonShock shock) {
  static final int LEAST_SERIES = 10;
  static final FeaturePipeline FEATURES = FeaturePipeline.demand();

  /**
   * Makes the design of a panel.
   *
   * @param features that describe the demand; compared by identity
   * @param season periods of one season, 1 for none
   * @param blocks of the horizon
   * @param seed of the sample of the rows of a large panel
   * @param calendar whether holidays, events and the time of the year count
   */
  record Recipe(
      FeaturePipeline features, int season, HorizonBlocks blocks, long seed, boolean calendar)
      implements TrainingPanel.Derivation<PanelDesign> {

    @Override
    public PanelDesign from(TrainingPanel panel) {
      PanelFactors factors = PanelFactors.train(panel.histories(), season, blocks, calendar);
      List<PanelRow> rows = rows(panel.histories(), factors.transforms());
      return new PanelDesign(features, factors, rows, new CommonShock(rows));
    }

    private List<PanelRow> rows(List<History> panel, List<TargetTransform> transforms) {
      RowSampling sampling = RowSampling.of(panel.size(), seed);
      PanelRows cutter = new PanelRows(features, blocks, sampling);
      List<PanelRow> rows = new ArrayList<>();
      for (History history : panel) {
        rows.addAll(cutter.of(history, DemandFactors.of(transforms, history, 0).units()));
      }
      var shared =
          rows.stream().collect(Collectors.groupingBy(PanelRow::back, Collectors.counting()));
      rows.removeIf(row -> shared.get(row.back()) < LEAST_SERIES);
      return List.copyOf(rows);
    }
  }
}
