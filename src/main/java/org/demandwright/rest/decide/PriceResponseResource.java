package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.PriceQuestions;
import org.demandwright.app.decide.PriceResponses;
import org.demandwright.core.Words;
import org.demandwright.core.decide.price.PriceAdvice;
import org.demandwright.core.decide.price.PriceResponse;
import org.demandwright.core.decide.price.PriceSupport;
import org.demandwright.core.decide.price.PriceUnknown;
import org.demandwright.core.decide.price.PriceWords;
import org.demandwright.rest.wire.BadParameter;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.PlacePrice;
import org.demandwright.store.decide.PriceResponseStore;
import org.demandwright.store.decide.PriceResponseStore.Lesson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How demand of items answers their prices, and where that cannot be known. */
@Path("price-response")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Prices")
public class PriceResponseResource {
  @Inject CallerScope scope;
  @Inject PriceResponses prices;
  @Inject PriceQuestions questions;

  /**
   * How demand of an item at a site answers its price. What is learned is one answer for all sites
   * of the item; the prices at which it is known are those of the site.
   *
   * @param known whether it can be known
   * @param unknown why it cannot; absent where it can
   * @param reason in a sentence, with the counts
   * @param elasticity exponent of the price in demand; absent where it cannot be known
   * @param elasticityP10 below which it lies with 10 %
   * @param elasticityP90 above which it lies with 10 %
   * @param weight share 0–1 of the item's own past in it; the rest is that of its category
   * @param ownElasticity what its own past alone tells; absent where that is nothing
   * @param categoryElasticity that of its category; absent where nothing is known
   * @param currency of the prices; absent where none is known
   * @param usualPrice median price of the days that tell something; absent where there are none
   * @param lowestPrice lowest price at which demand is known
   * @param highestPrice highest price at which demand is known
   * @param prices different prices that held for a week at least
   * @param changes from one price to another
   * @param days that tell something: a price, stock, no promotion
   * @param weeks of the item at all sites that tell something
   * @param promotedDays days under promotion, which are left out
   * @param outDays days without stock, which are left out
   */
  public record ItemPriceResponse(
      String org,
      String item,
      String site,
      String category,
      boolean known,
      PriceUnknown unknown,
      String reason,
      Double elasticity,
      Double elasticityP10,
      Double elasticityP90,
      double weight,
      Double ownElasticity,
      Double categoryElasticity,
      String currency,
      BigDecimal usualPrice,
      BigDecimal lowestPrice,
      BigDecimal highestPrice,
      int prices,
      int changes,
      int days,
      int weeks,
      int promotedDays,
      int outDays) {
    static ItemPriceResponse of(PlacePrice p) {
      PriceResponse r = p.response();
      PriceSupport s = p.support();
      boolean known = r.isKnown();
      return new ItemPriceResponse(
          p.key().org(),
          p.key().item(),
          p.key().site(),
          p.category().isEmpty() ? null : p.category(),
          known,
          r.unknown().orElse(null),
          Wordbook.english().say(PriceWords.of(r, s)),
          known ? Decimals.figure(r.elasticity()) : null,
          known ? Decimals.figure(r.low()) : null,
          known ? Decimals.figure(r.high()) : null,
          Decimals.figure(r.weight()),
          r.fit().unknown().isEmpty() ? Decimals.figure(r.fit().elasticity()) : null,
          r.pooled() == 0 ? null : Decimals.figure(r.pooled()),
          p.currency().orElse(null),
          price(s.usual()),
          price(s.low()),
          price(s.high()),
          s.prices(),
          s.changes(),
          s.days(),
          r.fit().weeks(),
          s.promotedDays(),
          s.outDays());
    }

    private static BigDecimal price(double price) {
      return price == 0 ? null : Decimals.quantity(price);
    }
  }

  /**
   * What all rows rest on.
   *
   * @param lessonId number of what was learned at once
   * @param asOf day on which it was learned
   * @param madeAt when it was learned
   */
  public record PriceLesson(String plan, long lessonId, LocalDate asOf, Instant madeAt) {
    static PriceLesson of(Lesson lesson) {
      return new PriceLesson(
          lesson.plan(), lesson.lessonId(), lesson.asOf(), lesson.madeAt().orElse(null));
    }
  }

  /**
   * A price that is suggested; nothing applies it.
   *
   * @param currency of all money
   * @param price of now
   * @param cost of a unit
   * @param suggestedPrice of which most profit is expected; absent where none keeps to the limits
   * @param gainPerUnit of profit, for each unit that is sold now
   * @param gainPerUnitP10 the same that is passed with 90 %, by the elasticity alone
   * @param reason in a sentence
   */
  public record SuggestedPrice(
      String org,
      String item,
      String site,
      String currency,
      BigDecimal price,
      BigDecimal cost,
      BigDecimal suggestedPrice,
      BigDecimal gainPerUnit,
      BigDecimal gainPerUnitP10,
      String reason) {
    static SuggestedPrice of(PriceQuestions.Suggested s) {
      PriceSupport support = s.place().support();
      Words reason =
          s.advice().isPresent()
              ? PriceWords.of(s.place().response(), support)
              : Words.of(
                  "decide.price.no-advice",
                  Words.decimal(support.low(), 2),
                  Words.decimal(support.high(), 2));
      return new SuggestedPrice(
          s.place().key().org(),
          s.place().key().item(),
          s.place().key().site(),
          s.worth().currency(),
          s.worth().price(),
          s.worth().cost().orElse(null),
          s.advice().map(PriceAdvice::price).orElse(null),
          s.advice().map(a -> Decimals.quantity(a.gain())).orElse(null),
          s.advice().map(a -> Decimals.quantity(a.lowGain())).orElse(null),
          Wordbook.english().say(reason));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("org,item,site")
  @InFront(PriceLesson.class)
  @Operation(
      operationId = "listPriceResponse",
      summary = "How demand of items at sites answers their prices, and where that cannot be known")
  public Listing<ItemPriceResponse> all(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @QueryParam("category") Optional<String> category,
      @Parameter(description = "Whether it can be known") @QueryParam("known")
          Optional<Boolean> known,
      @BeanParam ListRequest list) {
    PriceResponseStore.Filter filter =
        new PriceResponseStore.Filter(scope.get(), org, item, site, category, known);
    Lesson lesson = list.begunWith(prices::lesson).orElseGet(() -> prices.newest(plan));
    return list.list(
            ItemPriceResponse.class,
            (cursor, limit) ->
                prices.page(lesson.lessonId(), filter, cursor, limit).map(ItemPriceResponse::of))
        .keptTo(lesson.lessonId())
        .about(PriceLesson.of(lesson));
  }

  @GET
  @Path("suggestion")
  @Operation(
      operationId = "suggestPrice",
      summary = "The price of an item at a site of which most profit is expected, within limits",
      description = "Nothing is changed: whoever likes the price sets it in the ERP.")
  public SuggestedPrice suggestion(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("org") Optional<String> org,
      @Parameter(required = true) @QueryParam("item") Optional<String> item,
      @Parameter(required = true) @QueryParam("site") Optional<String> site,
      @Parameter(description = "Share of the price that is to be left above the cost; 0 by default")
          @QueryParam("leastMargin")
          Optional<BigDecimal> leastMargin,
      @Parameter(description = "Largest change as a share of the price of now; 0.1 by default")
          @QueryParam("largestChange")
          Optional<BigDecimal> largestChange,
      @Parameter(description = "From one price to the next; 0.01 by default") @QueryParam("step")
          Optional<BigDecimal> step,
      @Parameter(
              description =
                  "Added to multiples of the step, such as 0.99 with a step of 1; 0 by default")
          @QueryParam("ending")
          Optional<BigDecimal> ending) {
    return SuggestedPrice.of(
        questions.suggest(
            scope.get(),
            plan,
            org,
            needed("item", item),
            needed("site", site),
            limits(leastMargin, largestChange, step, ending)));
  }

  private static String needed(String name, Optional<String> value) {
    return value.orElseThrow(
        () ->
            new BadParameter(
                name, "Query parameter %s is missing".formatted(name), "the ERP's own key"));
  }

  private static PriceAdvice.Limits limits(
      Optional<BigDecimal> leastMargin,
      Optional<BigDecimal> largestChange,
      Optional<BigDecimal> step,
      Optional<BigDecimal> ending) {
    PriceAdvice.Limits usual = PriceAdvice.Limits.USUAL;
    try {
      return new PriceAdvice.Limits(
          leastMargin.orElse(usual.leastMargin()),
          largestChange.orElse(usual.largestChange()),
          step.orElse(usual.step()),
          ending.orElse(usual.ending()));
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Kind.INVALID, "These are no limits: " + e.getMessage() + ".");
    }
  }
}
