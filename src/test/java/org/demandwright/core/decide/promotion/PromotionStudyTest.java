package org.demandwright.core.decide.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.promotion.PromotionWorld.Kind;
import org.demandwright.core.decide.promotion.PromotionWorld.Truth;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Promotion;
import org.junit.jupiter.api.Test;

class PromotionStudyTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 280;
  private static final ItemKey TEA = new ItemKey("A", "tea");
  private static final ItemKey CUP = new ItemKey("A", "cup");

  private static Promotion promotion(ItemKey item, int from, int to) {
    return new Promotion(
        item.itemId() + from, item, null, FIRST.plusDays(from), FIRST.plusDays(to));
  }

  private static PlaceDays place(
      ItemKey item, IntToDoubleFunction sold, BitSet out, DoubleVector price, Promotion... of) {
    return new PlaceDays(
        item,
        "S1",
        "drinks",
        FIRST,
        DoubleVector.of(IntStream.range(0, DAYS).mapToDouble(sold).toArray()),
        out,
        price,
        List.of(of),
        List.of());
  }

  private static PlaceDays place(ItemKey item, IntToDoubleFunction sold, Promotion... of) {
    return place(item, sold, new BitSet(), DoubleVector.empty(), of);
  }

  private static PromotionEffects learned(PlaceDays... places) {
    PromotionStudy study = new PromotionStudy(new MarketDays(FIRST, DAYS), DAYS);
    List.of(places).forEach(study::add);
    return study.effects();
  }

  private static boolean on(int day, int from, int to) {
    return day >= from && day <= to;
  }

  /** 10 a day, 20 on a promotion of 8 days, and 5 on the 14 days behind it: worked by hand. */
  @Test
  void tells_what_a_promotion_did_against_the_days_around_it() {
    PromotionEffect once =
        learned(
                place(
                    TEA,
                    d -> on(d, 105, 112) ? 20 : on(d, 113, 126) ? 5 : 10,
                    promotion(TEA, 105, 112)))
            .promotions()
            .get(0);
    assertThat(once.evidence())
        .isEqualTo(PromotionEffect.Evidence.of(1, 1, 1, 8, 160, once.evidence().expected()));
    assertThat(once.evidence().expected()).isCloseTo(80, within(1e-9));
    assertThat(once.uplift().orElseThrow().value()).isCloseTo(1, within(1e-3));
    assertThat(once.dip().orElseThrow().value()).isCloseTo(-0.5, within(1e-3));
  }

  @Test
  void a_trend_that_goes_straight_across_a_promotion_is_no_uplift() {
    PromotionEffect once =
        learned(place(TEA, d -> 10 + 0.1 * d, promotion(TEA, 140, 146))).promotions().get(0);
    assertThat(once.uplift().orElseThrow().value()).isCloseTo(0, within(0.03));
  }

  @Test
  void says_why_it_cannot_know() {
    BitSet out = new BitSet();
    out.set(105, 113);
    double[] price = IntStream.range(0, DAYS).mapToDouble(d -> on(d, 105, 112) ? 8 : 10).toArray();
    assertThat(why(place(TEA, d -> 10))).contains(WhyUnknown.NO_PROMOTION);
    assertThat(why(place(TEA, d -> 10, out, DoubleVector.empty(), promotion(TEA, 105, 112))))
        .contains(WhyUnknown.STOCK_OUT);
    assertThat(
            why(
                place(
                    TEA, d -> 10, new BitSet(), DoubleVector.of(price), promotion(TEA, 105, 112))))
        .contains(WhyUnknown.PRICE_MOVED);
    assertThat(why(place(TEA, d -> 10, promotion(TEA, 20, 250)))).contains(WhyUnknown.ALWAYS_ON);
    assertThat(why(place(TEA, d -> 10, promotion(TEA, 105, 106))))
        .contains(WhyUnknown.TOO_FEW_DAYS);
    assertThat(why(place(TEA, d -> d % 90 == 3 ? 1 : 0, promotion(TEA, 105, 112))))
        .contains(WhyUnknown.TOO_LITTLE_SOLD);
  }

  private static Optional<WhyUnknown> why(PlaceDays place) {
    PromotionEffect item = learned(place).items().get(0);
    assertThat(item.uplift().isEmpty()).isEqualTo(item.unknown().isPresent());
    return item.unknown();
  }

  @Test
  void a_promotion_that_runs_still_or_is_to_come_is_not_judged() {
    PromotionEffects effects =
        learned(
            place(TEA, d -> 10, promotion(TEA, DAYS - 5, DAYS + 5), promotion(TEA, DAYS + 9, 400)));
    assertThat(effects.promotions()).isEmpty();
    assertThat(effects.items().get(0).unknown()).contains(WhyUnknown.NO_PROMOTION);
  }

  @Test
  void rows_of_several_sites_with_the_same_days_are_one_promotion() {
    PlaceDays one = place(TEA, d -> on(d, 105, 112) ? 20 : 10, promotion(TEA, 105, 112));
    PlaceDays other =
        new PlaceDays(
            TEA,
            "S2",
            "drinks",
            FIRST,
            one.sold(),
            one.out(),
            one.price(),
            one.promotions(),
            List.of());
    assertThat(learned(one, other).promotions())
        .singleElement()
        .satisfies(p -> assertThat(p.evidence().days()).isEqualTo(16));
  }

  /** Planned here and then told by the ERP, or prolonged: one promotion from the first day on. */
  @Test
  void promotions_that_overlap_are_one() {
    IntToDoubleFunction sold = d -> on(d, 105, 112) ? 20 : 10;
    Promotion again = new Promotion("planned-1", TEA, "S1", day(105), day(112));
    PromotionEffects once = learned(place(TEA, sold, promotion(TEA, 105, 112)));
    PromotionEffects twice = learned(place(TEA, sold, promotion(TEA, 105, 112), again));
    assertThat(twice).isEqualTo(once);
    PromotionEffects prolonged =
        learned(place(TEA, sold, promotion(TEA, 105, 110), promotion(TEA, 108, 112)));
    assertThat(prolonged.promotions())
        .singleElement()
        .satisfies(p -> assertThat(p.evidence()).isEqualTo(once.promotions().get(0).evidence()));
    assertThat(
            learned(place(TEA, sold, promotion(TEA, 105, 108), promotion(TEA, 109, 112)))
                .promotions())
        .hasSize(2);
  }

  private static LocalDate day(int day) {
    return FIRST.plusDays(day);
  }

  @Test
  void the_order_of_items_does_not_matter() {
    PromotionWorld world = new PromotionWorld(new PromotionWorld.Size(2, 6, 1, 400), 5);
    PromotionEffects effects = world.learned();
    List<PlaceDays> turned = new ArrayList<>(world.places());
    turned.sort(Comparator.comparing((PlaceDays p) -> p.item().itemId()).reversed());
    MarketDays market = new MarketDays(PromotionWorld.FIRST, 400);
    world.places().forEach(p -> market.add(p.sold()));
    PromotionStudy study = new PromotionStudy(market, 400);
    turned.forEach(study::add);
    PromotionEffects again = study.effects();
    assertThat(again.items()).hasSameSizeAs(effects.items());
    for (int i = 0; i < effects.items().size(); i++) {
      assertThat(again.items().get(i).unknown()).isEqualTo(effects.items().get(i).unknown());
      assertThat(again.items().get(i).uplift().map(Pooled::value).orElse(-9.0))
          .isCloseTo(effects.items().get(i).uplift().map(Pooled::value).orElse(-9.0), within(1e-9));
    }
  }

  /** Two of three bands of 80 % at least, and nearer than the category alone. */
  @Test
  void finds_what_was_planted() {
    PromotionWorld world = new PromotionWorld(new PromotionWorld.Size(4, 24, 2, 730), 11);
    PromotionEffects effects = world.learned();
    Map<ItemKey, Truth> truth = world.truth();
    int known = 0;
    int within = 0;
    double off = 0;
    double offOfCategory = 0;
    for (PromotionEffect e : effects.items()) {
      Truth t = truth.get(e.item());
      if (t.kind() != Kind.PROMOTED) {
        assertThat(e.unknown())
            .contains(t.kind() == Kind.NONE ? WhyUnknown.NO_PROMOTION : WhyUnknown.PRICE_MOVED);
        continue;
      }
      Pooled uplift = e.uplift().orElseThrow();
      known++;
      within += uplift.low() <= t.uplift() && t.uplift() <= uplift.high() ? 1 : 0;
      off += Math.abs(uplift.value() - t.uplift());
      offOfCategory +=
          Math.abs(category(effects, e.category()).uplift().orElseThrow().value() - t.uplift());
    }
    assertThat(known).isEqualTo(64);
    assertThat(within).isGreaterThan(43).isLessThan(64);
    assertThat(off).isLessThan(0.6 * offOfCategory);
  }

  private static PromotionEffect category(PromotionEffects effects, String category) {
    return effects.categories().stream()
        .filter(c -> c.category().equals(category))
        .findFirst()
        .orElseThrow();
  }

  /** Two others sell 2 less a day each while the one sells 10 more: 0.4 is taken. */
  @Test
  void tells_what_is_taken_from_others() {
    List<PlaceDays> places = new ArrayList<>();
    List<Promotion> many = new ArrayList<>();
    for (int from = 30; from < DAYS - 20; from += 35) {
      many.add(promotion(TEA, from, from + 6));
    }
    IntToDoubleFunction promoted =
        d -> many.stream().anyMatch(p -> on(d, start(p), start(p) + 6)) ? 1 : 0;
    for (String site : List.of("S1", "S2", "S3", "S4")) {
      places.add(at(site, TEA, d -> 10 + 10 * promoted.applyAsDouble(d) + d % 2, many));
      places.add(at(site, CUP, d -> 20 - 2 * promoted.applyAsDouble(d) - d % 2, List.of()));
      places.add(
          at(
              site,
              new ItemKey("A", "set"),
              d -> 20 - 2 * promoted.applyAsDouble(d) + d % 3,
              List.of()));
    }
    PromotionEffect drinks = learned(places.toArray(PlaceDays[]::new)).categories().get(0);
    assertThat(drinks.taken().orElseThrow().value()).isCloseTo(0.4, within(0.06));
    assertThat(drinks.net().orElseThrow().value())
        .isLessThan(drinks.uplift().orElseThrow().value());
  }

  private static int start(Promotion p) {
    return (int) (p.from().toEpochDay() - FIRST.toEpochDay());
  }

  private static PlaceDays at(
      String site, ItemKey item, IntToDoubleFunction sold, List<Promotion> promotions) {
    return new PlaceDays(
        item,
        site,
        "drinks",
        FIRST,
        DoubleVector.of(IntStream.range(0, DAYS).mapToDouble(sold).toArray()),
        new BitSet(),
        DoubleVector.empty(),
        promotions,
        List.of());
  }

  @Test
  void days_of_the_market_are_found() {
    MarketDays market = new MarketDays(FIRST, DAYS);
    market.add(
        DoubleVector.of(
            IntStream.range(0, DAYS).mapToDouble(d -> on(d, 100, 102) ? 150 : 100).toArray()));
    BitSet three = new BitSet();
    three.set(100, 103);
    assertThat(market.apart()).isEqualTo(three);
  }

  @Test
  void a_planned_promotion_needs_what_the_forecast_does_not_have_of_it() {
    PromotionEffect effect =
        new PromotionEffect(
            TEA,
            "drinks",
            Optional.empty(),
            PromotionEffect.Evidence.of(3, 3, 1, 30, 60, 40),
            Optional.of(0.2),
            Optional.of(Pooled.factor(Math.log(1.5), 0.01, 0.8)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    PreStock need = PreStock.of(100, 30, effect, Optional.empty(), 0, 0.3);
    assertThat(need.more()).isCloseTo(20, within(1e-9));
    assertThat(need.low()).isLessThan(20);
    assertThat(need.high()).isGreaterThan(20);
    assertThat(PreStock.of(100, 60, effect, Optional.empty(), 0, 0.3).more()).isZero();
    assertThat(PreStock.of(100, 0, effect, Optional.of(0.4), 0, 1).more())
        .as("twice the depth, slope 1: 1.5 × 2 − 1")
        .isCloseTo(200, within(1e-9));
    assertThat(PreStock.of(100, 30, effect, Optional.empty(), 0.3, 0).high())
        .as("what promotions of an item differ by")
        .isGreaterThan(need.high());
  }
}
