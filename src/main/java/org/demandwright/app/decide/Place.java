package org.demandwright.app.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.store.forecast.TotalsStore;

/**
 * An item at a site, with the series that are served from its stock.
 *
 * @param number the smallest of its series
 * @param series by channel, at least one
 */
public record Place(long number, PolicySubject.Key key, List<TotalsStore.Entry> series) {
  public Place {
    series = List.copyOf(series);
  }

  /**
   * Returns the places of series, by their numbers.
   *
   * @param series in the order of their numbers
   */
  static List<Place> of(List<TotalsStore.Entry> series) {
    Map<PolicySubject.Key, List<TotalsStore.Entry>> grouped = new LinkedHashMap<>();
    for (TotalsStore.Entry entry : series) {
      grouped
          .computeIfAbsent(
              new PolicySubject.Key(entry.key().org(), entry.key().item(), entry.key().site()),
              key -> new ArrayList<>())
          .add(entry);
    }
    return grouped.entrySet().stream()
        .map(e -> new Place(e.getValue().get(0).seriesId(), e.getKey(), e.getValue()))
        .sorted(Comparator.comparingLong(Place::number))
        .toList();
  }

  /** Returns the numbers of the series of places. */
  static List<Long> seriesOf(List<Place> places) {
    return places.stream()
        .flatMap(p -> p.series().stream())
        .map(TotalsStore.Entry::seriesId)
        .toList();
  }

  /** Its number alone: it is asked for often, and tells places apart. */
  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }
}
