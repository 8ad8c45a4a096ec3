package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.decide.price.PriceFit;
import org.demandwright.core.decide.price.PriceHistory;
import org.demandwright.core.decide.price.PricePool;
import org.demandwright.core.decide.price.PriceRegression;
import org.demandwright.core.decide.price.PriceResponse;
import org.demandwright.core.decide.price.PriceUnknown;
import org.demandwright.core.decide.price.PricedDays;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.SalesDays;
import org.demandwright.core.quality.SalesSums;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlacePrice;
import org.demandwright.store.decide.PriceResponseStore;
import org.demandwright.store.decide.PriceResponseStore.Lesson;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.quality.SalesSumStore;

/**
 * Learns how demand answers prices, once in a while: each item by itself first, then all of a
 * company drawn to their categories.
 */
@ApplicationScoped
public class LearnPrices {
  /** So many days back are looked at: five years. */
  private static final int MOST_DAYS = 1_826;

  private static final int PAGE = 1_000;

  private final PriceResponseStore prices;
  private final MasterDataStore masterData;
  private final SalesSumStore sales;
  private final Settings settings;
  private final Clock clock;

  @Inject
  LearnPrices(
      PriceResponseStore prices,
      MasterDataStore masterData,
      SalesSumStore sales,
      Settings settings,
      Clock clock) {
    this.prices = prices;
    this.masterData = masterData;
    this.sales = sales;
    this.settings = settings;
    this.clock = clock;
  }

  LearnPrices() {
    this(null, null, null, null, null);
  }

  /**
   * Begins what the run of a decision is to learn, or goes on with what it began; empty where what
   * is known is new enough.
   */
  public Optional<Lesson> begin(Decision decision, long instanceId) {
    Optional<Lesson> begun = prices.ofInstance(instanceId);
    return begun.isPresent() || !isDue(decision)
        ? begun
        : Optional.of(prices.begin(instanceId, decision.plan(), decision.asOf()));
  }

  private boolean isDue(Decision decision) {
    int days = settings.decisions().priceDays();
    return days > 0
        && prices
            .newest(decision.plan())
            .filter(known -> !known.asOf().isAfter(decision.asOf()))
            .filter(known -> known.asOf().plusDays(days).isAfter(decision.asOf()))
            .isEmpty();
  }

  /**
   * What all items have in common.
   *
   * @param first day that is looked at
   * @param days that are
   * @param categories of items
   * @param weekly what the items of a company's category sold in each week
   */
  public record Sweep(
      DecisionBasis basis,
      Lesson lesson,
      LocalDate first,
      int days,
      Map<ItemKey, String> categories,
      Map<List<String>, double[]> weekly) {
    private int day(LocalDate day) {
      return (int) Math.max(-1, Math.min(days, ChronoUnit.DAYS.between(first, day)));
    }

    private List<String> group(ItemKey item) {
      return List.of(item.orgId(), categories.getOrDefault(item, ""));
    }
  }

  /** Reads what all items of a decision have in common. */
  public Sweep sweep(DecisionBasis basis, Lesson lesson) {
    Map<ItemKey, String> categories = new HashMap<>();
    masterData
        .items()
        .forEach(
            (key, item) -> categories.put(key, item.category() == null ? "" : item.category()));
    LocalDate end = lesson.asOf();
    LocalDate first = end.minusDays(MOST_DAYS);
    Sweep sweep = new Sweep(basis, lesson, first, MOST_DAYS, categories, new HashMap<>());
    List<Place> places = basis.places();
    for (int from = 0; from < places.size(); from += PAGE) {
      List<Place> some = places.subList(from, Math.min(places.size(), from + PAGE));
      Map<Long, List<SalesDays>> sold = sold(first, some);
      for (Place place : some) {
        double[] weeks =
            sweep
                .weekly()
                .computeIfAbsent(
                    sweep.group(item(place)), g -> new double[PriceHistory.weeks(MOST_DAYS)]);
        addWeeks(units(sweep, place, sold), weeks, 1);
      }
    }
    return sweep;
  }

  private static ItemKey item(Place place) {
    return new ItemKey(place.key().org(), place.key().item());
  }

  private Map<Long, List<SalesDays>> sold(LocalDate first, Collection<Place> places) {
    return sales.daysSince(
        ThirteenWeeks.of(first),
        places.stream()
            .flatMap(p -> p.series().stream())
            .map(TotalsStore.Entry::seriesId)
            .toList());
  }

  private static double[] units(Sweep sweep, Place place, Map<Long, List<SalesDays>> known) {
    double[] units = new double[sweep.days()];
    for (TotalsStore.Entry series : place.series()) {
      for (SalesDays days : known.getOrDefault(series.seriesId(), List.of())) {
        for (SalesSums.Day day : days.days()) {
          int at = sweep.day(day.day());
          if (at >= 0 && at < units.length) {
            units[at] += day.gross().doubleValue();
          }
        }
      }
    }
    return units;
  }

  private static void addWeeks(double[] units, double[] weeks, int sign) {
    for (int d = 0; d < units.length; d++) {
      weeks[d / PriceHistory.WEEK] += sign * units[d];
    }
  }

  /** Learns what items tell by themselves and writes it, in one transaction. */
  @Transactional
  public void learn(Sweep sweep, List<ItemPlaces> items) {
    List<String> names = items.stream().map(i -> i.item().itemId()).distinct().toList();
    Map<ItemKey, List<Price>> priced = new HashMap<>();
    masterData
        .prices(names)
        .forEach(p -> priced.computeIfAbsent(p.item(), k -> new ArrayList<>()).add(p));
    Map<ItemKey, List<Promotion>> promoted = new HashMap<>();
    masterData
        .promotions(names)
        .forEach(p -> promoted.computeIfAbsent(p.item(), k -> new ArrayList<>()).add(p));
    Map<ItemKey, List<MasterDataStore.StockOutDays>> out = new HashMap<>();
    masterData
        .stockOuts(names)
        .forEach(s -> out.computeIfAbsent(s.item(), k -> new ArrayList<>()).add(s));
    Map<Long, List<SalesDays>> sold =
        sold(sweep.first(), items.stream().flatMap(i -> i.places().stream()).toList());
    List<PlacePrice> learned = new ArrayList<>();
    for (ItemPlaces item : items) {
      learned.addAll(
          of(
              sweep,
              item,
              sold,
              priced.getOrDefault(item.item(), List.of()),
              promoted.getOrDefault(item.item(), List.of()),
              out.getOrDefault(item.item(), List.of())));
    }
    prices.write(sweep.lesson().lessonId(), learned);
  }

  private static List<PlacePrice> of(
      Sweep sweep,
      ItemPlaces item,
      Map<Long, List<SalesDays>> sold,
      List<Price> prices,
      List<Promotion> promotions,
      List<MasterDataStore.StockOutDays> outs) {
    Optional<String> currency = currency(prices);
    List<Price> comparable =
        prices.stream().filter(p -> Optional.ofNullable(p.currency()).equals(currency)).toList();
    Map<String, double[]> units = new LinkedHashMap<>();
    for (Place place : item.places()) {
      units.merge(
          place.key().site(),
          units(sweep, place, sold),
          (one, other) -> {
            Arrays.setAll(one, d -> one[d] + other[d]);
            return one;
          });
    }
    int begin = begin(units.values());
    int end =
        item.places().stream().anyMatch(sweep.basis()::isActive)
            ? sweep.days()
            : Math.max(begin + 1, end(units.values()));
    double[] others = sweep.weekly().get(sweep.group(item.item())).clone();
    units.values().forEach(of -> addWeeks(of, others, -1));
    List<PricedDays> sites = new ArrayList<>();
    units.forEach(
        (site, of) ->
            sites.add(
                cut(
                    new PricedDays(
                        site,
                        of,
                        priceOfDays(sweep, comparable, site),
                        outOf(sweep, outs, site),
                        promotedOf(sweep, promotions, site)),
                    begin,
                    end)));
    int week = begin / PriceHistory.WEEK;
    double[] rest = Arrays.copyOfRange(others, week, others.length);
    Arrays.setAll(rest, w -> Math.max(0, rest[w]));
    PriceFit fit = PriceRegression.of(new PriceHistory(sweep.first().plusDays(begin), sites, rest));
    List<PlacePrice> rows = new ArrayList<>();
    for (Place place : item.places()) {
      fit.support().stream()
          .filter(s -> s.site().equals(place.key().site()))
          .findFirst()
          .ifPresent(
              support ->
                  rows.add(
                      new PlacePrice(
                          place.number(),
                          place.key(),
                          sweep.categories().getOrDefault(item.item(), ""),
                          currency,
                          support,
                          new PriceResponse(fit, 0, 0, 0, 0, fit.unknown()))));
    }
    return rows;
  }

  /** Prices of several currencies are never compared: the one of most prices counts. */
  private static Optional<String> currency(List<Price> prices) {
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

  /** A price of the site goes before one of every site, a later one before an earlier. */
  private static double[] priceOfDays(Sweep sweep, List<Price> prices, String site) {
    double[] days = new double[sweep.days()];
    for (boolean own : new boolean[] {false, true}) {
      for (Price p : prices) {
        if ((own ? site.equals(p.siteId()) : p.siteId() == null) && p.unitPrice().signum() > 0) {
          fillPrice(sweep, days, p);
        }
      }
    }
    return days;
  }

  private static void fillPrice(Sweep sweep, double[] days, Price p) {
    int from = p.validFrom() == null ? 0 : Math.max(0, sweep.day(p.validFrom()));
    int to = p.validTo() == null ? days.length : Math.min(days.length, sweep.day(p.validTo()) + 1);
    if (from < to) {
      Arrays.fill(days, from, to, p.unitPrice().doubleValue());
    }
  }

  /** The day before nothing was left is one on which it ran out. */
  private static boolean[] outOf(
      Sweep sweep, List<MasterDataStore.StockOutDays> outs, String site) {
    boolean[] days = new boolean[sweep.days()];
    for (MasterDataStore.StockOutDays spell : outs) {
      if (spell.siteId().equals(site)) {
        fill(days, sweep.day(spell.from()) - 1, sweep.day(spell.to()));
      }
    }
    return days;
  }

  private static boolean[] promotedOf(Sweep sweep, List<Promotion> promotions, String site) {
    boolean[] days = new boolean[sweep.days()];
    for (Promotion p : promotions) {
      if (p.siteId() == null || p.siteId().equals(site)) {
        fill(days, sweep.day(p.from()), sweep.day(p.to()) + 1);
      }
    }
    return days;
  }

  private static void fill(boolean[] days, int from, int to) {
    int begin = Math.max(0, from);
    int end = Math.min(days.length, to);
    if (begin < end) {
      Arrays.fill(days, begin, end, true);
    }
  }

  /** Draws what items told to their categories, and ends the lesson. */
  @Transactional
  public void pool(Lesson lesson) {
    List<PlacePrice> places = new ArrayList<>();
    List<PlacePrice> page = page(lesson, 0);
    while (!page.isEmpty()) {
      places.addAll(page);
      page = page(lesson, page.get(page.size() - 1).number());
    }
    Map<String, Map<String, PlacePrice>> items = new TreeMap<>();
    places.forEach(
        p ->
            items
                .computeIfAbsent(p.key().org(), org -> new TreeMap<>())
                .putIfAbsent(p.key().item(), p));
    Map<String, PricePool> pools = new HashMap<>();
    items.forEach(
        (org, of) ->
            pools.put(org, PricePool.of(of.values().stream().map(LearnPrices::member).toList())));
    for (int from = 0; from < places.size(); from += PAGE) {
      prices.write(
          lesson.lessonId(),
          places.subList(from, Math.min(places.size(), from + PAGE)).stream()
              .map(p -> p.with(answer(p, pools.get(p.key().org()))))
              .toList());
    }
    prices.finish(lesson, clock.now());
    prices.forgetBefore(lesson);
  }

  /** An item has one answer, which is told at no site where no price of it is known. */
  private static PriceResponse answer(PlacePrice p, PricePool pool) {
    PriceResponse response = pool.of(member(p));
    boolean ofPrices =
        response.isKnown() || response.unknown().equals(Optional.of(PriceUnknown.NO_VARIATION));
    return ofPrices && p.support().prices() == 0
        ? PriceResponse.unknown(response.fit(), PriceUnknown.NO_PRICE)
        : response;
  }

  private List<PlacePrice> page(Lesson lesson, long after) {
    return prices.page(lesson.lessonId(), PriceResponseStore.Filter.all(), after, PAGE);
  }

  private static PricePool.Member member(PlacePrice p) {
    return new PricePool.Member(p.category(), p.response().fit());
  }
}
