package org.demandwright.core.model.regression;

import java.util.List;

/**
 * How far all series together rose or fell after each training origin.
 *
 * <p>g = (Σ mean demand after ÷ Σ mean of the 13 periods before)^0.75, the ratio clipped to 0.2–5.
 * Targets are divided by it: what happened to all series at once (a Christmas, a bad summer) would
 * otherwise be learned as if it followed from the features.
 */
final class CommonShock {
  private static final double EXPONENT = 0.75;

  private final double[] ratio = new double[PanelRows.MOST_ORIGINS];

  CommonShock(List<PanelRow> rows) {
    double[] after = new double[ratio.length];
    double[] before = new double[ratio.length];
    for (PanelRow row : rows) {
      after[row.back()] += row.after().mean();
      before[row.back()] += row.recent();
    }
    for (int k = 0; k < ratio.length; k++) {
      double r = before[k] > 0 ? after[k] / before[k] : 1;
      ratio[k] = Math.pow(Math.max(0.2, Math.min(5, r)), EXPONENT);
    }
  }

  /** Returns g of the row's origin. */
  double of(PanelRow row) {
    return ratio[row.back()];
  }
}
