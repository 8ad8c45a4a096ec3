package org.demandwright.app.decide;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.core.demand.ItemKey;

/** Rows of master data by the item that they are of. */
final class ByItem {
  private ByItem() {}

  static <T> Map<ItemKey, List<T>> of(List<T> rows, Function<T, ItemKey> item) {
    return rows.stream().collect(Collectors.groupingBy(item));
  }
}
