package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import org.demandwright.app.decide.ReleaseRules;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.ReleaseRuleStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Whether anything is released by itself. Whoever may answer suggestions may switch it off, also
 * those who see a part of the data: what they see going wrong they have to be able to stop.
 */
@Path("automation-rules/switch")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Inventory")
public class AutomationSwitchResource {
  @Inject ReleaseRules rules;
  @Inject CallerScope scope;
  @Context SecurityContext caller;

  /**
   * Whether anything is released by itself.
   *
   * @param on false = nothing is, whatever the rules say
   * @param revision goes up with every change
   * @param reason that was given; empty before anybody switched it
   */
  public record AutomationSwitch(
      boolean on, long revision, Instant changedAt, String changedBy, String reason) {
    static AutomationSwitch of(ReleaseRuleStore.Switch s) {
      return new AutomationSwitch(s.on(), s.revision(), s.at(), s.by(), s.reason());
    }
  }

  /**
   * Switches automation.
   *
   * @param on whether anything is to be released by itself
   * @param reason for those who read it later
   */
  @Schema(example = "{\"on\": false, \"reason\": \"Odd orders from V1\"}")
  public record SwitchRequest(boolean on, String reason) {}

  @GET
  @Operation(
      operationId = "getAutomationSwitch",
      summary = "Whether suggestions are released by themselves, since when and why")
  public AutomationSwitch get() {
    return AutomationSwitch.of(rules.state());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "switchAutomation",
      summary =
          "Switch automation on (administrators who see all data) or off (whoever may answer)",
      description =
          "Off holds at once, also for a run that is under way: it ends with what belongs together at"
              + " this moment. If-Match: * switches whatever it is.")
  public AutomationSwitch change(SwitchRequest body, @BeanParam IfMatch seen) {
    return AutomationSwitch.of(
        rules.turn(
            body.on(),
            body.reason(),
            caller.isUserInRole(Roles.ADMIN) && scope.get().isUnrestricted(),
            seen.of(AutomationSwitch::of),
            caller.getUserPrincipal().getName()));
  }
}
