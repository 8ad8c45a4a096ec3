package org.demandwright.rest.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Set;
import org.demandwright.app.source.CountedItem;
import org.demandwright.app.source.FileLoading;
import org.demandwright.rest.wire.JsonBody;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The units in which the items of files are counted. */
@Path("file-units")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Files")
public class FileUnitsResource {
  private static final String EXAMPLE = "{\"org\": \"MAIN\", \"item\": \"A1\", \"unit\": \"PCS\"}";

  @Inject FileLoading loading;
  @Context SecurityContext caller;

  /** The items that have lines in another unit than their own. */
  public record Items(List<CountedItem> rows) {}

  @GET
  @Operation(summary = "Items of the files that have lines in another unit than their own")
  public Items all() {
    return new Items(loading.units());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Count an item in another unit; the next import judges its lines anew")
  public Items count(
      @RequestBody(content = @Content(schema = @Schema(example = EXAMPLE))) String text) {
    JsonBody body = JsonBody.of(text, Set.of("org", "item", "unit"), EXAMPLE);
    loading.countIn(
        body.text("org"),
        body.text("item"),
        body.text("unit"),
        caller.getUserPrincipal().getName());
    return all();
  }
}
