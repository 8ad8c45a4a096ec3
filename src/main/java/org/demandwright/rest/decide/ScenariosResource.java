package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.demandwright.app.decide.PriceQuestions;
import org.demandwright.app.decide.Scenarios;
import org.demandwright.core.decide.price.WhatIf;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.Scenario;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What another price would do to demand, money and stock; nothing of it changes anything. */
@Path("scenarios")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Prices")
public class ScenariosResource {
  @Inject CallerScope scope;
  @Inject PriceQuestions questions;
  @Inject Scenarios scenarios;
  @Context SecurityContext caller;

  /**
   * A question.
   *
   * @param name by which people know it
   * @param plan by default the default one
   * @param org company of the item; by default the one that has it
   * @param sites at which the price changes; by default all
   * @param firstDay from which the price holds: the day of the newest decision or later
   * @param lastDay up to which the price holds, within the forecast
   * @param price of a unit, among those that are known
   */
  @Schema(
      example =
          "{\"name\": \"Tea cheaper in March\", \"item\": \"I0001\", \"sites\": [\"SHA\"],"
              + " \"firstDay\": \"2026-01-05\", \"lastDay\": \"2026-01-18\", \"price\": 55.5}")
  public record ScenarioRequest(
      String name,
      Optional<String> plan,
      Optional<String> org,
      String item,
      Optional<List<String>> sites,
      LocalDate firstDay,
      LocalDate lastDay,
      BigDecimal price) {
    PriceQuestions.Question question() {
      return new PriceQuestions.Question(
          name, plan, org, item, sites.orElse(List.of()), firstDay, lastDay, price);
    }
  }

  /**
   * A question with its answer.
   *
   * @param scenarioId number; absent where it is not kept
   * @param kind what is changed
   * @param versionId of the forecast that it rests on
   * @param asOf the morning whose stock it rests on
   * @param price that is asked about
   * @param currency of all money
   * @param madeAt when it was asked
   * @param madeBy who asked
   * @param sites the answers, of those sites that the caller sees
   */
  public record WhatIfScenario(
      Long scenarioId,
      String plan,
      Scenario.Kind kind,
      String name,
      String org,
      String item,
      long versionId,
      LocalDate asOf,
      LocalDate firstDay,
      LocalDate lastDay,
      BigDecimal price,
      String currency,
      Instant madeAt,
      String madeBy,
      List<ScenarioSite> sites) {
    static WhatIfScenario of(Scenario s) {
      return new WhatIfScenario(
          s.scenarioId() == 0 ? null : s.scenarioId(),
          s.plan(),
          s.kind(),
          s.name(),
          s.org(),
          s.item(),
          s.versionId(),
          s.asOf(),
          s.first(),
          s.last(),
          s.price(),
          s.currency(),
          s.madeAt(),
          s.madeBy(),
          s.sites().stream().map(ScenarioSite::of).toList());
    }
  }

  /**
   * An amount with its 80 % band.
   *
   * @param p10 passed with 90 %
   * @param expected on average
   * @param p90 passed with 10 %
   */
  public record AmountBand(BigDecimal p10, BigDecimal expected, BigDecimal p90) {
    static AmountBand of(WhatIf.Band band) {
      return new AmountBand(band.low(), band.expected(), band.high());
    }
  }

  /**
   * The answer at a site.
   *
   * @param plannedPrice that holds on the first day as things stand
   * @param cost of a unit; absent where none is known in the currency of the price
   * @param forecast units on these days as things stand
   * @param units with the other price
   * @param forecastRevenue as things stand
   * @param revenue with the other price
   * @param forecastProfit as things stand; absent without a cost
   * @param profit with the other price; absent without a cost
   * @param gain of profit, of revenue without a cost; its band is that of the answer to the price
   * @param stock how it goes; absent where the ERP tells none
   */
  public record ScenarioSite(
      String site,
      BigDecimal plannedPrice,
      BigDecimal cost,
      AmountBand forecast,
      AmountBand units,
      BigDecimal forecastRevenue,
      AmountBand revenue,
      BigDecimal forecastProfit,
      AmountBand profit,
      AmountBand gain,
      ScenarioStock stock) {
    static ScenarioSite of(Scenario.Site s) {
      WhatIf.Outcome o = s.outcome();
      return new ScenarioSite(
          s.site(),
          o.before(),
          o.cost().orElse(null),
          AmountBand.of(o.unitsBefore()),
          AmountBand.of(o.units()),
          o.revenueBefore(),
          AmountBand.of(o.revenue()),
          o.profitBefore().orElse(null),
          o.profit().map(AmountBand::of).orElse(null),
          AmountBand.of(o.gain()),
          o.stock().map(ScenarioStock::of).orElse(null));
    }
  }

  /**
   * How stock goes.
   *
   * @param available that morning, base units
   * @param arriving by the last day, base units
   * @param lasts whether what is there and arrives is enough for what is expected
   * @param runsOutOn by whose end it is not; absent where it lasts
   * @param stockOutProbability share 0–1
   * @param missing units that are expected not to be there
   * @param forecastRunsOutOn the day without the other price; absent where it lasts
   * @param forecastStockOutProbability without the other price
   */
  public record ScenarioStock(
      BigDecimal available,
      BigDecimal arriving,
      boolean lasts,
      LocalDate runsOutOn,
      double stockOutProbability,
      BigDecimal missing,
      LocalDate forecastRunsOutOn,
      double forecastStockOutProbability) {
    static ScenarioStock of(WhatIf.Stock s) {
      return new ScenarioStock(
          s.available(),
          s.arriving(),
          s.runsOutOn().isEmpty(),
          s.runsOutOn().orElse(null),
          Decimals.figure(s.stockOut()),
          s.missing(),
          s.runsOutBefore().orElse(null),
          Decimals.figure(s.stockOutBefore()));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("scenarioId")
  @Operation(operationId = "listScenarios", summary = "What was asked and kept, the oldest first")
  public Listing<WhatIfScenario> all(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("item") Optional<String> item,
      @BeanParam ListRequest list) {
    return list.list(
        WhatIfScenario.class,
        (cursor, limit) ->
            scenarios.page(scope.get(), plan, item, cursor, limit).map(WhatIfScenario::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getScenario", summary = "A question that is kept, with its answer")
  public WhatIfScenario one(@PathParam("id") long id) {
    return WhatIfScenario.of(scenarios.scenario(scope.get(), id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "createScenario",
      summary = "Ask what another price would do, and keep the answer",
      description =
          "Refused with the counts where it cannot be known: too few prices, a price that moved with"
              + " promotions, or one outside of those that are known.")
  public Created<WhatIfScenario> add(ScenarioRequest body) {
    Scenario kept =
        scenarios.add(scope.get(), body.question(), caller.getUserPrincipal().getName());
    return new Created<>(WhatIfScenario.of(kept), kept.scenarioId());
  }

  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewScenario",
      summary = "Ask what another price would do, without keeping the answer: it changes nothing")
  public WhatIfScenario preview(ScenarioRequest body) {
    return WhatIfScenario.of(
        questions.ask(scope.get(), body.question(), caller.getUserPrincipal().getName()));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(operationId = "deleteScenario", summary = "Forget a question that was kept")
  public void remove(@PathParam("id") long id, @BeanParam IfMatch seen) {
    scenarios.remove(scope.get(), id, seen.of(WhatIfScenario::of));
  }
}
