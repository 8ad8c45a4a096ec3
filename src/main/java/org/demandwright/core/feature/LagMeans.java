package org.demandwright.core.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demandwright.core.explain.Drivers;

/**
 * Means of the last 1, 2, 4, 8, 13, 26 and 52 periods and of the whole past, relative to the level:
 * the last value, the recent run and the long one, in one comparable unit for all series.
 */
public final class LagMeans implements FeatureStep {
  private static final int[] WINDOWS = {1, 2, 4, 8, 13, 26, 52};
  private static final Set<String> RECENT = Set.of("mean1", "mean2", "mean4", "mean8");

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int window : WINDOWS) {
      names.add("mean" + window);
    }
    names.add("meanAll");
    return names;
  }

  @Override
  public String driverOf(String feature) {
    return RECENT.contains(feature) ? Drivers.RECENT_DEMAND : Drivers.LONG_RUN_DEMAND;
  }

  @Override
  public Running begin() {
    return (past, row, at) -> {
      double level = past.level();
      for (int i = 0; i < WINDOWS.length; i++) {
        row[at + i] = past.mean(WINDOWS[i]) / level;
      }
      row[at + WINDOWS.length] = past.mean() / level;
    };
  }
}
