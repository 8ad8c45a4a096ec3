package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.demandwright.app.decide.PreviewRelease;
import org.demandwright.app.decide.ReleaseOutcomes;
import org.demandwright.app.decide.ReleaseRules;
import org.demandwright.rest.decide.AutomationWire.AutomationOutcome;
import org.demandwright.rest.decide.AutomationWire.AutomationPreview;
import org.demandwright.rest.decide.AutomationWire.AutomationRequest;
import org.demandwright.rest.decide.AutomationWire.AutomationRules;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules by which suggestions are released without anybody being asked. */
@Path("automation-rules")
@RequestScoped
@OfAllData
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Inventory")
public class AutomationRulesResource {
  @Inject ReleaseRules rules;
  @Inject PreviewRelease preview;
  @Inject ReleaseOutcomes outcomes;
  @Context SecurityContext caller;

  @GET
  @Operation(
      operationId = "getAutomationRules",
      summary =
          "The rules by which suggestions are released by themselves, with what holds for all")
  public AutomationRules get() {
    return AutomationRules.of(rules.rules());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "changeAutomationRules",
      summary = "Put rules in the place of all that stand; the next decision goes by them",
      description =
          "Nothing is released before automation is switched on. What is released already stays so.")
  public AutomationRules change(AutomationRequest body, @BeanParam IfMatch seen) {
    return AutomationRules.of(
        rules.replace(
            body.all(),
            body.terms(),
            seen.of(AutomationRules::of),
            caller.getUserPrincipal().getName()));
  }

  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "previewAutomationRules",
      summary = "What rules would have released of the decisions that are kept, night by night",
      description =
          "A dry run, which changes nothing: how many suggestions, units and how much money each rule"
              + " would have released, what it would have kept by which limit, and how people answered"
              + " the same suggestions.")
  public AutomationPreview preview(
      @QueryParam("plan") Optional<String> plan, AutomationRequest body) {
    return AutomationPreview.of(preview.of(plan, body.all(), body.terms()));
  }

  @GET
  @Path("outcome")
  @Operation(
      operationId = "getAutomationOutcome",
      summary =
          "What rules released of the newest decision, and what stays for people by which limit")
  public AutomationOutcome outcome(@QueryParam("plan") Optional<String> plan) {
    return AutomationOutcome.of(outcomes.newest(plan));
  }
}
