package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.PromotionNeeds;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.app.demand.PlanPromotions;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.rest.wire.BadParameter;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.CsvBodies;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.demand.PlannedPromotion;
import org.demandwright.store.demand.PromotionStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The campaign calendar, and what a promotion needs. */
@Path("promotions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Promotions")
public class PromotionsResource {
  @Inject CallerScope scope;
  @Inject PlanPromotions promotions;
  @Inject PromotionNeeds needs;
  @Inject StockPlans plans;
  @Context SecurityContext caller;

  /** Where a promotion comes from. */
  public enum PromotionSource {
    /** The ERP tells it, and it is changed there. */
    ERP,
    /** It was planned here. */
    PLANNED
  }

  /**
   * A promotion of an item.
   *
   * @param id under which it is asked for
   * @param site where it is; absent where it is at every site
   * @param lastDay its last day, included
   * @param campaign what it belongs to; absent where it belongs to nothing
   * @param depth share 0–1 that is paid less than usual; absent where not said
   * @param source where it comes from
   * @param promotionId identity that the ERP tells, or was given here
   * @param enteredBy who planned it; absent where the ERP tells it
   * @param enteredAt when; likewise
   */
  public record CalendarPromotion(
      String id,
      String org,
      String item,
      String site,
      LocalDate firstDay,
      LocalDate lastDay,
      String campaign,
      BigDecimal depth,
      PromotionSource source,
      String promotionId,
      String enteredBy,
      Instant enteredAt) {
    static CalendarPromotion of(PlannedPromotion p) {
      return new CalendarPromotion(
          PlanPromotions.id(p),
          p.promotion().item().orgId(),
          p.promotion().item().itemId(),
          p.promotion().siteId(),
          p.promotion().from(),
          p.promotion().to(),
          p.campaign().isEmpty() ? null : p.campaign(),
          p.depth().orElse(null),
          p.entered().isPresent() ? PromotionSource.PLANNED : PromotionSource.ERP,
          p.promotion().promotionId(),
          p.entered().map(PlannedPromotion.Entered::by).orElse(null),
          p.entered().map(PlannedPromotion.Entered::at).orElse(null));
    }
  }

  /**
   * A promotion to plan.
   *
   * @param org company, needed where several have the item
   * @param site where it is, by default every site
   * @param lastDay its last day, included
   * @param campaign what it belongs to
   * @param depth share that is paid less than usual, above 0 and below 1
   */
  @Schema(
      example =
          "{\"item\": \"I0001\", \"firstDay\": \"2027-07-01\", \"lastDay\": \"2027-07-14\","
              + " \"campaign\": \"Summer sale\", \"depth\": \"0.2\"}")
  public record PromotionRequest(
      Optional<String> org,
      String item,
      Optional<String> site,
      LocalDate firstDay,
      LocalDate lastDay,
      Optional<String> campaign,
      Optional<BigDecimal> depth) {
    PlanPromotions.Request request() {
      return new PlanPromotions.Request(
          org, item, site, firstDay, lastDay, campaign.orElse(""), depth);
    }
  }

  /**
   * A promotion of many.
   *
   * @param id of the one that it changes; without it a new one is planned
   * @param org company, needed where several have the item
   * @param site where it is, by default every site
   * @param lastDay its last day, included
   * @param campaign what it belongs to
   * @param depth share that is paid less than usual, above 0 and below 1
   */
  @Schema(
      example =
          "{\"item\": \"I0001\", \"firstDay\": \"2027-07-01\", \"lastDay\": \"2027-07-14\","
              + " \"campaign\": \"Summer sale\", \"depth\": \"0.2\"}")
  public record PromotionRow(
      Optional<String> id,
      Optional<String> org,
      String item,
      Optional<String> site,
      LocalDate firstDay,
      LocalDate lastDay,
      Optional<String> campaign,
      Optional<BigDecimal> depth) {
    PlanPromotions.Row row() {
      return new PlanPromotions.Row(
          id, new PromotionRequest(org, item, site, firstDay, lastDay, campaign, depth).request());
    }
  }

  /**
   * Promotions to plan and to change.
   *
   * @param rows from 1 to 10,000
   */
  @Schema(
      example =
          "{\"rows\": [{\"item\": \"I0001\", \"firstDay\": \"2027-07-01\","
              + " \"lastDay\": \"2027-07-14\"}]}")
  public record PromotionRows(List<PromotionRow> rows) {}

  /**
   * What was planned and changed.
   *
   * @param promotions in the order of the rows
   */
  public record WrittenPromotions(List<CalendarPromotion> promotions) {}

  /**
   * What a promotion needs beyond the forecast.
   *
   * @param promotion that is meant
   * @param basis whether the effect of the item or that of its category is counted with
   * @param unknown why that of the item is not known; absent where it is
   * @param firstDay first of its days that the forecast reaches
   * @param lastDay last of them
   * @param effect that is counted with
   * @param depth that is counted with: the planned one, or the nearest to it of which is known what
   *     it does; absent where none is planned
   * @param sites that have it
   * @param sitesOmitted sites that have it, of which demand cannot be told
   */
  public record PreStockNeeds(
      CalendarPromotion promotion,
      PromotionEffect.Level basis,
      WhyUnknown unknown,
      LocalDate firstDay,
      LocalDate lastDay,
      PromotionEffectsResource.EffectFigure effect,
      Double depth,
      List<SiteNeed> sites,
      List<String> sitesOmitted) {
    static PreStockNeeds of(PromotionNeeds.Needs n) {
      return new PreStockNeeds(
          CalendarPromotion.of(n.promotion()),
          n.effect().level(),
          n.unknown().orElse(null),
          n.from(),
          n.to(),
          PromotionEffectsResource.EffectFigure.of(n.effect().uplift()),
          n.depth().orElse(null),
          n.sites().stream().map(SiteNeed::of).toList(),
          n.omitted());
    }
  }

  /**
   * What it needs at a site, in base units.
   *
   * @param usual demand of its days without it
   * @param forecast demand of its days as the forecast has it
   * @param inForecast what of it the forecast has for this promotion
   * @param more what is needed beyond the forecast
   * @param low end of the band that holds it with 80 %
   * @param high likewise
   * @param orderBy last day on which to order it; absent where that is past, or no lead time is
   *     known
   * @param reason in a sentence
   */
  public record SiteNeed(
      String site,
      BigDecimal usual,
      BigDecimal forecast,
      BigDecimal inForecast,
      BigDecimal more,
      BigDecimal low,
      BigDecimal high,
      LocalDate orderBy,
      String reason) {
    static SiteNeed of(PromotionNeeds.Need n) {
      return new SiteNeed(
          n.site(),
          Decimals.quantity(n.usual()),
          Decimals.quantity(n.forecast()),
          Decimals.quantity(n.inForecast()),
          Decimals.quantity(n.need().more()),
          Decimals.quantity(n.need().low()),
          Decimals.quantity(n.need().high()),
          n.orderBy().orElse(null),
          Wordbook.english().say(n.said()));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("firstDay")
  @Operation(
      operationId = "listPromotions",
      summary = "The campaign calendar: promotions of the ERP and those that were planned here")
  public Listing<CalendarPromotion> all(
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @Parameter(description = "Site at which they are, also those at every site")
          @QueryParam("site")
          Optional<String> site,
      @QueryParam("category") Optional<String> category,
      @Parameter(description = "Those that end on this day or later") @QueryParam("from")
          Optional<LocalDate> from,
      @Parameter(description = "Those that begin on this day or earlier") @QueryParam("to")
          Optional<LocalDate> to,
      @Parameter(description = "Where they come from") @QueryParam("source")
          Optional<PromotionSource> source,
      @BeanParam ListRequest list) {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new BadParameter(
          "to",
          "to is %s, before from, which is %s".formatted(to.get(), from.get()),
          "that day or a later one");
    }
    PromotionStore.Filter filter =
        new PromotionStore.Filter(
            scope.get(),
            org,
            item,
            site,
            category,
            from,
            to,
            source.map(s -> s == PromotionSource.PLANNED));
    return list.list(
        CalendarPromotion.class,
        (cursor, limit) -> promotions.page(filter, cursor, limit).map(CalendarPromotion::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getPromotion", summary = "One promotion")
  public CalendarPromotion one(
      @Parameter(description = "Under which the promotion is asked for") @PathParam("id")
          String id) {
    return CalendarPromotion.of(promotions.one(scope.get(), id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "createPromotion",
      summary = "Plan a promotion; the next run of the forecast knows it",
      description =
          "It ends today or later, by the newest data that were read: past ones come from the ERP, or"
              + " as rows.")
  public Created<CalendarPromotion> add(PromotionRequest body) {
    CalendarPromotion added =
        CalendarPromotion.of(promotions.add(scope.get(), body.request(), who()));
    return new Created<>(added, added.id());
  }

  @POST
  @Path("rows")
  @Consumes({MediaType.APPLICATION_JSON, CsvBodies.CSV})
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "writePromotions",
      summary = "Plan and change many promotions, all of them or none",
      description =
          "As JSON, or as text/csv with the heading item,firstDay,lastDay and, where needed,"
              + " id,org,site,campaign,depth: what the list gives with source=PLANNED and these"
              + " fields can be changed and sent back.")
  public WrittenPromotions write(PromotionRows body) {
    return new WrittenPromotions(
        promotions
            .write(scope.get(), body.rows().stream().map(PromotionRow::row).toList(), who())
            .stream()
            .map(CalendarPromotion::of)
            .toList());
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "changePromotion",
      summary = "Put another promotion in the place of one that was planned here")
  public CalendarPromotion change(
      @Parameter(description = "Under which the promotion is asked for") @PathParam("id") String id,
      @BeanParam IfMatch seen,
      PromotionRequest body) {
    return CalendarPromotion.of(
        promotions.change(scope.get(), id, body.request(), seen.of(CalendarPromotion::of), who()));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "deletePromotion",
      summary = "Remove a promotion that was planned here; versions that knew it keep it")
  public void remove(
      @Parameter(description = "Under which the promotion is asked for") @PathParam("id") String id,
      @BeanParam IfMatch seen) {
    promotions.remove(scope.get(), id, seen.of(CalendarPromotion::of));
  }

  @GET
  @Path("{id}/pre-stock")
  @Operation(
      operationId = "getPreStock",
      summary = "What a promotion needs beyond the forecast, and by when to order it",
      description =
          "Usual demand of its days times the uplift that was learned, less what the forecast has of"
              + " it; 409 where neither of the item nor of its category it is known what promotions"
              + " do, no day lies within the forecast, or demand can be told at none of its sites.")
  public PreStockNeeds needs(
      @Parameter(description = "Under which the promotion is asked for") @PathParam("id") String id,
      @QueryParam("plan") Optional<String> plan) {
    return PreStockNeeds.of(needs.of(scope.get(), plans.newest(plan), id));
  }

  private String who() {
    return caller.getUserPrincipal().getName();
  }
}
