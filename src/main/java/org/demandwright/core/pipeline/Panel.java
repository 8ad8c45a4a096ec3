package org.demandwright.core.pipeline;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.demandwright.core.demand.PackedDemand;

/**
 * All series of a company in the order of their keys, packed: who goes through it holds one series
 * unpacked at a time. So its size, not that of the numbers in it, is what memory must hold.
 */
public final class Panel extends AbstractList<SeriesInput> implements RandomAccess {
  private final List<PackedDemand> series;

  private Panel(List<PackedDemand> series) {
    this.series = series;
  }

  /** Packs series in any order, one after the other. */
  public static Panel of(Stream<SeriesInput> inputs) {
    return new Panel(
        inputs
            .map(input -> PackedDemand.of(input.series(), input.covariates()))
            .sorted(Comparator.comparing(PackedDemand::key))
            .toList());
  }

  /** Packs series in any order; a panel is returned as it is. */
  public static Panel of(Collection<SeriesInput> inputs) {
    return inputs instanceof Panel panel ? panel : of(inputs.stream());
  }

  @Override
  public SeriesInput get(int index) {
    PackedDemand packed = series.get(index);
    return new SeriesInput(packed.series(), packed.covariates());
  }

  @Override
  public int size() {
    return series.size();
  }
}
