package org.demandwright.core.feature;

import java.util.Arrays;
import java.util.List;
import org.demandwright.core.explain.Drivers;

/**
 * The levels that three classical methods hold at the origin, relative to the level: simple
 * exponential smoothing whose constant had the least squared error so far (of twelve), the
 * Syntetos–Boylan approximation (0.1) and the method of Teunter, Syntetos &amp; Babai (0.1, 0.05).
 */
public final class SmoothedLevels implements FeatureStep {

  @Override
  public List<String> names() {
    return List.of("ses", "sba", "tsb");
  }

  @Override
  public String driverOf(String feature) {
    return Drivers.SMOOTHED_DEMAND;
  }

  @Override
  public Running begin() {
    return new State();
  }

  private static final class State implements Running {
    /** Close where the level hardly moves: there a hundredth makes a difference. */
    private static final double[] RATES = {
      0.02, 0.04, 0.06, 0.08, 0.12, 0.16, 0.22, 0.3, 0.42, 0.58, 0.78, 0.98
    };

    private static final double SIZE_RATE = 0.1;
    private static final double PROBABILITY_RATE = 0.05;

    private final double[] level = new double[RATES.length];
    private final double[] error = new double[RATES.length];
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
      for (int i = 0; i < RATES.length; i++) {
        double e = units - level[i];
        error[i] += e * e;
        level[i] += RATES[i] * e;
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
      for (int i = 1; i < RATES.length; i++) {
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
