package org.demandwright.core.feature;

import java.util.List;
import org.demandwright.core.explain.Drivers;

/**
 * Square roots of recent demand, relative to the level: they damp single large orders, which a mean
 * takes at full weight. On weekly shop demand this is the group of features that pays most.
 */
public final class RootMeans implements FeatureStep {

  @Override
  public List<String> names() {
    return List.of("rootMean13", "rootMean52", "rootOfMean13", "rootOfMean4");
  }

  @Override
  public String driverOf(String feature) {
    return Drivers.TYPICAL_ORDERS;
  }

  @Override
  public Running begin() {
    return (past, row, at) -> {
      double level = past.level();
      row[at] = past.rootMeanSquared(13) / level;
      row[at + 1] = past.rootMeanSquared(52) / level;
      row[at + 2] = Math.sqrt(past.mean(13) / level);
      row[at + 3] = Math.sqrt(past.mean(4) / level);
    };
  }
}
