package org.demandwright.rest.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.demandwright.app.access.Accounts;
import org.demandwright.rest.wire.ToldOnce;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What everybody may do to the account that they are. */
@Path("account")
@ToldOnce
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Accounts")
public class OwnAccountResource {
  @Inject Accounts accounts;
  @Context SecurityContext caller;

  /**
   * The change of a password.
   *
   * @param current the one that it has
   * @param chosen 12 to 200 characters, and not what everybody tries first
   */
  @Schema(example = "{\"current\": \"the one I have\", \"chosen\": \"tea cups and rain\"}")
  public record PasswordChange(String current, String chosen) {
    /** Leaves both out, so that they never reach a log. */
    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  @POST
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeOwnPassword",
      summary = "Choose a password; all sessions of the account end")
  public void change(PasswordChange body) {
    accounts.changeOwnPassword(caller.getUserPrincipal().getName(), body.current(), body.chosen());
  }
}
