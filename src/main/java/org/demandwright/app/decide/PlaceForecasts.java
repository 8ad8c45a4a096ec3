package org.demandwright.app.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.store.forecast.TotalsStore;

/**
 * What was wanted of items at sites as past versions told it: the sum of all channels, with the
 * spread that the item had shown by the origin, as stock plans have it.
 *
 * @param totals of each place by its number, the oldest first; a place has one of each origin at
 *     which all of its channels were forecast
 * @param leftOver series that the method left to the published way, at one origin at least
 */
record PlaceForecasts(Map<Long, List<TotalDemand>> totals, int leftOver) {

  /**
   * Adds up the channels of each place.
   *
   * @param published versions by the plan's own way, which count where the method has none
   * @param made versions by the method
   */
  static PlaceForecasts of(
      List<Place> places,
      Map<SeriesKey, List<PastForecasts.Version>> published,
      Map<SeriesKey, List<PastForecasts.Version>> made) {
    Map<SeriesKey, Map<Period, PastForecasts.Version>> whole = new HashMap<>();
    int leftOver = 0;
    for (Map.Entry<SeriesKey, List<PastForecasts.Version>> e : published.entrySet()) {
      Map<Period, PastForecasts.Version> own = byOrigin(e.getValue());
      Map<Period, PastForecasts.Version> other = byOrigin(made.getOrDefault(e.getKey(), List.of()));
      boolean all = other.keySet().containsAll(own.keySet());
      leftOver += all ? 0 : 1;
      whole.put(e.getKey(), all ? other : own);
    }
    Map<Long, List<TotalDemand>> totals = new TreeMap<>();
    for (Place place : places) {
      List<TotalDemand> of = totals(place, whole);
      if (!of.isEmpty()) {
        totals.put(place.number(), of);
      }
    }
    return new PlaceForecasts(totals, leftOver);
  }

  private static Map<Period, PastForecasts.Version> byOrigin(List<PastForecasts.Version> all) {
    Map<Period, PastForecasts.Version> byOrigin = new TreeMap<>();
    all.forEach(v -> byOrigin.put(v.told().origin(), v));
    return byOrigin;
  }

  private static List<TotalDemand> totals(
      Place place, Map<SeriesKey, Map<Period, PastForecasts.Version>> whole) {
    List<Map<Period, PastForecasts.Version>> channels =
        place.series().stream()
            .map(TotalsStore.Entry::key)
            .map(key -> whole.getOrDefault(key, Map.of()))
            .toList();
    List<TotalDemand> totals = new ArrayList<>();
    for (Period origin : channels.get(0).keySet()) {
      if (channels.stream().allMatch(c -> c.containsKey(origin))) {
        totals.add(sum(channels.stream().map(c -> c.get(origin)).toList()));
      }
    }
    return totals;
  }

  /**
   * Returns the totals of a stock from which several channels are served, as {@link DemandOfPlaces}
   * has them for a stock plan.
   */
  static TotalDemand sum(List<PastForecasts.Version> channels) {
    TotalDemand told =
        channels.stream().map(PastForecasts.Version::told).reduce(TotalDemand::and).orElseThrow();
    return ItemSpread.of(told, channels.stream().map(PastForecasts.Version::past).toList())
        .demand();
  }
}
