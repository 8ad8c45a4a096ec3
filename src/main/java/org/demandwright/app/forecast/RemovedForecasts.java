package org.demandwright.app.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.demandwright.core.demand.Period;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.SeenStore;
import org.demandwright.store.forecast.VersionStore;

/**
 * Finds what readers saw in one version and do not see in another: all periods of series that it
 * has no forecasts of, and of the others those that it does not have. Rows are told apart by series
 * and first day of the period.
 *
 * @param seen the version that they saw
 * @param now the version that they see
 * @param shownAt since when
 */
record RemovedForecasts(
    SeenStore store, SeenStore.Seen seen, VersionStore.Version now, Instant shownAt) {
  private static final int MOST_SERIES = 500;

  /** A place in the order of series and first day. */
  record Place(long seriesId, LocalDate start) implements Comparable<Place> {
    static Place of(ToldForecast told) {
      return new Place(told.seriesId(), told.start());
    }

    @Override
    public int compareTo(Place other) {
      int bySeries = Long.compare(seriesId, other.seriesId);
      return bySeries == 0 ? start.compareTo(other.start) : bySeries;
    }
  }

  /**
   * Returns what is gone between two places.
   *
   * @param after the place before the first
   * @param to the last place
   */
  List<RemovedForecast> between(ForecastStore.Filter filter, Place after, Place to, int limit) {
    List<Period> all = periods(seen, filter);
    List<Period> over = all.stream().filter(Predicate.not(this::isThere)).toList();
    int most = Math.min(limit, MOST_SERIES);
    List<RemovedForecast> gone = new ArrayList<>();
    List<SeenStore.SeenSeries> some = series(filter, over.isEmpty(), after.seriesId(), to, most);
    while (!some.isEmpty()) {
      some.stream()
          .flatMap(s -> (s.still() ? over : all).stream().map(p -> removed(s, p)))
          .filter(r -> Place.of(r).compareTo(after) > 0 && Place.of(r).compareTo(to) <= 0)
          .forEach(gone::add);
      long next = some.get(some.size() - 1).seriesId() + 1;
      boolean more = gone.size() < limit && some.size() == most;
      some = more ? series(filter, over.isEmpty(), next, to, most) : List.of();
    }
    return gone.subList(0, Math.min(limit, gone.size()));
  }

  private List<SeenStore.SeenSeries> series(
      ForecastStore.Filter filter, boolean onlyGone, long from, Place to, int most) {
    return store.series(
        new SeenStore.Between(seen.versionId(), now.versionId(), onlyGone, from, to.seriesId()),
        filter.series(),
        most);
  }

  private RemovedForecast removed(SeenStore.SeenSeries series, Period period) {
    return new RemovedForecast(seen.versionId(), series, period, shownAt);
  }

  private static List<Period> periods(SeenStore.Seen seen, ForecastStore.Filter filter) {
    Period first = Period.of(seen.bucket(), seen.origin());
    return IntStream.rangeClosed(0, first.until(Period.of(seen.bucket(), seen.lastPeriod())))
        .mapToObj(first::plus)
        .filter(p -> filter.from().map(from -> !p.start().isBefore(from)).orElse(true))
        .filter(p -> filter.to().map(to -> !p.start().isAfter(to)).orElse(true))
        .toList();
  }

  /** Whether the version that readers see has a period that begins on the same day. */
  private boolean isThere(Period period) {
    Period first = Period.of(now.recipe().bucket(), now.recipe().origin());
    Period same = Period.of(first.bucket(), period.start());
    int steps = first.until(same);
    return same.start().equals(period.start()) && steps >= 0 && steps < now.recipe().horizon();
  }
}
