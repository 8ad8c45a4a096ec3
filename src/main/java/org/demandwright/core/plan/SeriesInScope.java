package org.demandwright.core.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the series of scopes, those of one item without looking at all others. */
public final class SeriesInScope {
  private final List<PlannedSeries> all;
  private final Map<String, List<PlannedSeries>> byItem;

  private SeriesInScope(List<PlannedSeries> all) {
    this.all = all;
    this.byItem = all.stream().collect(Collectors.groupingBy(s -> s.key().item()));
  }

  public static SeriesInScope of(Collection<PlannedSeries> series) {
    return new SeriesInScope(
        series.stream().sorted(Comparator.comparing(PlannedSeries::key)).toList());
  }

  /** Returns the series of a scope in the order of their keys. */
  public List<PlannedSeries> of(Scope scope) {
    List<PlannedSeries> among =
        scope.item().map(item -> byItem.getOrDefault(item, List.of())).orElse(all);
    return among.stream().filter(s -> scope.holds(s.key(), s.category())).toList();
  }
}
