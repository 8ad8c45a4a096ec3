package org.demandwright.rest.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.demandwright.app.source.CountedItem;
import org.demandwright.app.source.FileLoading;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The units in which the items of files are counted. */
@Path("file-units")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@OfAllData
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Files")
public class FileUnitsResource {
  @Inject FileLoading loading;
  @Context SecurityContext caller;

  /** The body of {@code POST /file-units}: in which unit an item is counted. */
  @Schema(example = "{\"org\": \"MAIN\", \"item\": \"A1\", \"unit\": \"PCS\"}")
  public record UnitRequest(String org, String item, String unit) {}

  /** An item and the unit in which it is counted from now on. */
  public record ItemUnit(String org, String item, String unit) {}

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("org,item")
  @Operation(
      operationId = "listFileUnits",
      summary = "Items of the files that have lines in another unit than their own")
  public Listing<CountedItem> all(@BeanParam ListRequest list) {
    return list.whole(CountedItem.class, loading.units());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "countItemIn",
      summary = "Count an item in another unit; the next import judges its lines anew")
  public ItemUnit count(UnitRequest body) {
    loading.countIn(body.org(), body.item(), body.unit(), caller.getUserPrincipal().getName());
    return new ItemUnit(body.org(), body.item(), body.unit());
  }
}
