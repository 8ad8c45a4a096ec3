package org.demandwright.core.feature;

import java.util.Arrays;
import java.util.List;

/**
 * The levels that three classical methods hold at the origin, relative to the level: simple
 * exponential smoothing whose constant had the least squared error so far (grid 0.02 … 0.98), the
 * Syntetos–Boylan approximation (0.1) and the method of Teunter, Syntetos &amp; Babai (0.1, 0.05).
 */
public final class SmoothedLevels implements FeatureStep {

  @Override
  public List<String> names() {
    return List.of("ses", "sba", "tsb");
  }

  @Override
  public Running begin() {
    return new State();
  }

  private static final class State implements Running {
    private static final int GRID = 49;
    private static final double SIZE_RATE = 0.1;
    private static final double PROBABILITY_RATE = 0.05;

    private final double[] level = new double[GRID];
    private final double[] error = new double[GRID];
    private boolean started;
    private double size;
    private double interval;
    private double probability;
    private int gap = 1;
    private boolean sold;

    @Override
    public void see(double units) {
      if (Double.isNaN(units)) {
        return;
      }
      smooth(units);
      if (sold) {
        probability += PROBABILITY_RATE * ((units > 0 ? 1 : 0) - probability);
      }
      if (units > 0) {
        sell(units);
      } else {
        gap++;
      }
    }

    private void smooth(double units) {
      if (!started) {
        Arrays.fill(level, units);
        started = true;
        return;
      }
      for (int i = 0; i < GRID; i++) {
        double e = units - level[i];
        error[i] += e * e;
        level[i] += (i + 1) / 50.0 * e;
      }
    }

    private void sell(double units) {
      if (sold) {
        size += SIZE_RATE * (units - size);
        interval += SIZE_RATE * (gap - interval);
      } else {
        size = units;
        interval = gap;
        probability = 1.0 / gap;
        sold = true;
      }
      gap = 1;
    }

    @Override
    public void write(RunningDemand past, double[] row, int at) {
      int best = 0;
      for (int i = 1; i < GRID; i++) {
        if (error[i] < error[best]) {
          best = i;
        }
      }
      double scale = past.level();
      row[at] = level[best] / scale;
      row[at + 1] = sold ? (1 - SIZE_RATE / 2) * size / interval / scale : 0;
      row[at + 2] = sold ? probability * size / scale : 0;
    }
  }
}
