package org.demandwright.core.model.regression;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.demandwright.core.PackedVector;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;

/** Keeps what was computed of each series, since each trainer looks at every one several times. */
final class PackedUnits implements Function<History, double[]> {
  private final Function<History, double[]> units;
  private final Map<SeriesKey, PackedVector> known = new HashMap<>();

  PackedUnits(Function<History, double[]> units) {
    this.units = units;
  }

  @Override
  public double[] apply(History history) {
    return known
        .computeIfAbsent(history.series().key(), key -> PackedVector.of(units.apply(history)))
        .unpack();
  }
}
