package org.demandwright.app.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.decide.price.PriceFit;
import org.demandwright.core.decide.price.PriceHistory;
import org.demandwright.core.decide.price.PriceRegression;
import org.demandwright.core.decide.price.PriceResponse;
import org.demandwright.core.decide.price.PricedDays;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.quality.SalesDays;
import org.demandwright.store.decide.PlacePrice;
import org.demandwright.store.demand.MasterDataStore.StockOutDays;

/**
 * What an item was sold at, in the order in which it was.
 *
 * @param sold by series
 * @param prices of the item, in the order of their first days; likewise its promotions and the days
 *     on which nothing was there
 */
record PricePast(
    PriceSweep sweep,
    ItemPlaces item,
    Map<Long, List<SalesDays>> sold,
    List<Price> prices,
    List<Promotion> promotions,
    List<StockOutDays> outs) {

  /** Returns what the item tells by itself, at each of its sites. */
  List<PlacePrice> learned() {
    Optional<String> currency = currency();
    Map<String, double[]> units = new LinkedHashMap<>();
    item.places().forEach(place -> units.put(place.key().site(), sweep.days().units(place, sold)));
    int begin = begin(units.values());
    int end =
        item.places().stream().anyMatch(sweep::isActive)
            ? sweep.days().count()
            : Math.max(begin + 1, end(units.values()));
    List<PricedDays> sites = new ArrayList<>();
    units.forEach((site, of) -> sites.add(cut(days(site, of, currency), begin, end)));
    PriceFit fit =
        PriceRegression.of(
            new PriceHistory(
                sweep.days().first().plusDays(begin),
                sites,
                others(units.values(), begin / PriceHistory.WEEK)));
    return item.places().stream().flatMap(place -> told(place, fit, currency).stream()).toList();
  }

  private Optional<PlacePrice> told(Place place, PriceFit fit, Optional<String> currency) {
    return fit.support().stream()
        .filter(s -> s.site().equals(place.key().site()))
        .findFirst()
        .map(
            support ->
                new PlacePrice(
                    place.number(),
                    place.key(),
                    sweep.category(item.item()),
                    currency,
                    support,
                    new PriceResponse(fit, 0, 0, 0, 0, fit.unknown())));
  }

  /** Prices of several currencies are never compared: the one of most prices counts. */
  private Optional<String> currency() {
    Map<String, Integer> counts = new TreeMap<>();
    prices.stream()
        .filter(p -> p.currency() != null)
        .forEach(p -> counts.merge(p.currency(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  private PricedDays days(String site, double[] units, Optional<String> currency) {
    PastDays days = sweep.days();
    List<Price> comparable =
        prices.stream().filter(p -> Optional.ofNullable(p.currency()).equals(currency)).toList();
    return new PricedDays(
        site,
        units,
        days.prices(site, comparable),
        days.out(site, outs),
        days.promoted(site, promotions));
  }

  /** What others of its category sold from a week on. */
  private double[] others(Collection<double[]> own, int week) {
    double[] others = sweep.others(item.item(), own);
    double[] rest = Arrays.copyOfRange(others, week, others.length);
    Arrays.setAll(rest, w -> Math.max(0, rest[w]));
    return rest;
  }

  /** The first day of the week in which something of the item was sold first. */
  private static int begin(Collection<double[]> units) {
    int first = Integer.MAX_VALUE;
    for (double[] of : units) {
      int d = 0;
      while (d < of.length && of[d] == 0) {
        d++;
      }
      first = Math.min(first, d);
    }
    int most = units.iterator().next().length - 1;
    return Math.min(first, most) / PriceHistory.WEEK * PriceHistory.WEEK;
  }

  /**
   * The day after the one on which something of an item that is not sold any more was sold last.
   */
  private static int end(Collection<double[]> units) {
    int last = 0;
    for (double[] of : units) {
      for (int d = last; d < of.length; d++) {
        last = of[d] > 0 ? d + 1 : last;
      }
    }
    return last;
  }

  /** Before a site sold the item first, its price tells nothing. */
  private static PricedDays cut(PricedDays all, int begin, int end) {
    for (int d = 0; d < end && all.units()[d] == 0; d++) {
      all.price()[d] = 0;
    }
    return new PricedDays(
        all.site(),
        Arrays.copyOfRange(all.units(), begin, end),
        Arrays.copyOfRange(all.price(), begin, end),
        Arrays.copyOfRange(all.out(), begin, end),
        Arrays.copyOfRange(all.promoted(), begin, end));
  }
}
