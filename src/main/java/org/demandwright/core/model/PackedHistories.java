package org.demandwright.core.model;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.demandwright.core.demand.PackedDemand;
import org.demandwright.core.feature.History;

/** Histories that are unpacked when they are looked at, anew each time. */
final class PackedHistories extends AbstractList<History> implements RandomAccess {
  private final List<PackedDemand> packed;

  PackedHistories(List<PackedDemand> packed) {
    this.packed = packed;
  }

  @Override
  public History get(int index) {
    PackedDemand demand = packed.get(index);
    return new History(demand.series(), demand.covariates());
  }

  @Override
  public int size() {
    return packed.size();
  }
}
