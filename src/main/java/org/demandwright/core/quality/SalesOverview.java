package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.demandwright.core.demand.SeriesKey;

/**
 * What all series sold before a day, as far as it is looked at beyond one series: by site and day,
 * by series, and by item and site.
 */
public final class SalesOverview {
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::org)
          .thenComparing(Subject::item)
          .thenComparing(Subject::site)
          .thenComparing(Subject::channel);

  private final LocalDate from;
  private final LocalDate before;
  private final Map<Subject, TreeMap<LocalDate, SiteDay>> sites = new TreeMap<>(ORDER);
  private final Map<Subject, BigDecimal> places = new TreeMap<>(ORDER);
  private final List<LookAlikeCodes.Sold> series = new ArrayList<>();

  private record SiteDay(long lines, BigDecimal units) {
    SiteDay plus(SiteDay more) {
      return new SiteDay(lines + more.lines, units.add(more.units));
    }
  }

  /**
   * Nothing yet.
   *
   * @param from the first day that is told by site
   * @param before the day before which all that is told lies
   */
  public SalesOverview(LocalDate from, LocalDate before) {
    this.from = from;
    this.before = before;
  }

  /** Takes one series. */
  public void add(SeriesKey key, List<SalesDays> sums) {
    List<SalesSums.Day> days =
        sums.stream()
            .flatMap(s -> s.days().stream())
            .filter(d -> d.day().isBefore(before))
            .toList();
    TreeMap<LocalDate, SiteDay> site =
        sites.computeIfAbsent(new Subject(key.org(), "", key.site(), ""), s -> new TreeMap<>());
    days.stream()
        .filter(d -> !d.day().isBefore(from))
        .forEach(d -> site.merge(d.day(), new SiteDay(d.lines(), d.gross()), SiteDay::plus));
    List<SalesSums.Day> sold = days.stream().filter(d -> d.sales() > 0).toList();
    if (!sold.isEmpty()) {
      sold(key, sold);
    }
  }

  private void sold(SeriesKey key, List<SalesSums.Day> days) {
    BigDecimal units =
        days.stream().map(SalesSums.Day::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
    series.add(
        new LookAlikeCodes.Sold(
            Subject.of(key),
            days.get(0).day(),
            days.get(days.size() - 1).day(),
            days.stream().mapToLong(SalesSums.Day::sales).sum(),
            units.doubleValue()));
    places.merge(new Subject(key.org(), key.item(), key.site(), ""), units, BigDecimal::add);
  }

  /** Hands on what each site of a company booked on its days with lines, in order. */
  public void eachSite(BiConsumer<Subject, List<StaleSource.Day>> consumer) {
    sites.forEach(
        (site, days) ->
            consumer.accept(
                site,
                days.entrySet().stream()
                    .map(
                        e ->
                            new StaleSource.Day(
                                e.getKey(),
                                e.getValue().lines(),
                                e.getValue().units().doubleValue()))
                    .toList()));
  }

  /** Returns what each series sold, returns aside. */
  public List<LookAlikeCodes.Sold> series() {
    return List.copyOf(series);
  }

  /** Returns the base units of an item that a site sold, in all channels, returns aside. */
  public double sold(Subject place) {
    return places.getOrDefault(place, BigDecimal.ZERO).doubleValue();
  }
}
