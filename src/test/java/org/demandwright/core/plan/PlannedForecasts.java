package org.demandwright.core.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;

/**
 * Small forecasts to lay overrides over: series are numbered from 1 in the order they are added.
 */
final class PlannedForecasts {
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final List<Period> periods;
  private final List<PlannedSeries> series = new ArrayList<>();
  private final Map<Long, DoubleVector> means = new HashMap<>();

  private PlannedForecasts(List<Period> periods) {
    this.periods = periods;
  }

  static PlannedForecasts weeks(int count) {
    return of(Bucket.WEEK, count);
  }

  static PlannedForecasts of(Bucket bucket, int count) {
    Period first = Period.of(bucket, MONDAY);
    return new PlannedForecasts(LongStream.range(0, count).mapToObj(first::plus).toList());
  }

  PlannedForecasts with(String item, String site, String uom, double... means) {
    return add(item, site, uom, true, means);
  }

  PlannedForecasts notRecommended(String item, String site, double... means) {
    return add(item, site, "EA", false, means);
  }

  private PlannedForecasts add(
      String item, String site, String uom, boolean usable, double... mean) {
    long id = series.size() + 1L;
    series.add(new PlannedSeries(id, new SeriesKey("A", item, site, ""), "tea & co", uom, usable));
    means.put(id, DoubleVector.of(mean));
    return this;
  }

  LayeredForecast layers(Long... active) {
    return new LayeredForecast(
        periods, SeriesInScope.of(series), means, Set.of(active), uom -> uom.equals("EA"));
  }

  List<Period> periods() {
    return periods;
  }

  static Scope item(String item) {
    return new Scope(
        Optional.empty(), Optional.of(item), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static OverrideLayer layer(
      long id, Scope scope, LocalDate first, LocalDate last, Adjustment.Kind kind, String amount) {
    return new OverrideLayer(id, scope, first, last, new Adjustment(kind, new BigDecimal(amount)));
  }
}
