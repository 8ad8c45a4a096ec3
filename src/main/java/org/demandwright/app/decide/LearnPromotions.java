package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.promotion.MarketDays;
import org.demandwright.core.decide.promotion.PlaceDays;
import org.demandwright.core.decide.promotion.PromotionStudy;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.CovariatePeriods;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.SalesDays;
import org.demandwright.core.quality.SalesSums;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PromotionEffectStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.MasterDataStore.StockOutDays;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.quality.SalesSumStore;

/**
 * Learns once a week what promotions do, out of the last three years of all items at sites that a
 * version forecasts: once read to tell on which days the market was apart, once to learn.
 */
@ApplicationScoped
public class LearnPromotions {
  private static final int PAGE = 200;
  private static final int DAYS = 3 * 365;

  /** Between two times. */
  private static final int EVERY = 7;

  /** So many places are enough to tell days of the market by. */
  private static final int MOST_OF_MARKET = 2_000;

  private final MasterDataStore masterData;
  private final SalesSumStore sales;
  private final PromotionEffectStore effects;

  @Inject
  LearnPromotions(MasterDataStore masterData, SalesSumStore sales, PromotionEffectStore effects) {
    this.masterData = masterData;
    this.sales = sales;
    this.effects = effects;
  }

  LearnPromotions() {
    this(null, null, null);
  }

  /** Returns whether what was learned last is so old as to be learned again. */
  public boolean isDue(Decision decision) {
    return effects
        .learning()
        .filter(
            last ->
                !last.learnedOn().isAfter(decision.asOf())
                    && last.learnedOn().plusDays(EVERY).isAfter(decision.asOf()))
        .isEmpty();
  }

  /** Learns from what is known to a decision, and keeps it in the place of what was before. */
  public void learn(DecisionBasis basis) {
    LocalDate asOf = basis.decision().asOf();
    LocalDate first = asOf.minusDays(DAYS);
    PastDays days = new PastDays(first, DAYS);
    Map<ItemKey, String> categories = masterData.categories();
    PromotionStudy study = new PromotionStudy(market(basis.places(), days), DAYS);
    List<Place> places = basis.places();
    for (int from = 0; from < places.size(); from += PAGE) {
      add(study, days, places.subList(from, Math.min(places.size(), from + PAGE)), categories);
    }
    effects.replace(asOf, study.effects());
  }

  private MarketDays market(List<Place> all, PastDays days) {
    MarketDays market = new MarketDays(days.first(), DAYS);
    int each = Math.max(1, (all.size() + MOST_OF_MARKET - 1) / MOST_OF_MARKET);
    List<Place> some =
        IntStream.range(0, all.size()).filter(i -> i % each == 0).mapToObj(all::get).toList();
    for (int from = 0; from < some.size(); from += PAGE) {
      List<Place> page = some.subList(from, Math.min(some.size(), from + PAGE));
      Map<Long, List<SalesDays>> sold =
          sales.daysSince(ThirteenWeeks.of(days.first()), Place.seriesOf(page));
      page.forEach(place -> market.add(DoubleVector.of(days.units(place, sold))));
    }
    return market;
  }

  private void add(
      PromotionStudy study, PastDays days, List<Place> places, Map<ItemKey, String> categories) {
    List<String> items = places.stream().map(p -> p.key().item()).distinct().toList();
    Map<Long, List<SalesSums>> sold =
        sales.since(ThirteenWeeks.of(days.first()), Place.seriesOf(places));
    Map<ItemKey, List<StockOutDays>> out =
        ByItem.of(masterData.stockOuts(items), StockOutDays::item);
    Map<ItemKey, List<Price>> prices = ByItem.of(masterData.prices(items), Price::item);
    Map<ItemKey, List<Promotion>> promotions =
        ByItem.of(masterData.promotions(items), Promotion::item);
    for (Place place : places) {
      ItemKey item = new ItemKey(place.key().org(), place.key().item());
      String site = place.key().site();
      double[] units = new double[DAYS];
      List<SalesSums> sums = new ArrayList<>();
      for (TotalsStore.Entry series : place.series()) {
        for (SalesSums of : sold.getOrDefault(series.seriesId(), List.of())) {
          days.add(units, of.days());
          sums.add(of);
        }
      }
      study.add(
          new PlaceDays(
              item,
              site,
              categories.getOrDefault(item, ""),
              days.first(),
              DoubleVector.of(units),
              empty(days.first(), site, out.getOrDefault(item, List.of())),
              CovariatePeriods.relativePrice(
                  at(site, prices.getOrDefault(item, List.of()), Price::siteId),
                  Period.of(Bucket.DAY, days.first()),
                  DAYS,
                  DAYS),
              at(site, promotions.getOrDefault(item, List.of()), Promotion::siteId),
              paid(sums)));
    }
  }

  private static <T> List<T> at(String site, List<T> rows, Function<T, String> siteOf) {
    return rows.stream()
        .filter(row -> siteOf.apply(row) == null || siteOf.apply(row).equals(site))
        .toList();
  }

  private static BitSet empty(LocalDate first, String site, List<StockOutDays> spells) {
    BitSet empty = new BitSet(DAYS);
    for (StockOutDays spell : spells) {
      if (spell.siteId().equals(site)) {
        int from = (int) Math.max(0, ChronoUnit.DAYS.between(first, spell.from()));
        int to = (int) Math.min(DAYS, ChronoUnit.DAYS.between(first, spell.to()));
        empty.set(from, Math.max(from, to));
      }
    }
    return empty;
  }

  /** What was paid in the currency in which most was sold, of equals the first by its code. */
  private static List<PlaceDays.WeekPaid> paid(List<SalesSums> sums) {
    Map<String, Double> units = new TreeMap<>();
    for (SalesSums of : sums) {
      for (SalesSums.Week week : of.weeks()) {
        week.prices()
            .forEach((code, sold) -> units.merge(code, sold.units().doubleValue(), Double::sum));
      }
    }
    String main =
        units.entrySet().stream()
            .max(
                Map.Entry.<String, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse("");
    Map<LocalDate, double[]> weeks = new TreeMap<>();
    for (SalesSums of : sums) {
      for (SalesSums.Week week : of.weeks()) {
        SalesSums.Amount sold = week.prices().get(main);
        if (sold != null) {
          double[] sum = weeks.computeIfAbsent(week.monday(), monday -> new double[2]);
          sum[0] += sold.units().doubleValue();
          sum[1] += sold.money().doubleValue();
        }
      }
    }
    return weeks.entrySet().stream()
        .map(e -> new PlaceDays.WeekPaid(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .toList();
  }
}
