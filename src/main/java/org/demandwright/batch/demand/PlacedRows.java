package org.demandwright.batch.demand;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.SeriesKey;

/**
 * Rows of master data by item, some of them of one site alone.
 *
 * @param byItem in the order in which they came
 * @param siteOf the site of a row, null where it holds at all sites
 */
public record PlacedRows<T>(Map<ItemKey, List<T>> byItem, Function<T, String> siteOf) {

  public static <T> PlacedRows<T> of(
      Collection<T> rows, Function<T, ItemKey> itemOf, Function<T, String> siteOf) {
    return new PlacedRows<>(rows.stream().collect(Collectors.groupingBy(itemOf)), siteOf);
  }

  /** Returns the rows that hold for a series. */
  public List<T> of(SeriesKey series) {
    return byItem.getOrDefault(new ItemKey(series.org(), series.item()), List.of()).stream()
        .filter(r -> siteOf.apply(r) == null || siteOf.apply(r).equals(series.site()))
        .toList();
  }
}
