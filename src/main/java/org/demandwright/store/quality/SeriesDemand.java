package org.demandwright.store.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.quality.DemandDays;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.demand.SeriesStore.Day;
import org.demandwright.store.demand.SeriesStore.View;

/**
 * The demand of series by day: out of the sums that are kept, or of lines as they were known at an
 * instant out of the lines and their history.
 */
@ApplicationScoped
public class SeriesDemand {
  private final SeriesStore series;
  private final SalesSumStore sums;

  @Inject
  public SeriesDemand(SeriesStore series, SalesSumStore sums) {
    this.series = series;
    this.sums = sums;
  }

  SeriesDemand() {
    this(null, null);
  }

  /**
   * The days of one series, in order.
   *
   * @param known with demand or returns, before the as-of day
   * @param open from it on, for which lines are wanted
   */
  public record Days(List<DayTotal> known, List<DayTotal> open) {
    public static final Days NONE = new Days(List.of(), List.of());

    public Days {
      known = List.copyOf(known);
      open = List.copyOf(open);
    }
  }

  /** Returns the days of the series numbered from … to that have lines. */
  public Map<Long, Days> of(long from, long to, View view) {
    return view.knownAt().isPresent() ? counted(from, to, view) : kept(from, to, view);
  }

  private Map<Long, Days> kept(long from, long to, View view) {
    Map<Long, Days> all = new TreeMap<>();
    sums.days(from, to)
        .forEach(
            (id, ofSeries) ->
                all.put(
                    id,
                    new Days(
                        DemandDays.before(view.asOf(), view.returnsOnDayOfSale(), ofSeries),
                        DemandDays.from(view.asOf(), ofSeries))));
    return all;
  }

  private Map<Long, Days> counted(long from, long to, View view) {
    Map<Long, List<DayTotal>> known = totals(series.days(from, to, view));
    Map<Long, List<DayTotal>> open = totals(series.open(from, to, view));
    Map<Long, Days> all = new TreeMap<>();
    known.forEach((id, days) -> all.put(id, new Days(days, open.getOrDefault(id, List.of()))));
    open.forEach((id, days) -> all.putIfAbsent(id, new Days(List.of(), days)));
    return all;
  }

  private static Map<Long, List<DayTotal>> totals(List<Day> days) {
    Map<Long, List<DayTotal>> all = new TreeMap<>();
    days.forEach(
        d ->
            all.computeIfAbsent(d.seriesId(), id -> new ArrayList<>())
                .add(new DayTotal(d.day(), d.gross(), d.returned())));
    return all;
  }
}
