package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.ItemFooting.Footing;
import org.demandwright.app.demand.PlanPromotions;
import org.demandwright.core.Words;
import org.demandwright.core.decide.promotion.PreStock;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.Drivers;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
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

  private final PlanPromotions promotions;
  private final PromotionsLearned learned;
  private final StockPlanStore plans;
  private final ResultStore results;
  private final MasterDataStore masterData;
  private final ItemFooting footing;

  @Inject
  PromotionNeeds(
      PlanPromotions promotions,
      PromotionsLearned learned,
      StockPlanStore plans,
      ResultStore results,
      MasterDataStore masterData,
      ItemFooting footing) {
    this.promotions = promotions;
    this.learned = learned;
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
    PromotionsLearned.Counted known = learned.counted(scope, promotion.item());
    Footing on = footing.of(decision, promotion.item());
    PromotionAsked asked = asked(planned, on, known);
    List<Place> places = footing.places(on, scope, Optional.ofNullable(promotion.siteId()));
    Map<Place, TotalDemand> demand = footing.demand(on, places);
    List<Need> needs = new ArrayList<>();
    List<String> omitted = new ArrayList<>();
    for (Place place : places) {
      if (demand.containsKey(place)) {
        needs.add(
            new PromotedPlace(asked, place.key().site(), demand.get(place), promoted(on, place))
                .need());
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

  private PromotionAsked asked(
      PlannedPromotion planned, Footing on, PromotionsLearned.Counted known) {
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
        known.learning(),
        known.depths(),
        masterData.promotions(List.of(promotion.item().itemId())).stream()
            .filter(p -> p.item().equals(promotion.item()))
            .filter(p -> !tooLate || !p.promotionId().equals(promotion.promotionId()))
            .toList(),
        stocks(on));
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
}
