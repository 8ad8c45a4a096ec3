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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.core.decide.Abc;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.StockPlanStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the stock of each item at each site is planned by, and what follows. */
@Path("inventory-policies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Inventory")
public class InventoryPoliciesResource {
  @Inject CallerScope scope;
  @Inject StockPlans plans;

  /**
   * What all rows rest on.
   *
   * @param decisionId number of the decision
   * @param asOf day on which it was made: stock and orders are those of that morning
   * @param madeAt when it was begun
   * @param contentHash of all that was decided; absent for who sees a part of the data
   */
  public record About(
      String plan,
      long versionId,
      long decisionId,
      LocalDate asOf,
      Instant madeAt,
      String contentHash) {
    static About of(Decision decision, boolean whole) {
      return new About(
          decision.plan(),
          decision.versionId(),
          decision.decisionId(),
          decision.asOf(),
          decision.madeAt(),
          whole ? decision.contentHash().orElse(null) : null);
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("org,item,site")
  @InFront(About.class)
  @Operation(
      operationId = "listInventoryPolicies",
      summary = "What the stock of items at sites is planned by, and what it needs")
  public Listing<InventoryPolicy> all(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @QueryParam("category") Optional<String> category,
      @Parameter(description = "Preferred vendor, by the ERP's own key") @QueryParam("vendor")
          Optional<String> vendor,
      @Parameter(description = "Class by value within the company") @QueryParam("abc")
          Optional<Abc> abc,
      @Parameter(description = "What the stock is planned by") @QueryParam("plannedBy")
          Optional<PlannedStock.By> plannedBy,
      @BeanParam ListRequest list) {
    StockPlanStore.Filter filter =
        new StockPlanStore.Filter(scope.get(), org, item, site, category, vendor, abc, plannedBy);
    Decision decision = list.begunWith(plans::decision).orElseGet(() -> plans.newest(plan));
    return list.list(
            InventoryPolicy.class,
            (cursor, limit) ->
                plans.page(decision.decisionId(), filter, cursor, limit).map(InventoryPolicy::of))
        .keptTo(decision.decisionId())
        .about(About.of(decision, scope.get().isUnrestricted()));
  }
}
