package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.ItemFooting.Footing;
import org.demandwright.app.decide.ItemFooting.Worth;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.price.PriceAdvice;
import org.demandwright.core.decide.price.WhatIf;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.store.decide.PlacePrice;
import org.demandwright.store.decide.Scenario;

/**
 * Answers what another price would do, and which one is suggested. Nothing of it changes a price, a
 * forecast or an order.
 */
@ApplicationScoped
@Transactional
public class PriceQuestions {
  private static final int MOST_CHARACTERS = 200;
  private static final int MOST_DIGITS = 12;
  private static final int MOST_DECIMALS = 18;
  private static final int DECIMALS = 6;

  private final PriceResponses responses;
  private final StockPlans plans;
  private final ItemFooting footing;
  private final Clock clock;

  @Inject
  PriceQuestions(PriceResponses responses, StockPlans plans, ItemFooting footing, Clock clock) {
    this.responses = responses;
    this.plans = plans;
    this.footing = footing;
    this.clock = clock;
  }

  PriceQuestions() {
    this(null, null, null, null);
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

  /**
   * Answers a question without keeping it; its number is 0.
   *
   * @throws Refused INVALID where the question is wrong, CONFLICT where the answer cannot be known,
   *     with the counts
   */
  public Scenario ask(DataScope scope, Question q, String by) {
    requireWhole(q);
    List<PlacePrice> places = chosen(learned(scope, q.plan(), q.org(), q.item()), q.sites());
    Footing on = footing.of(plans.newest(q.plan()), item(places));
    requireDays(on, q);
    Map<String, DemandOverTime> demand = demand(on);
    List<Scenario.Site> answers = new ArrayList<>();
    TreeSet<String> currencies = new TreeSet<>();
    BigDecimal price = q.price().setScale(DECIMALS, RoundingMode.HALF_EVEN);
    for (PlacePrice place : places) {
      String site = place.key().site();
      KnownPrice.requireKnown(place);
      Worth worth = KnownPrice.worth(on, place, q.first());
      currencies.add(worth.currency());
      answers.add(
          new Scenario.Site(
              site,
              WhatIf.of(
                  new WhatIf.Question(
                      Optional.ofNullable(demand.get(site)).orElseThrow(() -> noForecast(site)),
                      on.decision().asOf(),
                      q.first(),
                      q.last(),
                      KnownPrice.factor(place, worth.price(), price),
                      worth.price(),
                      price,
                      worth.cost(),
                      on.position(site),
                      on.days(site).delivery()))));
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
        on.item().orgId(),
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

  private List<PlacePrice> learned(
      DataScope scope, Optional<String> plan, Optional<String> org, String item) {
    return responses.ofItem(scope, responses.newest(plan), org, item);
  }

  /** Who asks for a suggestion sends no body, and no value in one can be wrong. */
  private List<PlacePrice> learnedOf(
      DataScope scope, Optional<String> plan, Optional<String> org, String item) {
    try {
      return learned(scope, plan, org, item);
    } catch (Refused wrong) {
      throw wrong.asWhole();
    }
  }

  private static ItemKey item(List<PlacePrice> places) {
    return new ItemKey(places.get(0).key().org(), places.get(0).key().item());
  }

  /** What is forecast of the item at each of its sites. */
  private Map<String, DemandOverTime> demand(Footing on) {
    Map<String, DemandOverTime> demand = new HashMap<>();
    footing
        .demand(on, footing.places(on, DataScope.unrestricted(), Optional.empty()))
        .forEach(
            (place, of) ->
                demand.put(place.key().site(), DemandOverTime.from(of, on.decision().asOf())));
    return demand;
  }

  private static Refused noForecast(String site) {
    return Refused.because(
        "sites", "At site %s nothing is forecast of the item; leave it out.".formatted(site));
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
        q.price() != null && q.price().signum() > 0, "price", "Say the price of a unit, above 0.");
    require(
        q.price().scale() <= MOST_DECIMALS
            && (long) q.price().precision() - q.price().scale() <= MOST_DIGITS,
        "price",
        "A price has at most %d digits before the point and %d behind it."
            .formatted(MOST_DIGITS, MOST_DECIMALS));
  }

  private static void require(boolean holds, String field, String otherwise) {
    if (!holds) {
      throw Refused.because(field, otherwise);
    }
  }

  private static void requireDays(Footing on, Question q) {
    LocalDate today = on.decision().asOf();
    LocalDate end = on.end();
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

  /** What a price is suggested from, and what came of it. */
  public record Suggested(PlacePrice place, Worth worth, Optional<PriceAdvice> advice) {}

  /**
   * Returns the price of which the most profit is expected within limits.
   *
   * @throws Refused NOT_FOUND where nothing was learned of the item at the site, CONFLICT where the
   *     answer cannot be known, or no cost is
   */
  public Suggested suggest(
      DataScope scope,
      Optional<String> plan,
      Optional<String> org,
      String item,
      String site,
      PriceAdvice.Limits limits) {
    PlacePrice place =
        learnedOf(scope, plan, org, item).stream()
            .filter(p -> p.key().site().equals(site))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND,
                        "Nothing was learned of the item at site %s.".formatted(site)));
    Footing on = footing.of(plans.newest(plan), item(List.of(place)));
    KnownPrice.requireKnown(place);
    Worth worth = KnownPrice.worth(on, place, on.decision().asOf());
    KnownPrice.requireSeen(place, worth.price());
    BigDecimal cost =
        worth
            .cost()
            .orElseThrow(
                () ->
                    KnownPrice.unknown(
                        "No cost of the item in %s is known, so that no profit is either."
                            .formatted(worth.currency())));
    return new Suggested(
        place,
        worth,
        PriceAdvice.of(place.response(), place.support(), worth.price(), cost, limits));
  }
}
