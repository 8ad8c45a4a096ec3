package org.demandwright.store.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.demandwright.core.calendar.PlannedEvent;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.ExchangeRate;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.core.plan.Scope;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;

/** What the stores of demand do, apart from that of master data. */
public final class DemandExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String ANN = "ann";

  private DemandExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(SeriesStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DemandExamples::series),
        new StoreExample<>(SeriesStore.class, Does.PAGE_IN_ORDER, DemandExamples::pageOfSeries),
        new StoreExample<>(EventStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DemandExamples::events),
        new StoreExample<>(EventStore.class, Does.PAGE_IN_ORDER, DemandExamples::pageOfEvents),
        new StoreExample<>(EventStore.class, Does.FORGET, DemandExamples::removedEvent),
        new StoreExample<>(
            PromotionStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DemandExamples::promotions),
        new StoreExample<>(
            PromotionStore.class, Does.PAGE_IN_ORDER, DemandExamples::pageOfPromotions),
        new StoreExample<>(PromotionStore.class, Does.FORGET, DemandExamples::removedPromotion),
        new StoreExample<>(LayerStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DemandExamples::layers),
        new StoreExample<>(
            NotDemandStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DemandExamples::marks),
        new StoreExample<>(NotDemandStore.class, Does.PAGE_IN_ORDER, DemandExamples::pageOfMarks),
        new StoreExample<>(LayerStore.class, Does.PAGE_IN_ORDER, DemandExamples::pageOfLayers),
        new StoreExample<>(
            SignalStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DemandExamples::signals),
        new StoreExample<>(SignalStore.class, Does.PAGE_IN_ORDER, DemandExamples::newestSignals),
        new StoreExample<>(SignalStore.class, Does.FORGET, DemandExamples::removedSignal),
        new StoreExample<>(
            EventStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DemandExamples::seenEvents),
        new StoreExample<>(
            SignalStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DemandExamples::seenSignals),
        new StoreExample<>(
            SeriesScopeStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DemandExamples::scopes),
        new StoreExample<>(RateStore.class, Does.RETURN_WHAT_WAS_WRITTEN, DemandExamples::rates),
        new StoreExample<>(RateStore.class, Does.PAGE_IN_ORDER, DemandExamples::pageOfRates),
        new StoreExample<>(RateStore.class, Does.FORGET, DemandExamples::removedRate));
  }

  private static SeriesKey key(int i) {
    return new SeriesKey("A", "item" + i, "S1", "web");
  }

  private static List<SeriesKey> keys(int count) {
    return IntStream.range(0, count).mapToObj(DemandExamples::key).toList();
  }

  private static void series(SeriesStore series, Stores stores) {
    Map<SeriesKey, Long> ids = series.idsOf(keys(3));
    assertThat(series.idsOf(List.of(key(2), key(0))))
        .isEqualTo(Map.of(key(2), ids.get(key(2)), key(0), ids.get(key(0))));
    assertThat(series.idsOf(keys(4))).containsAllEntriesOf(ids).containsKey(key(3));
    assertThat(series.count()).isEqualTo(4);
    assertThat(series.all()).extracting(SeriesStore.Ref::key).containsExactlyElementsOf(keys(4));
  }

  private static void pageOfSeries(SeriesStore series, Stores stores) {
    series.idsOf(keys(5));
    assertThat(followed(0L, series::after, SeriesStore.Ref::seriesId))
        .extracting(SeriesStore.Ref::key)
        .containsExactlyElementsOf(keys(5));
  }

  private static PlannedEvent fair(int day, boolean yearly) {
    LocalDate first = DAY.plusDays(day);
    return new PlannedEvent(new EventDays("fair " + day, first, first.plusDays(1)), yearly);
  }

  private static void events(EventStore events, Stores stores) {
    EventStore.Entry later = events.add(fair(9, true), "S1", "tea", ANN, NOW);
    EventStore.Entry sooner = events.add(fair(1, false), "", "", ANN, NOW);
    assertThat(later.event()).isEqualTo(fair(9, true));
    assertThat(events.all()).containsExactly(sooner, later);
    events.replaceThoseOfErp(List.of(new EventStore.Planned(fair(5, false), "S2")), NOW);
    events.replaceThoseOfErp(List.of(new EventStore.Planned(fair(6, true), "S2")), NOW);
    assertThat(events.all())
        .as("in place of those of the ERP alone")
        .extracting(EventStore.Entry::event)
        .containsExactly(fair(1, false), fair(6, true), fair(9, true));
  }

  private static void pageOfEvents(EventStore events, Stores stores) {
    EventStore.Entry later = events.add(fair(9, true), "S1", "tea", ANN, NOW);
    EventStore.Entry sooner = events.add(fair(1, false), "", "", ANN, NOW);
    EventStore.Entry alike = events.add(fair(1, true), "", "", ANN, NOW);
    assertThat(events.page(DataScope.unrestricted(), DAY, 0, 2)).containsExactly(sooner, alike);
    assertThat(
            events.page(
                DataScope.unrestricted(), sooner.event().days().first(), sooner.eventId(), 9))
        .containsExactly(alike, later);
    assertThat(events.find(DataScope.unrestricted(), later.eventId())).contains(later);
  }

  private static final DataScope TEA_AT_S1 =
      new DataScope(
          Optional.of(Set.of("A")), Optional.of(Set.of("S1")), Optional.of(Set.of("tea")));

  /** Two companies with a site S1, of which one sells tea there and the other cups. */
  private static void twoCompanies(Stores stores) {
    stores
        .masterData()
        .replaceSites(
            List.of(
                new MasterDataStore.Site("A", "S1", ""), new MasterDataStore.Site("B", "S2", "")));
    stores
        .masterData()
        .replaceItems(
            List.of(
                new MasterDataStore.Item(new ItemKey("A", "tea"), "", "", "tea", "", null),
                new MasterDataStore.Item(new ItemKey("B", "cup"), "", "", "china", "", null)));
  }

  private static void seenEvents(EventStore events, Stores stores) {
    twoCompanies(stores);
    EventStore.Entry all = events.add(fair(1, false), "", "", ANN, NOW);
    EventStore.Entry there = events.add(fair(2, false), "S1", "tea", ANN, NOW);
    EventStore.Entry other = events.add(fair(3, false), "S2", "", ANN, NOW);
    EventStore.Entry another = events.add(fair(4, false), "", "china", ANN, NOW);
    assertThat(events.page(TEA_AT_S1, DAY, 0, 9)).containsExactly(all, there);
    assertThat(events.find(TEA_AT_S1, there.eventId())).contains(there);
    assertThat(events.find(TEA_AT_S1, other.eventId())).isEmpty();
    assertThat(events.find(TEA_AT_S1, another.eventId())).isEmpty();
  }

  private static void seenSignals(SignalStore signals, Stores stores) {
    twoCompanies(stores);
    SignalValue market =
        new SignalValue("sun", SignalValue.EVERY_ITEM, "", DAY, 1, DAY.plusDays(1));
    SignalValue cup = new SignalValue("rain", "cup", "", DAY, 1, DAY.plusDays(1));
    SignalValue away = new SignalValue("sun", "tea", "S2", DAY, 1, DAY.plusDays(1));
    signals.write(List.of(signal("sun", 0, 1, 0), market, cup, away), ANN, NOW);
    assertThat(signals.extents(TEA_AT_S1))
        .containsExactly(new SignalStore.Extent("sun", 2, DAY, DAY));
    assertThat(signals.newest(TEA_AT_S1, "tea", Optional.empty(), Optional.empty(), 9))
        .containsExactly(signal("sun", 0, 1, 0));
    assertThat(signals.newest(TEA_AT_S1, "cup", Optional.empty(), Optional.empty(), 9)).isEmpty();
    assertThat(
            signals.newest(
                TEA_AT_S1, SignalValue.EVERY_ITEM, Optional.empty(), Optional.empty(), 9))
        .containsExactly(market);
  }

  private static void scopes(SeriesScopeStore scopes, Stores stores) {
    twoCompanies(stores);
    SeriesKey tea = new SeriesKey("A", "tea", "S1", "");
    Map<SeriesKey, Long> ids = stores.series().idsOf(List.of(tea, key(1)));
    assertThat(scopes.holds(TEA_AT_S1, ids.get(tea))).isTrue();
    assertThat(scopes.holds(TEA_AT_S1, ids.get(key(1)))).isFalse();
    assertThat(scopes.holds(DataScope.unrestricted(), 99)).isFalse();
    assertThat(scopes.reachesInto(TEA_AT_S1, Scope.of(tea))).isTrue();
    assertThat(scopes.reachesOutside(TEA_AT_S1, Scope.of(tea))).isFalse();
    assertThat(scopes.reachesOutside(TEA_AT_S1, Scope.ALL)).isTrue();
    assertThat(scopes.reachesInto(TEA_AT_S1, Scope.of(key(1)))).isFalse();
  }

  private static void removedEvent(EventStore events, Stores stores) {
    EventStore.Entry gone = events.add(fair(1, false), "", "", ANN, NOW);
    EventStore.Entry kept = events.add(fair(2, false), "", "", ANN, NOW);
    events.replaceThoseOfErp(List.of(new EventStore.Planned(fair(3, false), "")), NOW);
    EventStore.Entry ofErp = events.all().get(2);
    assertThat(events.remove(gone.eventId())).isTrue();
    assertThat(events.remove(gone.eventId())).isFalse();
    assertThat(events.remove(ofErp.eventId())).as("nobody entered it").isFalse();
    assertThat(events.all()).containsExactly(kept, ofErp);
  }

  private static DemandLayer delta(String units) {
    return new DemandLayer(
        DemandLayer.Kind.MANUAL,
        DAY,
        DAY.plusDays(2),
        Optional.of(new BigDecimal(units)),
        Optional.empty());
  }

  private static NotDemandStore.Marked document(String number) {
    return new NotDemandStore.Marked(NotDemandStore.What.DOCUMENT, number, "", Optional.of("C1"));
  }

  private static void marks(NotDemandStore marks, Stores stores) {
    NotDemandStore.Entry one = marks.add(document("D1"), "tender", ANN, NOW);
    assertThat(marks.find(DataScope.unrestricted(), one.markId())).contains(one);
    assertThat(one.marked()).isEqualTo(document("D1"));
    long series = stores.series().idsOf(List.of(key(1))).get(key(1));
    NotDemandStore.Taken taken =
        new NotDemandStore.Taken(
            one.markId(), series, key(1), DAY, 2, new BigDecimal("7.000000"), "");
    marks.lay(List.of(taken), NOW);
    NotDemandStore.Following laid = marks.following().get(0);
    assertThat(laid)
        .isEqualTo(
            new NotDemandStore.Following(
                laid.layerId(), one.markId(), series, DAY, new BigDecimal("7.000000")));
    assertThat(stores.layers().activeAt(NOW, series, series))
        .extracting(LayerStore.Entry::layer, LayerStore.Entry::reason, LayerStore.Entry::author)
        .containsExactly(
            tuple(
                new DemandLayer(
                    DemandLayer.Kind.NOT_DEMAND,
                    DAY,
                    DAY,
                    Optional.of(new BigDecimal("-7.000000")),
                    Optional.empty()),
                "tender",
                ANN));
    assertThat(marks.withdraw(one.markId(), "bob", NOW)).isTrue();
    assertThat(marks.withdraw(one.markId(), "eve", NOW)).as("it was before").isFalse();
    assertThat(marks.find(DataScope.unrestricted(), one.markId()).orElseThrow().withdrawnBy())
        .contains("bob");
  }

  private static void pageOfMarks(NotDemandStore marks, Stores stores) {
    for (int i = 1; i <= 5; i++) {
      marks.add(document("D" + i), "why", ANN, NOW);
    }
    NotDemandStore.Filter any =
        new NotDemandStore.Filter(Optional.empty(), Optional.empty(), Optional.of(true));
    assertThat(
            followed(
                99L,
                (p, limit) -> marks.before(DataScope.unrestricted(), p, any, limit),
                NotDemandStore.Entry::markId))
        .extracting(e -> e.marked().name())
        .containsExactly("D5", "D4", "D3", "D2", "D1");
  }

  private static void layers(LayerStore layers, Stores stores) {
    long series = stores.series().idsOf(keys(1)).get(key(0));
    LayerStore.Entry one = layers.add(series, delta("-2.500000"), "fair", ANN, NOW);
    LayerStore.Entry other = layers.add(series, delta("4.000000"), "typing error", ANN, NOW);
    assertThat(layers.find(DataScope.unrestricted(), one.layerId())).contains(one);
    assertThat(one.layer()).isEqualTo(delta("-2.500000"));
    assertThat(one.key()).isEqualTo(key(0));
    assertThat(layers.activeAt(NOW, series, series)).containsExactly(one, other);
    assertThat(layers.activeAt(NOW.minusSeconds(1), series, series)).isEmpty();

    Instant later = NOW.plusSeconds(60);
    assertThat(layers.withdraw(one.layerId(), "bob", later)).isTrue();
    assertThat(layers.withdraw(one.layerId(), "eve", later)).as("it was before").isFalse();
    assertThat(
            layers
                .find(DataScope.unrestricted(), one.layerId())
                .flatMap(LayerStore.Entry::withdrawnBy))
        .contains("bob");
    assertThat(layers.activeAt(later, series, series)).containsExactly(other);
    LocalDate first = other.layer().first();
    LocalDate last = other.layer().last();
    assertThat(layers.overlapping(series, first, last)).as("not the withdrawn one").contains(other);
    assertThat(layers.overlapping(series, last, last.plusDays(3))).contains(other);
    assertThat(layers.overlapping(series, first.minusDays(3), first.minusDays(1))).isEmpty();
    assertThat(layers.overlapping(series, last.plusDays(1), last.plusDays(1))).isEmpty();
    assertThat(layers.overlapping(series + 1, first, last)).isEmpty();
    assertThat(layers.activeAt(NOW, series, series)).as("as it was then").hasSize(2);
  }

  private static void pageOfLayers(LayerStore layers, Stores stores) {
    Map<SeriesKey, Long> ids = stores.series().idsOf(keys(2));
    for (int i = 0; i < 5; i++) {
      layers.add(ids.get(key(i % 2)), delta("1.000000"), "why " + i, ANN, NOW);
    }
    LayerStore.Filter any = new LayerStore.Filter(Optional.empty(), Optional.empty());
    assertThat(
            followed(
                99L,
                (p, limit) -> layers.before(DataScope.unrestricted(), p, any, limit),
                LayerStore.Entry::layerId))
        .extracting(LayerStore.Entry::reason)
        .containsExactly("why 4", "why 3", "why 2", "why 1", "why 0");
    layers.withdraw(layers.before(DataScope.unrestricted(), 99, any, 1).get(0).layerId(), ANN, NOW);
    LayerStore.Filter ofOne =
        new LayerStore.Filter(Optional.of(ids.get(key(0))), Optional.of(true));
    assertThat(
            followed(
                99L,
                (p, limit) -> layers.before(DataScope.unrestricted(), p, ofOne, limit),
                LayerStore.Entry::layerId))
        .extracting(LayerStore.Entry::reason)
        .containsExactly("why 2", "why 0");
  }

  /** A value that was known on the day after, or later. */
  private static SignalValue signal(String name, int day, double value, int later) {
    LocalDate of = DAY.plusDays(day);
    return new SignalValue(name, "tea", "S1", of, value, of.plusDays(1L + later));
  }

  private static void signals(SignalStore signals, Stores stores) {
    signals.write(List.of(signal("sun", 0, 1.5, 0), signal("sun", 1, 2.5, 0)), ANN, NOW);
    signals.write(
        List.of(signal("sun", 1, 7, 0), signal("sun", 1, 8, 0), signal("rain", 5, 1, 3)), ANN, NOW);
    assertThat(signals.names()).isEqualTo(Set.of("rain", "sun"));
    assertThat(signals.extents(DataScope.unrestricted()))
        .containsExactly(
            new SignalStore.Extent("rain", 1, DAY.plusDays(5), DAY.plusDays(5)),
            new SignalStore.Extent("sun", 2, DAY, DAY.plusDays(1)));
    assertThat(signals.known(List.of("tea"), DAY.plusDays(2)))
        .as("the last of one key, and none that was not known then")
        .containsExactlyInAnyOrder(signal("sun", 0, 1.5, 0), signal("sun", 1, 8, 0));
  }

  private static void newestSignals(SignalStore signals, Stores stores) {
    signals.write(
        List.of(signal("sun", 0, 1, 0), signal("sun", 2, 2, 0), signal("sun", 2, 3, 1)), ANN, NOW);
    signals.write(List.of(signal("rain", 1, 4, 0)), ANN, NOW);
    assertThat(
            signals.newest(DataScope.unrestricted(), "tea", Optional.empty(), Optional.empty(), 3))
        .as("the newest day first, of one day what is known last")
        .containsExactly(signal("sun", 2, 3, 1), signal("sun", 2, 2, 0), signal("rain", 1, 4, 0));
    Optional<SignalStore.Place> second =
        Optional.of(new SignalStore.Place(DAY.plusDays(2), "sun", "S1", DAY.plusDays(3)));
    assertThat(signals.newest(DataScope.unrestricted(), "tea", Optional.empty(), second, 9))
        .containsExactly(signal("rain", 1, 4, 0), signal("sun", 0, 1, 0));
    assertThat(
            signals.newest(
                DataScope.unrestricted(), "tea", Optional.of("sun"), Optional.empty(), 9))
        .hasSize(3);
    assertThat(
            signals.newest(DataScope.unrestricted(), "cup", Optional.empty(), Optional.empty(), 9))
        .isEmpty();
  }

  private static void removedSignal(SignalStore signals, Stores stores) {
    signals.write(List.of(signal("sun", 0, 1, 0), signal("sun", 1, 1, 0)), ANN, NOW);
    signals.write(List.of(signal("rain", 0, 1, 0)), ANN, NOW);
    assertThat(signals.remove("sun")).isEqualTo(2);
    assertThat(signals.remove("sun")).isZero();
    assertThat(signals.names()).containsExactly("rain");
    assertThat(signals.known(List.of("tea"), DAY.plusDays(9)))
        .containsExactly(signal("rain", 0, 1, 0));
  }

  private static ExchangeRate rate(String from, int day, String rate) {
    return new ExchangeRate(from, "EUR", DAY.plusDays(day), new BigDecimal(rate));
  }

  private static void rates(RateStore rates, Stores stores) {
    rates.replaceThoseOfErp(
        List.of(rate("USD", 0, "0.9"), rate("USD", 1, "0.91"), rate("CHF", 0, "1.05")));
    rates.replaceThoseOfErp(List.of(rate("USD", 0, "0.92"), rate("USD", 1, "0.91")));
    rates.enter(List.of(rate("USD", 1, "0.93"), rate("USD", 1, "0.94")), ANN, NOW);
    assertThat(rates.between(DAY, DAY.plusDays(1)))
        .as("what was entered counts before what the ERP says")
        .containsExactly(rate("USD", 0, "0.92"), rate("USD", 1, "0.94"));
    assertThat(rates.between(DAY, DAY)).containsExactly(rate("USD", 0, "0.92"));
    assertThat(rates.page(RateStore.Position.START, 1).get(0).enteredBy()).contains(ANN);
  }

  private static void pageOfRates(RateStore rates, Stores stores) {
    rates.replaceThoseOfErp(List.of(rate("USD", 0, "0.9"), rate("CHF", 1, "1.05")));
    rates.enter(List.of(rate("JPY", 0, "0.006"), rate("USD", 1, "0.93")), ANN, NOW);
    assertThat(
            followed(
                RateStore.Position.START,
                rates::page,
                e -> new RateStore.Position(e.rate().validFrom(), e.rate().from(), e.rate().to())))
        .extracting(RateStore.Entry::rate)
        .containsExactly(
            rate("CHF", 1, "1.05"),
            rate("USD", 1, "0.93"),
            rate("JPY", 0, "0.006"),
            rate("USD", 0, "0.9"));
  }

  private static void removedRate(RateStore rates, Stores stores) {
    rates.replaceThoseOfErp(List.of(rate("USD", 0, "0.9")));
    rates.enter(List.of(rate("USD", 0, "0.93")), ANN, NOW);
    assertThat(rates.remove("USD", "EUR", DAY)).isTrue();
    assertThat(rates.remove("USD", "EUR", DAY)).as("nobody entered it").isFalse();
    assertThat(rates.between(DAY, DAY)).containsExactly(rate("USD", 0, "0.9"));
  }

  private static PlannedPromotion.Wish sale(String item, int day) {
    return new PlannedPromotion.Wish(
        new ItemKey("A", item),
        Optional.empty(),
        DAY.plusDays(day),
        DAY.plusDays(day + 6),
        "spring",
        Optional.of(new BigDecimal("0.200000")));
  }

  private static Promotion told(String id, int day) {
    return new Promotion(
        id, new ItemKey("A", "tea"), "S1", DAY.plusDays(day), DAY.plusDays(day + 3));
  }

  private static List<PlannedPromotion> seen(PromotionStore store, PromotionStore.Filter filter) {
    return store.page(filter, PromotionStore.Position.START, 9);
  }

  private static PromotionStore.Filter anyPromotion(
      Optional<String> item, Optional<String> site, Optional<Boolean> own, int day) {
    return new PromotionStore.Filter(
        DataScope.unrestricted(),
        Optional.of("A"),
        item,
        site,
        Optional.empty(),
        Optional.of(DAY.plusDays(day)),
        Optional.of(DAY.plusDays(day)),
        own);
  }

  private static void promotions(PromotionStore store, Stores stores) {
    stores.masterData().replacePromotions(List.of(told("P1", 0)));
    PlannedPromotion own = store.add(sale("cup", 0), ANN, NOW);
    long number = own.entered().orElseThrow().number();
    DataScope all = DataScope.unrestricted();
    assertThat(store.find(all, number)).contains(own);
    PlannedPromotion their = store.find(all, "A", "P1").orElseThrow();
    assertThat(their.promotion()).isEqualTo(told("P1", 0));
    assertThat(store.find(all, "B", "P1")).isEmpty();
    assertThat(seen(store, PromotionStore.Filter.within(all))).containsExactly(their, own);
    assertThat(seen(store, anyPromotion(Optional.of("cup"), Optional.empty(), Optional.empty(), 6)))
        .containsExactly(own);
    assertThat(seen(store, anyPromotion(Optional.empty(), Optional.of("S2"), Optional.empty(), 0)))
        .as("at every site")
        .containsExactly(own);
    assertThat(seen(store, anyPromotion(Optional.empty(), Optional.empty(), Optional.of(false), 0)))
        .containsExactly(their);
    assertThat(seen(store, anyPromotion(Optional.empty(), Optional.empty(), Optional.of(true), 7)))
        .as("is over")
        .isEmpty();
    assertThat(stores.masterData().promotions(List.of("cup", "tea")))
        .as("what a forecast takes")
        .containsExactly(their.promotion(), own.promotion());
    PlannedPromotion changed = store.change(number, sale("cup", 2), "bob", NOW.plusSeconds(1));
    assertThat(store.find(all, number)).contains(changed);
    assertThat(changed.promotion().from()).isEqualTo(DAY.plusDays(2));
  }

  private static void pageOfPromotions(PromotionStore store, Stores stores) {
    stores
        .masterData()
        .replacePromotions(List.of(told("P1", 0), told("P2", 0), told("P3", 1), told("P4", 3)));
    List<PlannedPromotion> own = new ArrayList<>();
    for (int day : new int[] {1, 0, 0, 2}) {
      own.add(store.add(sale("cup", day), ANN, NOW));
    }
    PromotionStore.Filter all = PromotionStore.Filter.within(DataScope.unrestricted());
    assertThat(
            followed(
                PromotionStore.Position.START,
                (after, limit) -> store.page(all, after, limit),
                PromotionStore.Position::of))
        .extracting(p -> p.promotion().promotionId())
        .containsExactly(
            "P1",
            "P2",
            own.get(1).promotion().promotionId(),
            own.get(2).promotion().promotionId(),
            "P3",
            own.get(0).promotion().promotionId(),
            own.get(3).promotion().promotionId(),
            "P4");
  }

  private static void removedPromotion(PromotionStore store, Stores stores) {
    stores.masterData().replacePromotions(List.of(told("P1", 0)));
    PlannedPromotion one = store.add(sale("cup", 0), ANN, NOW);
    PlannedPromotion other = store.add(sale("tea", 0), ANN, NOW);
    store.remove(one.entered().orElseThrow().number());
    assertThat(seen(store, PromotionStore.Filter.within(DataScope.unrestricted())))
        .extracting(p -> p.promotion().promotionId())
        .containsExactly("P1", other.promotion().promotionId());
  }
}
