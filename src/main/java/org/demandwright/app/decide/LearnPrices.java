package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.decide.price.PricePool;
import org.demandwright.core.decide.price.PriceResponse;
import org.demandwright.core.decide.price.PriceUnknown;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.SalesDays;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlacePrice;
import org.demandwright.store.decide.PriceResponseStore;
import org.demandwright.store.decide.PriceResponseStore.Lesson;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.MasterDataStore.StockOutDays;
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

  /** Reads what all items of a decision have in common. */
  public PriceSweep sweep(DecisionBasis basis, Lesson lesson) {
    PastDays days = new PastDays(lesson.asOf().minusDays(MOST_DAYS), MOST_DAYS);
    PriceSweep sweep = new PriceSweep(basis, lesson, days, masterData.categories());
    List<Place> places = basis.places();
    for (int from = 0; from < places.size(); from += PAGE) {
      List<Place> some = places.subList(from, Math.min(places.size(), from + PAGE));
      Map<Long, List<SalesDays>> sold = sold(days, some);
      for (Place place : some) {
        sweep.add(new ItemKey(place.key().org(), place.key().item()), days.units(place, sold));
      }
    }
    return sweep;
  }

  private Map<Long, List<SalesDays>> sold(PastDays days, List<Place> places) {
    return sales.daysSince(ThirteenWeeks.of(days.first()), Place.seriesOf(places));
  }

  /** Learns what items tell by themselves and writes it, in one transaction. */
  @Transactional
  public void learn(PriceSweep sweep, List<ItemPlaces> items) {
    List<String> names = items.stream().map(i -> i.item().itemId()).distinct().toList();
    Map<ItemKey, List<Price>> priced = ByItem.of(masterData.prices(names), Price::item);
    Map<ItemKey, List<Promotion>> promoted =
        ByItem.of(masterData.promotions(names), Promotion::item);
    Map<ItemKey, List<StockOutDays>> out =
        ByItem.of(masterData.stockOuts(names), StockOutDays::item);
    Map<Long, List<SalesDays>> sold =
        sold(sweep.days(), items.stream().flatMap(i -> i.places().stream()).toList());
    List<PlacePrice> learned = new ArrayList<>();
    for (ItemPlaces item : items) {
      learned.addAll(
          new PricePast(
                  sweep,
                  item,
                  sold,
                  priced.getOrDefault(item.item(), List.of()),
                  promoted.getOrDefault(item.item(), List.of()),
                  out.getOrDefault(item.item(), List.of()))
              .learned());
    }
    prices.write(sweep.lesson().lessonId(), learned);
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
