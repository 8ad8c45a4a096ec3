package org.demandwright.core.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One stretch of one series in which only what is planned tells the periods apart: the observed
 * periods of a block of four weeks (days), a quarter (weeks) or a year (months, quarters).
 *
 * <p>Periods in which nothing is planned are all alike, so only their sums are kept; the others are
 * the marked ones.
 *
 * @param units demand of each marked period
 * @param total demand of the whole window
 * @param x planned features of each marked period
 * @param usual factor of the usual season in each marked period
 * @param unmarked Σ of that factor over the periods in which nothing is planned
 * @param weight how much the window counts, by the noise of its series
 */
record EffectWindow(
    double[] units, double total, double[][] x, double[] usual, double unmarked, double weight) {

  /** Returns the length of a window in periods. */
  static int length(History history) {
    return switch (history.bucket()) {
      case DAY -> 28;
      case WEEK -> 13;
      case MONTH -> 12;
      case QUARTER -> 4;
    };
  }

  /** Returns the windows of a history, counted back from its end, one per stretch with demand. */
  static List<EffectWindow> of(History history, List<PlannedFeature> features, SeasonIndex season) {
    double[] units = ObservedUnits.of(history);
    double weight = 1 / KnownEffects.noise(units);
    int length = length(history);
    List<EffectWindow> windows = new ArrayList<>();
    for (int to = units.length; to > 0; to -= length) {
      windows.add(of(history, units, Math.max(0, to - length), to, features, season, weight));
    }
    return windows;
  }

  private static EffectWindow of(
      History history,
      double[] units,
      int from,
      int to,
      List<PlannedFeature> features,
      SeasonIndex season,
      double weight) {
    double[] y = new double[to - from];
    double[][] x = new double[to - from][];
    double[] usual = new double[to - from];
    double total = 0;
    double unmarked = 0;
    int n = 0;
    for (int i = from; i < to; i++) {
      if (Double.isNaN(units[i])) {
        continue;
      }
      total += units[i];
      double factor = season.pooledFactor("", history.series().first().ordinal() + i);
      double[] row = planned(history, i, features);
      if (row.length == 0) {
        unmarked += factor;
      } else {
        y[n] = units[i];
        x[n] = row;
        usual[n++] = factor;
      }
    }
    return new EffectWindow(
        Arrays.copyOf(y, n), total, Arrays.copyOf(x, n), Arrays.copyOf(usual, n), unmarked, weight);
  }

  /** Returns the planned features of a period, empty where all are 0. */
  private static double[] planned(History history, int index, List<PlannedFeature> features) {
    double[] row = null;
    for (int c = 0; c < features.size(); c++) {
      double value = features.get(c).at(history, index);
      if (value != 0) {
        row = row == null ? new double[features.size()] : row;
        row[c] = value;
      }
    }
    return row == null ? new double[0] : row;
  }

  /** Returns whether the window can teach anything. */
  boolean teaches() {
    return total > 0 && x.length > 0 && (unmarked > 0 || x.length > 1);
  }

  /** Returns whether a feature changes inside the window, so that the window teaches its effect. */
  boolean varies(int feature) {
    double first = unmarked > 0 ? 0 : x[0][feature];
    for (double[] row : x) {
      if (row[feature] != first) {
        return true;
      }
    }
    return false;
  }

  /** Returns the window with only some of its features. */
  EffectWindow withFeatures(int[] kept) {
    double[][] less = new double[x.length][kept.length];
    for (int t = 0; t < x.length; t++) {
      for (int c = 0; c < kept.length; c++) {
        less[t][c] = x[t][kept[c]];
      }
    }
    return new EffectWindow(units, total, less, usual, unmarked, weight);
  }
}
