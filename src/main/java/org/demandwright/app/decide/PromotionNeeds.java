package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.ItemFooting.Footing;
import org.demandwright.app.demand.PlanPromotions;
import org.demandwright.core.Words;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.promotion.PreStock;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.decide.promotion.PromotionEffect.Level;
import org.demandwright.core.decide.promotion.PromotionWords;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.Drivers;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.PromotionEffectStore;
import org.demandwright.store.decide.PromotionEffectStore.Learning;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.PlannedPromotion;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.TotalsStore;

/**
 * What a promotion needs beyond the forecast at each of its sites, and by when it is to be ordered:
 * usual demand of its days by the version's final figures, without what its explanation says that
 * promotions add, times the uplift that was learned of the item, else of its category.
 */
@ApplicationScoped
public class PromotionNeeds {
  private static final int PAGE = 1_000;
  private static final int MOST_DAYS_BACK = 400;

  private final PlanPromotions promotions;
  private final PromotionEffectStore effects;
  private final StockPlanStore plans;
  private final ResultStore results;
  private final MasterDataStore masterData;
  private final ItemFooting footing;

  @Inject
  PromotionNeeds(
      PlanPromotions promotions,
      PromotionEffectStore effects,
      StockPlanStore plans,
      ResultStore results,
      MasterDataStore masterData,
      ItemFooting footing) {
    this.promotions = promotions;
    this.effects = effects;
    this.plans = plans;
    this.results = results;
    this.masterData = masterData;
    this.footing = footing;
  }

  PromotionNeeds() {
    this(null, null, null, null, null, null);
  }

  /**
   * What a promotion needs.
   *
   * @param effect that is counted with: of the item, else of its category
   * @param unknown why that of the item is not known; empty where it is
   * @param from first of its days that the forecast reaches
   * @param to last of them
   * @param depth that is counted with: the planned one, or the nearest to it of which is known what
   *     it does; empty = the usual one
   * @param sites that have it
   * @param omitted sites that have it, of which demand cannot be told
   */
  public record Needs(
      PlannedPromotion promotion,
      PromotionEffect effect,
      Optional<WhyUnknown> unknown,
      LocalDate from,
      LocalDate to,
      Optional<Double> depth,
      List<Need> sites,
      List<String> omitted) {
    public Needs {
      sites = List.copyOf(sites);
      omitted = List.copyOf(omitted);
    }
  }

  /**
   * What it needs at a site.
   *
   * @param usual base units of its days without it
   * @param forecast base units of its days as the forecast has them
   * @param inForecast what of it the forecast has for it
   * @param orderBy last day on which an order comes before its first day; empty = it is too late,
   *     or no lead time is known
   * @param said in a sentence
   */
  public record Need(
      String site,
      double usual,
      double forecast,
      double inForecast,
      PreStock need,
      Optional<LocalDate> orderBy,
      Words said) {}

  /**
   * Returns what a promotion needs.
   *
   * @throws Refused CONFLICT where it cannot be told, GONE where the version is removed on which
   *     was decided
   */
  public Needs of(DataScope scope, Decision decision, String id) {
    PlannedPromotion planned = promotions.one(scope, id);
    Promotion promotion = planned.promotion();
    Learning learning =
        effects
            .learning()
            .orElseThrow(
                () -> cannot("Nothing was learned of promotions yet: run the job decide."));
    Known known = known(promotion.item(), scope);
    Footing on = footing.of(decision, promotion.item());
    PromotionAsked asked = asked(planned, on, known, learning);
    List<Place> places = footing.places(on, scope, Optional.ofNullable(promotion.siteId()));
    Map<Place, TotalDemand> demand = footing.demand(on, places);
    List<Need> needs = new ArrayList<>();
    List<String> omitted = new ArrayList<>();
    for (Place place : places) {
      if (demand.containsKey(place)) {
        needs.add(need(asked, place, demand.get(place)));
      } else {
        omitted.add(place.key().site());
      }
    }
    if (needs.isEmpty()) {
      throw cannot(
          omitted.isEmpty()
              ? "The item is forecast at none of its sites."
              : "Demand of the item cannot be told at %s.".formatted(String.join(", ", omitted)));
    }
    return new Needs(
        planned,
        known.effect(),
        known.unknown(),
        asked.from(),
        asked.to(),
        asked.depth(),
        needs,
        omitted);
  }

  private static Refused cannot(String why) {
    return new Refused(Refused.Kind.CONFLICT, why);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private record Known(PromotionEffect effect, Optional<WhyUnknown> unknown) {}

  private Known known(ItemKey item, DataScope scope) {
    PromotionEffect own =
        first(scope, Level.ITEM, item, Optional.of(item.itemId()), Optional.empty())
            .orElseThrow(
                () ->
                    cannot(
                        "The item was not forecast when promotions were learned: nothing is known of"
                            + " it."));
    if (own.uplift().isPresent()) {
      return new Known(own, Optional.empty());
    }
    return new Known(
        first(scope, Level.CATEGORY, item, Optional.empty(), Optional.of(own.category()))
            .filter(of -> of.uplift().isPresent())
            .orElseThrow(
                () ->
                    cannot(
                        "Neither of the item nor of its category is known what promotions do. %s"
                            .formatted(
                                Wordbook.english()
                                    .say(PromotionWords.of(own.unknown().orElseThrow()))))),
        own.unknown());
  }

  private Optional<PromotionEffect> first(
      DataScope scope,
      Level level,
      ItemKey item,
      Optional<String> itemId,
      Optional<String> category) {
    return effects
        .page(
            new PromotionEffectStore.Filter(
                scope,
                Optional.of(level),
                Optional.of(item.orgId()),
                itemId,
                category,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            0,
            1)
        .stream()
        .map(PromotionEffectStore.Entry::effect)
        .findFirst();
  }

  private PromotionAsked asked(
      PlannedPromotion planned, Footing on, Known known, Learning learning) {
    Promotion promotion = planned.promotion();
    LocalDate today = later(on.decision().asOf(), on.origin().start());
    LocalDate begin = later(promotion.from(), today);
    LocalDate last = promotion.to().isBefore(on.end()) ? promotion.to() : on.end().minusDays(1);
    if (last.isBefore(begin)) {
      throw cannot(
          "None of its days lie within the forecast, which reaches from %s to %s."
              .formatted(today, on.end().minusDays(1)));
    }
    boolean tooLate =
        planned.entered().filter(e -> e.at().isAfter(on.version().createdAt())).isPresent();
    return new PromotionAsked(
        planned,
        on,
        begin,
        last,
        known.effect(),
        learning,
        depths(known.effect()),
        masterData.promotions(List.of(promotion.item().itemId())).stream()
            .filter(p -> p.item().equals(promotion.item()))
            .filter(p -> !tooLate || !p.promotionId().equals(promotion.promotionId()))
            .toList(),
        stocks(on));
  }

  /** The depths that an effect rests on. */
  private Optional<PromotionEffectStore.Depths> depths(PromotionEffect of) {
    boolean ofItem = of.level() == Level.ITEM;
    return effects.depths(
        of.item().orgId(),
        Optional.of(of.item().itemId()).filter(item -> ofItem),
        Optional.of(of.category()).filter(category -> !ofItem));
  }

  private Need need(PromotionAsked asked, Place place, TotalDemand total) {
    String site = place.key().site();
    double[] promoted = promoted(asked.on(), place);
    double usual = 0;
    double inForecast = 0;
    for (int step = asked.step(asked.from()); step <= asked.step(asked.to()); step++) {
      LocalDate origin = asked.on().origin().start();
      int before = (int) ChronoUnit.DAYS.between(origin, asked.on().origin().plus(step).start());
      int length = asked.on().origin().plus(step).days();
      double forecast = total.mean(before + length) - (before == 0 ? 0 : total.mean(before));
      double added = Math.max(0, Math.min(forecast, promoted[step]));
      usual += (forecast - added) * asked.share(step);
      inForecast += added * asked.promotedShare(step, site);
    }
    PreStock need =
        PreStock.of(
            usual,
            inForecast,
            asked.effect(),
            asked.depth(),
            asked.learning().again(),
            asked.learning().slope());
    Optional<PlannedStock> stock = Optional.ofNullable(asked.stocks().get(site));
    Optional<LocalDate> orderBy = stock.flatMap(s -> orderBy(asked, s, site));
    return new Need(
        site,
        usual,
        usual + inForecast,
        inForecast,
        need,
        orderBy,
        said(asked, site, need, inForecast, orderBy, stock.isPresent()));
  }

  /** What the explanation of the version says that promotions add, step by step. */
  private double[] promoted(Footing on, Place place) {
    double[] promoted = new double[on.version().recipe().horizon()];
    for (TotalsStore.Entry series : place.series()) {
      results
          .explanation(on.version().versionId(), series.seriesId())
          .ifPresent(
              explained -> {
                for (Contribution c : explained.combined().contributions()) {
                  if (c.driver().equals(Drivers.PROMOTION)) {
                    for (int step = 0; step < promoted.length; step++) {
                      promoted[step] += c.amounts().get(step);
                    }
                  }
                }
              });
    }
    return promoted;
  }

  /** The stock of the item that was planned, with a lead time, by site. */
  private Map<String, PlannedStock> stocks(Footing on) {
    StockPlanStore.Filter filter =
        new StockPlanStore.Filter(
            DataScope.unrestricted(),
            Optional.of(on.item().orgId()),
            Optional.of(on.item().itemId()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Map<String, PlannedStock> stocks = new HashMap<>();
    List<PlannedStock> page = plans.page(on.decision().decisionId(), filter, 0, PAGE);
    while (!page.isEmpty()) {
      page.stream()
          .filter(s -> !s.lead().equals(PlannedStock.Lead.UNKNOWN))
          .forEach(s -> stocks.put(s.subject().key().site(), s));
      long last = page.get(page.size() - 1).number();
      page = plans.page(on.decision().decisionId(), filter, last, PAGE);
    }
    return stocks;
  }

  /** The last day whose order is there on the first day, by the lead time and its deviation. */
  private static Optional<LocalDate> orderBy(
      PromotionAsked asked, PlannedStock stock, String site) {
    SupplyDays supply = asked.on().days(site);
    LocalDate from = asked.planned().promotion().from();
    int lead = (int) Math.ceil(stock.lead().mean() + stock.lead().deviation());
    LocalDate today = asked.on().decision().asOf();
    LocalDate day = from;
    for (int back = 0; back < MOST_DAYS_BACK && !day.isBefore(today); back++) {
      if (supply.order().contains(day) && !supply.arrival(day, lead).isAfter(from)) {
        return Optional.of(day);
      }
      day = day.minusDays(1);
    }
    return Optional.empty();
  }

  private static Words said(
      PromotionAsked asked,
      String site,
      PreStock need,
      double inForecast,
      Optional<LocalDate> orderBy,
      boolean leadKnown) {
    Words what =
        Words.of(
            "decide.promotion.needs",
            site,
            Words.decimal(need.more(), 0),
            Words.decimal(need.low(), 0),
            Words.decimal(need.high(), 0),
            asked.from().toString(),
            asked.to().toString(),
            Words.decimal(inForecast, 0));
    Words depth = ofDepth(asked).map(what::and).orElse(what);
    if (orderBy.isPresent()) {
      return depth.and(Words.of("decide.promotion.order-by", orderBy.get().toString()));
    }
    return depth.and(
        leadKnown
            ? Words.of("decide.promotion.too-late")
            : Words.of("decide.promotion.no-lead-time"));
  }

  /** That another depth is counted with than the planned one. */
  private static Optional<Words> ofDepth(PromotionAsked asked) {
    Optional<Double> wanted = asked.wanted();
    return asked.depth().equals(wanted)
        ? Optional.empty()
        : asked
            .depths()
            .map(
                known ->
                    Words.of(
                        "decide.promotion.depth",
                        Words.decimal(100 * known.low(), 0),
                        Words.decimal(100 * known.high(), 0),
                        Words.decimal(100 * wanted.orElseThrow(), 0)));
  }
}
