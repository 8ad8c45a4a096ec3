package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.StockExceptions;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.core.decide.risk.Risk;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.StockException;
import org.demandwright.store.decide.StockExceptionStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What may go wrong with the stock of items at sites, the most money first. */
@Path("exceptions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Exceptions")
public class ExceptionsResource {
  @Inject CallerScope scope;
  @Inject StockPlans plans;
  @Inject StockExceptions exceptions;

  /**
   * Something that may go wrong. One that is there again the next day has the same number.
   *
   * @param number by which it is known as long as it is there
   * @param kind what may go wrong
   * @param about what of the item it is about, such as the key of an order's line; absent where it
   *     is about all of it
   * @param vendor whom it concerns, by the ERP's own key; absent where it concerns none
   * @param reason in a sentence
   * @param score the higher, the rather it is said; compared within a kind alone
   * @param units base units that are at stake
   * @param worth by what a unit is valued
   * @param money what is at stake, in {@code currency}; absent where no price or cost is known
   * @param currency of the price or cost
   * @param reportingMoney the same in the reporting currency; absent where none is set, or no rate
   *     is known: such rows come behind, each currency for itself
   * @param evidence figures that it rests on
   * @param since day on which it was first seen
   * @param seenOn day on which it was last seen
   * @param closedOn day on which it was gone; absent while it is there
   * @param worstScore highest score that it had
   * @param worstMoney most that was at stake, in the currency of its time
   */
  public record StockRisk(
      long number,
      RiskKind kind,
      String org,
      String item,
      String site,
      String about,
      String vendor,
      String reason,
      double score,
      BigDecimal units,
      Risk.Worth worth,
      BigDecimal money,
      String currency,
      BigDecimal reportingMoney,
      List<RiskFigure> evidence,
      LocalDate since,
      LocalDate seenOn,
      LocalDate closedOn,
      double worstScore,
      BigDecimal worstMoney) {
    static StockRisk of(StockException e) {
      Risk risk = e.risk();
      return new StockRisk(
          e.number(),
          risk.kind(),
          e.key().org(),
          e.key().item(),
          e.key().site(),
          orAbsent(risk.about()),
          orAbsent(risk.vendor()),
          Wordbook.english().say(risk.said()),
          Decimals.figure(risk.score()),
          risk.units(),
          risk.worth(),
          e.stake().amount().orElse(null),
          e.stake().currency().orElse(null),
          e.stake().reporting().orElse(null),
          risk.evidence().stream().map(f -> new RiskFigure(f.name(), f.value())).toList(),
          e.since(),
          e.seenOn(),
          e.closedOn().orElse(null),
          Decimals.figure(e.worstScore()),
          e.worstMoney().orElse(null));
    }

    private static String orAbsent(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  /**
   * A figure that a risk rests on.
   *
   * @param name what it is, such as probability or available
   * @param value its amount: a share 0–1, base units or days
   */
  public record RiskFigure(String name, BigDecimal value) {}

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("money")
  @InFront(InventoryPoliciesResource.About.class)
  @Operation(
      operationId = "listExceptions",
      summary = "What may go wrong with the stock of items at sites, the most money first")
  public Listing<StockRisk> all(
      @QueryParam("plan") Optional<String> plan,
      @Parameter(description = "What may go wrong") @QueryParam("kind") Optional<RiskKind> kind,
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @Parameter(description = "Vendor that it concerns, by the ERP's own key")
          @QueryParam("vendor")
          Optional<String> vendor,
      @Parameter(
              description =
                  "Least money at stake: in the reporting currency; of rows without it in their own")
          @QueryParam("minMoney")
          Optional<BigDecimal> minMoney,
      @Parameter(description = "Those that were first seen on this day or later")
          @QueryParam("since")
          Optional<LocalDate> since,
      @BeanParam ListRequest list) {
    StockExceptionStore.Filter filter =
        new StockExceptionStore.Filter(scope.get(), kind, org, item, site, vendor, minMoney, since);
    Decision decision = plans.newest(plan);
    return list.list(
            StockRisk.class,
            (cursor, limit) ->
                exceptions.page(decision.plan(), filter, cursor, limit).map(StockRisk::of))
        .about(InventoryPoliciesResource.About.of(decision, scope.get().isUnrestricted()));
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getException",
      summary = "Something that may go wrong, or was there not long ago")
  public StockRisk one(
      @Parameter(description = "Number of the exception") @PathParam("id") long id) {
    return StockRisk.of(exceptions.exception(scope.get(), id));
  }
}
