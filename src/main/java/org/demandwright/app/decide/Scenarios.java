package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.StockPosition;
import org.demandwright.core.decide.price.PriceAdvice;
import org.demandwright.core.decide.price.PriceResponse;
import org.demandwright.core.decide.price.PriceWords;
import org.demandwright.core.decide.price.WhatIf;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.Price;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.intake.KitBook;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlacePrice;
import org.demandwright.store.decide.PriceResponseStore.Lesson;
import org.demandwright.store.decide.Scenario;
import org.demandwright.store.decide.ScenarioStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * Answers what another price would do, and keeps what was asked. Nothing of it changes a price, a
 * forecast or an order.
 */
@ApplicationScoped
@Transactional
public class Scenarios {
  private static final int MOST_KEPT = 1_000;
  private static final int MOST_CHARACTERS = 200;
  private static final int PAGE = 1_000;
  private static final int DECIMALS = 6;

  private final PriceResponses responses;
  private final StockPlans plans;
  private final ScenarioStore scenarios;
  private final VersionStore versions;
  private final TotalsStore totals;
  private final DemandOfPlaces demand;
  private final MasterDataStore masterData;
  private final SupplyStore supply;
  private final SuggestionLife life;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  Scenarios(
      PriceResponses responses,
      StockPlans plans,
      ScenarioStore scenarios,
      VersionStore versions,
      TotalsStore totals,
      DemandOfPlaces demand,
      MasterDataStore masterData,
      SupplyStore supply,
      SuggestionLife life,
      AuditTrail audit,
      Clock clock) {
    this.responses = responses;
    this.plans = plans;
    this.scenarios = scenarios;
    this.versions = versions;
    this.totals = totals;
    this.demand = demand;
    this.masterData = masterData;
    this.supply = supply;
    this.life = life;
    this.audit = audit;
    this.clock = clock;
  }

  Scenarios() {
    this(null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * A question.
   *
   * @param name by which people know it
   * @param plan empty = the default one
   * @param org company of the item; empty where one company alone has such an item
   * @param sites at which the price changes; empty = all that the caller sees
   * @param first day of the price
   * @param last day of the price
   * @param price of a unit
   */
  public record Question(
      String name,
      Optional<String> plan,
      Optional<String> org,
      String item,
      List<String> sites,
      LocalDate first,
      LocalDate last,
      BigDecimal price) {}

  /** What an item at a site is worth today. */
  public record Worth(BigDecimal price, String currency, Optional<BigDecimal> cost) {}

  /** What a question rests on. */
  private record Footing(
      Decision decision, VersionStore.Version version, SupplyBook book, StockBook stock) {}

  /**
   * Answers a question without keeping it; its number is 0.
   *
   * @throws Refused INVALID where it cannot be known, with the counts
   */
  public Scenario ask(DataScope scope, Question q, String by) {
    requireWhole(q);
    Lesson lesson = responses.newest(q.plan());
    Footing on = footing(q.plan());
    List<PlacePrice> places = chosen(responses.ofItem(scope, lesson, q.org(), q.item()), q.sites());
    requireDays(on, q);
    Map<String, Place> wanted = places(on, places);
    Map<Place, TotalDemand> totalsOf = demand.of(on.version(), wanted.values());
    List<Price> prices = masterData.prices(List.of(q.item()));
    List<Scenario.Site> answers = new ArrayList<>();
    TreeSet<String> currencies = new TreeSet<>();
    BigDecimal price = q.price().setScale(DECIMALS, RoundingMode.HALF_EVEN);
    for (PlacePrice place : places) {
      requireKnown(place);
      Worth worth = worth(on, place, prices, q.first());
      currencies.add(worth.currency());
      answers.add(
          new Scenario.Site(
              place.key().site(),
              WhatIf.of(
                  new WhatIf.Question(
                      demandOf(on, place, wanted, totalsOf),
                      on.decision().asOf(),
                      q.first(),
                      q.last(),
                      factor(place, worth.price(), price),
                      worth.price(),
                      price,
                      worth.cost(),
                      position(on, place.key())))));
    }
    if (currencies.size() > 1) {
      throw Refused.because(
          "sites", "Prices stand in %s; ask of one currency at a time.".formatted(currencies));
    }
    return new Scenario(
        0,
        on.decision().plan(),
        Scenario.Kind.PRICE,
        q.name().strip(),
        places.get(0).key().org(),
        q.item(),
        on.version().versionId(),
        on.decision().asOf(),
        q.first(),
        q.last(),
        price,
        currencies.first(),
        clock.now(),
        by,
        answers);
  }

  private static void requireWhole(Question q) {
    require(q.item() != null && !q.item().isBlank(), "item", "Say of which item.");
    require(
        q.name() != null && !q.name().isBlank() && q.name().strip().length() <= MOST_CHARACTERS,
        "name",
        "Give it a name of %d characters at most.".formatted(MOST_CHARACTERS));
    require(q.first() != null, "firstDay", "Say from which day on the price holds.");
    require(q.last() != null, "lastDay", "Say up to which day the price holds.");
    require(
        q.price() != null
            && q.price().signum() > 0
            && q.price().precision() - q.price().scale() < 13,
        "price",
        "Say the price of a unit, above 0.");
  }

  private static void require(boolean holds, String field, String otherwise) {
    if (!holds) {
      throw Refused.because(field, otherwise);
    }
  }

  private static void requireDays(Footing on, Question q) {
    LocalDate today = on.decision().asOf();
    LocalDate end = end(on.version());
    require(
        !q.first().isBefore(today) && q.first().isBefore(end),
        "firstDay",
        "The forecast tells the days from %s to before %s; begin in them.".formatted(today, end));
    require(
        !q.last().isBefore(q.first()) && q.last().isBefore(end),
        "lastDay",
        "The last day lies from the first one to before %s, where the forecast ends."
            .formatted(end));
  }

  private static LocalDate end(VersionStore.Version version) {
    return Period.of(version.recipe().bucket(), version.recipe().origin())
        .plus(version.recipe().horizon())
        .start();
  }

  private Footing footing(Optional<String> plan) {
    Decision decision = plans.newest(plan);
    VersionStore.Version version =
        versions
            .find(decision.versionId())
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.GONE,
                        "Version %d, on which was decided, is removed: run the job decide, then try again."
                            .formatted(decision.versionId())));
    SupplyBook book = SupplyBook.of(supply, decision.asOf());
    StockBook stock = StockBook.of(supply, new KitBook(masterData.components()), decision.asOf());
    stock.count(life.accepted(decision.asOf()));
    return new Footing(decision, version, book, stock);
  }

  private static List<PlacePrice> chosen(List<PlacePrice> all, List<String> sites) {
    if (sites.isEmpty()) {
      return all;
    }
    List<PlacePrice> chosen = new ArrayList<>();
    for (String site : new TreeSet<>(sites)) {
      chosen.add(
          all.stream()
              .filter(p -> p.key().site().equals(site))
              .findFirst()
              .orElseThrow(
                  () ->
                      Refused.because(
                          "sites", "Nothing was learned of the item at site %s.".formatted(site))));
    }
    return chosen;
  }

  /** The places by their sites, each with its series. */
  private Map<String, Place> places(Footing on, List<PlacePrice> places) {
    PolicySubject.Key key = places.get(0).key();
    List<TotalsStore.Entry> series =
        totals.series(
            on.version().versionId(),
            new TotalsStore.Filter(
                DataScope.unrestricted(),
                Optional.of(key.org()),
                Optional.of(key.item()),
                Optional.empty(),
                Optional.empty()),
            0,
            PAGE);
    Map<String, List<TotalsStore.Entry>> bySite =
        series.stream().collect(Collectors.groupingBy(s -> s.key().site()));
    return places.stream()
        .filter(p -> bySite.containsKey(p.key().site()))
        .collect(
            Collectors.toMap(
                p -> p.key().site(),
                p -> new Place(p.number(), p.key(), bySite.get(p.key().site()))));
  }

  private static DemandOverTime demandOf(
      Footing on, PlacePrice place, Map<String, Place> wanted, Map<Place, TotalDemand> totals) {
    return Optional.ofNullable(wanted.get(place.key().site()))
        .map(totals::get)
        .map(of -> DemandOverTime.from(of, on.decision().asOf()))
        .orElseThrow(
            () ->
                Refused.because(
                    "sites",
                    "At site %s nothing is forecast of the item; leave it out."
                        .formatted(place.key().site())));
  }

  private static void requireKnown(PlacePrice place) {
    if (!place.response().isKnown()) {
      throw Refused.because(
          "item",
          "At site %s it cannot be known what another price does: %s"
              .formatted(
                  place.key().site(),
                  Wordbook.english().say(PriceWords.of(place.response(), place.support()))));
    }
  }

  private static PriceResponse.Factor factor(PlacePrice place, BigDecimal now, BigDecimal price) {
    for (BigDecimal one : List.of(price, now)) {
      if (!place.support().holds(one.doubleValue())) {
        throw Refused.because(
            "price",
            "At site %s: %s"
                .formatted(
                    place.key().site(),
                    Wordbook.english().say(PriceWords.outside(one, place.support()))));
      }
    }
    return place.response().factor(now.doubleValue(), price.doubleValue());
  }

  /** Price and cost of a day; a cost in another currency than the price is none. */
  private static Worth worth(Footing on, PlacePrice place, List<Price> prices, LocalDate day) {
    ItemKey item = new ItemKey(place.key().org(), place.key().item());
    UnitWorth worth =
        UnitWorth.of(
            on.book().terms(item, place.key().site()),
            prices.stream().filter(p -> p.item().equals(item)).toList(),
            place.key().site(),
            day,
            Map.of());
    UnitWorth.Money price =
        worth
            .price()
            .orElseThrow(
                () ->
                    Refused.because(
                        "item",
                        "No price of the item at site %s is known on %s."
                            .formatted(place.key().site(), day)));
    return new Worth(
        price.amount(),
        price.currency(),
        worth.cost().filter(c -> c.currency().equals(price.currency())).map(c -> c.amount()));
  }

  private static Optional<StockPosition> position(Footing on, PolicySubject.Key key) {
    return on.stock().of(key).position();
  }

  /** Answers a question and keeps it. */
  public Scenario add(DataScope scope, Question q, String by) {
    Scenario asked = ask(scope, q, by);
    if (scenarios.count(asked.plan()) >= MOST_KEPT) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Of plan %s %d scenarios are kept already: remove some, then ask again."
              .formatted(asked.plan(), MOST_KEPT));
    }
    Scenario kept = scenarios.add(asked);
    audit.record("scenario.add", "scenario/" + kept.scenarioId(), AuditTrail.NOTHING, told(kept));
    return kept;
  }

  private static Map<String, Object> told(Scenario s) {
    return Map.of(
        "name", s.name(),
        "item", s.item(),
        "price", s.price(),
        "first", s.first(),
        "last", s.last(),
        "sites", s.sites().stream().map(Scenario.Site::site).toList());
  }

  /** Returns what is kept, the oldest first. */
  public Page<Scenario> page(
      DataScope scope,
      Optional<String> plan,
      Optional<String> item,
      Optional<String> cursor,
      int limit) {
    return Page.of(
        scenarios.page(
            scope, responses.plan(plan), item, cursor.map(Cursors::number).orElse(0L), limit),
        limit,
        s -> Cursors.of(s.scenarioId()));
  }

  /** Returns one that is kept. */
  public Scenario scenario(DataScope scope, long scenarioId) {
    Scenario found =
        scenarios
            .find(scope, scenarioId)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND, "There is no scenario " + scenarioId + "."));
    responses.plan(Optional.of(found.plan()));
    return found;
  }

  /**
   * Forgets one.
   *
   * @param seen what the caller takes it to be
   * @throws Refused FORBIDDEN where the caller does not see all of its sites
   */
  public void remove(DataScope scope, long scenarioId, Expected<Scenario> seen) {
    Scenario found = scenario(scope, scenarioId);
    seen.check(found);
    if (found.sites().size() < scenarios.sites(scenarioId)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "Scenario %d is about sites, too, that you do not see; who sees them may remove it."
              .formatted(scenarioId));
    }
    scenarios.remove(scenarioId);
    audit.record("scenario.remove", "scenario/" + scenarioId, told(found), AuditTrail.NOTHING);
  }

  /** What a price is suggested from, and what came of it. */
  public record Suggested(PlacePrice place, Worth worth, Optional<PriceAdvice> advice) {}

  /**
   * Returns the price of which the most profit is expected within limits.
   *
   * @throws Refused where it cannot be known, or no cost is
   */
  public Suggested suggest(
      DataScope scope,
      Optional<String> plan,
      Optional<String> org,
      String item,
      String site,
      PriceAdvice.Limits limits) {
    Lesson lesson = responses.newest(plan);
    Footing on = footing(plan);
    PlacePrice place = chosen(responses.ofItem(scope, lesson, org, item), List.of(site)).get(0);
    requireKnown(place);
    Worth worth = worth(on, place, masterData.prices(List.of(item)), on.decision().asOf());
    factor(place, worth.price(), worth.price());
    BigDecimal cost =
        worth
            .cost()
            .orElseThrow(
                () ->
                    Refused.because(
                        "item",
                        "No cost of the item in %s is known, so that no profit is either."
                            .formatted(worth.currency())));
    return new Suggested(
        place,
        worth,
        PriceAdvice.of(place.response(), place.support(), worth.price(), cost, limits));
  }
}
