package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.PlanPromotions;
import org.demandwright.core.Words;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.promotion.PreStock;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.decide.promotion.PromotionEffect.Level;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.Drivers;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.PromotionEffectStore;
import org.demandwright.store.decide.PromotionEffectStore.Learning;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.demand.PlannedPromotion;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * What a promotion needs beyond the forecast at each of its sites, and by when it is to be ordered:
 * usual demand of its days by the version's final figures, without what its explanation says that
 * promotions add, times the uplift that was learned of the item, else of its category.
 */
@ApplicationScoped
public class PromotionNeeds {
  private static final int MOST_SERIES = 2_000;
  private static final int MOST_DAYS_BACK = 400;

  private final PlanPromotions promotions;
  private final PromotionEffectStore effects;
  private final StockPlanStore plans;
  private final VersionStore versions;
  private final TotalsStore totals;
  private final ResultStore results;
  private final DemandOfPlaces demand;
  private final SupplyStore supply;

  @Inject
  PromotionNeeds(
      PlanPromotions promotions,
      PromotionEffectStore effects,
      StockPlanStore plans,
      VersionStore versions,
      TotalsStore totals,
      ResultStore results,
      DemandOfPlaces demand,
      SupplyStore supply) {
    this.promotions = promotions;
    this.effects = effects;
    this.plans = plans;
    this.versions = versions;
    this.totals = totals;
    this.results = results;
    this.demand = demand;
    this.supply = supply;
  }

  PromotionNeeds() {
    this(null, null, null, null, null, null, null, null);
  }

  /**
   * What a promotion needs.
   *
   * @param effect that is counted with: of the item, else of its category
   * @param unknown why that of the item is not known; empty where it is
   * @param from first of its days that the forecast reaches
   * @param to last of them
   * @param sites that have it
   */
  public record Needs(
      PlannedPromotion promotion,
      PromotionEffect effect,
      Optional<WhyUnknown> unknown,
      LocalDate from,
      LocalDate to,
      List<Need> sites) {}

  /**
   * What it needs at a site.
   *
   * @param usual base units of its days without it
   * @param forecast base units of its days as the forecast has them
   * @param inForecast what of it the forecast has for promotions
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
   * @throws Refused CONFLICT where it cannot be told
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
    VersionStore.Version version =
        versions
            .find(decision.versionId())
            .orElseThrow(
                () -> cannot("The version on which was decided is removed: run the job decide."));
    Period origin = Period.of(version.recipe().bucket(), version.recipe().origin());
    LocalDate end = origin.plus(version.recipe().horizon()).start();
    LocalDate begin = later(later(promotion.from(), decision.asOf()), origin.start());
    LocalDate last = promotion.to().isBefore(end) ? promotion.to() : end.minusDays(1);
    if (last.isBefore(begin)) {
      throw cannot(
          "None of its days lie within the forecast, which reaches from %s to %s."
              .formatted(later(decision.asOf(), origin.start()), end.minusDays(1)));
    }
    Days days = new Days(decision, version, origin, begin, last);
    List<Need> needs = new ArrayList<>();
    SupplyBook book = SupplyBook.of(supply, decision.asOf());
    List<Place> places = places(scope, version, promotion);
    Map<Place, TotalDemand> of = demand.of(version, places);
    for (Place place : places) {
      if (of.containsKey(place)) {
        needs.add(need(planned, place, of.get(place), days, known.effect(), learning, book));
      }
    }
    return new Needs(planned, known.effect(), known.unknown(), begin, last, needs);
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
                        "Neither of the item nor of its category is known what promotions do: %s."
                            .formatted(own.unknown().orElseThrow()))),
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

  private List<Place> places(DataScope scope, VersionStore.Version version, Promotion promotion) {
    Map<String, List<TotalsStore.Entry>> bySite = new TreeMap<>();
    totals
        .series(
            version.versionId(),
            new TotalsStore.Filter(
                scope,
                Optional.of(promotion.item().orgId()),
                Optional.of(promotion.item().itemId()),
                Optional.ofNullable(promotion.siteId()),
                Optional.empty()),
            0,
            MOST_SERIES)
        .forEach(e -> bySite.computeIfAbsent(e.key().site(), s -> new ArrayList<>()).add(e));
    return bySite.entrySet().stream()
        .map(
            e ->
                new Place(
                    e.getValue().get(0).seriesId(),
                    new PolicySubject.Key(
                        promotion.item().orgId(), promotion.item().itemId(), e.getKey()),
                    e.getValue()))
        .toList();
  }

  /** The days that are asked for. */
  private record Days(
      Decision decision,
      VersionStore.Version version,
      Period origin,
      LocalDate from,
      LocalDate to) {
    int step(LocalDate day) {
      return origin.until(Period.of(version.recipe().bucket(), day));
    }

    /** Share of a step that lies on them. */
    double share(int step) {
      Period period = origin.plus(step);
      LocalDate first = later(period.start(), from);
      LocalDate last = period.end().isAfter(to) ? to : period.end();
      return (ChronoUnit.DAYS.between(first, last) + 1) / (double) period.days();
    }
  }

  private Need need(
      PlannedPromotion planned,
      Place place,
      TotalDemand total,
      Days days,
      PromotionEffect effect,
      Learning learning,
      SupplyBook book) {
    double[] promoted = promoted(place, days);
    double usual = 0;
    double inForecast = 0;
    for (int step = days.step(days.from()); step <= days.step(days.to()); step++) {
      int before =
          (int) ChronoUnit.DAYS.between(days.origin().start(), days.origin().plus(step).start());
      int length = days.origin().plus(step).days();
      double forecast = total.mean(before + length) - (before == 0 ? 0 : total.mean(before));
      double added = Math.max(0, Math.min(forecast, promoted[step]));
      usual += (forecast - added) * days.share(step);
      inForecast += added;
    }
    PreStock need =
        PreStock.of(
            usual,
            inForecast,
            effect,
            planned.depth().map(d -> d.doubleValue()),
            learning.again(),
            learning.slope());
    Optional<PlannedStock> stock = plan(days.decision(), place);
    Optional<LocalDate> orderBy =
        stock.flatMap(s -> orderBy(s, place, days, planned.promotion().from(), book));
    return new Need(
        place.key().site(),
        usual,
        usual + inForecast,
        inForecast,
        need,
        orderBy,
        said(place, need, inForecast, days, orderBy, stock.isPresent()));
  }

  /** What the explanation of the version says that promotions add, step by step. */
  private double[] promoted(Place place, Days days) {
    double[] promoted = new double[days.version().recipe().horizon()];
    for (TotalsStore.Entry series : place.series()) {
      results
          .explanation(days.version().versionId(), series.seriesId())
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

  private Optional<PlannedStock> plan(Decision decision, Place place) {
    return plans
        .page(
            decision.decisionId(),
            new StockPlanStore.Filter(
                DataScope.unrestricted(),
                Optional.of(place.key().org()),
                Optional.of(place.key().item()),
                Optional.of(place.key().site()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            0,
            1)
        .stream()
        .filter(s -> s.lead().mean() > 0)
        .findFirst();
  }

  /** The last day whose order is there on the first day, by the lead time and its deviation. */
  private static Optional<LocalDate> orderBy(
      PlannedStock stock, Place place, Days days, LocalDate from, SupplyBook book) {
    ItemKey item = new ItemKey(place.key().org(), place.key().item());
    SupplyDays supply =
        book.days(
            place.key().org(), place.key().site(), book.terms(item, place.key().site()).vendor());
    int lead = (int) Math.ceil(stock.lead().mean() + stock.lead().deviation());
    LocalDate today = days.decision().asOf();
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
      Place place,
      PreStock need,
      double inForecast,
      Days days,
      Optional<LocalDate> orderBy,
      boolean leadKnown) {
    Words what =
        Words.of(
            "decide.promotion.needs",
            place.key().site(),
            Words.decimal(need.more(), 0),
            Words.decimal(need.low(), 0),
            Words.decimal(need.high(), 0),
            days.from().toString(),
            days.to().toString(),
            Words.decimal(inForecast, 0));
    if (orderBy.isPresent()) {
      return what.and(Words.of("decide.promotion.order-by", orderBy.get().toString()));
    }
    return what.and(
        leadKnown
            ? Words.of("decide.promotion.too-late")
            : Words.of("decide.promotion.no-lead-time"));
  }
}
