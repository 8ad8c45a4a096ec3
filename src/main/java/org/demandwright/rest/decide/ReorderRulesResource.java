package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.demandwright.app.decide.ReorderRules;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.rest.decide.ReorderRulesWire.ComparedRule;
import org.demandwright.rest.decide.ReorderRulesWire.RulesWritten;
import org.demandwright.rest.decide.ReorderRulesWire.WrittenRule;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.ReorderWriteState;
import org.demandwright.store.decide.ReorderWriteStore;
import org.demandwright.store.decide.StockPlanStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Minimum and maximum of the ERP's reorder rules: compared, written, put back. */
@Path("reorder-rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Inventory")
public class ReorderRulesResource {
  @Inject CallerScope scope;
  @Inject StockPlans plans;
  @Inject ReorderRules rules;
  @Context SecurityContext caller;

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("org,item,site")
  @Operation(
      operationId = "listReorderRules",
      summary = "What was planned beside the reorder rules of the ERP, read there just now",
      description =
          "Of Odoo. 409 unless dw.erp.writer.user names a user that may change minimum and maximum and"
              + " nothing else.")
  public Listing<ComparedRule> all(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @QueryParam("category") Optional<String> category,
      @Parameter(description = "Preferred vendor, by the ERP's own key") @QueryParam("vendor")
          Optional<String> vendor,
      @BeanParam ListRequest list) {
    Decision decision = list.begunWith(plans::decision).orElseGet(() -> plans.newest(plan));
    StockPlanStore.Filter filter = filter(org, item, site, category, vendor);
    return list.list(
            ComparedRule.class,
            (cursor, limit) ->
                rules.page(decision.decisionId(), filter, cursor, limit).map(ComparedRule::of))
        .keptTo(decision.decisionId());
  }

  private StockPlanStore.Filter filter(
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<String> category,
      Optional<String> vendor) {
    return new StockPlanStore.Filter(
        scope.get(), org, item, site, category, vendor, Optional.empty(), Optional.empty());
  }

  @POST
  @Path("writes")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "writeReorderRules",
      summary = "Write the planned minimum and maximum into the reorder rules of the ERP",
      description =
          "Into each rule in force that has others, of what the parameters name. Old values are kept"
              + " and can be put back. No rule is made or removed.")
  public RulesWritten write(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @QueryParam("category") Optional<String> category,
      @Parameter(description = "Preferred vendor, by the ERP's own key") @QueryParam("vendor")
          Optional<String> vendor) {
    return RulesWritten.of(
        rules.write(plans.newest(plan), filter(org, item, site, category, vendor), who()));
  }

  @GET
  @Path("writes")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("number")
  @Operation(
      operationId = "listReorderRuleWrites",
      summary = "What was written into reorder rules of the ERP, with what stood there before")
  public Listing<WrittenRule> writes(
      @Parameter(description = "Those that stand so") @QueryParam("state")
          Optional<ReorderWriteState> state,
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @BeanParam ListRequest list) {
    ReorderWriteStore.Filter filter =
        new ReorderWriteStore.Filter(scope.get(), state, org, item, site);
    return list.list(
        WrittenRule.class,
        (cursor, limit) -> rules.writes(filter, cursor, limit).map(WrittenRule::of));
  }

  @GET
  @Path("writes/{id}")
  @Operation(
      operationId = "getReorderRuleWrite",
      summary = "One thing that was written into a reorder rule of the ERP")
  public WrittenRule one(@PathParam("id") long number) {
    return WrittenRule.of(rules.one(scope.get(), number));
  }

  @POST
  @Path("writes/{id}/taken-back")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "takeBackReorderRuleWrite",
      summary = "Put back what stood in a reorder rule before; said again it changes nothing",
      description = "409 once the ERP's rule was changed by others, or is no longer in force.")
  public WrittenRule takeBack(@PathParam("id") long number) {
    return WrittenRule.of(rules.takeBack(scope.get(), number, who()));
  }

  private String who() {
    return caller.getUserPrincipal().getName();
  }
}
