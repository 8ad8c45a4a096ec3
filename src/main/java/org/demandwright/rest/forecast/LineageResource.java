package org.demandwright.rest.forecast;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Page;
import org.demandwright.app.forecast.ForecastId;
import org.demandwright.app.forecast.ForecastLineage;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.quality.DemandLineage;
import org.demandwright.rest.forecast.LineageWire.Lineage;
import org.demandwright.rest.forecast.LineageWire.Period;
import org.demandwright.rest.forecast.LineageWire.Row;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** From a published value back to the rows of the ERP. */
@Path("forecasts/{id}/lineage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecasts")
public class LineageResource {
  @Inject CallerScope scope;
  @Inject ForecastLineage lineage;

  @GET
  @Operation(
      operationId = "getLineage",
      summary = "What a published value comes from: models, features, corrections, rows",
      description =
          "The demand behind it is derived once more from rows and corrections as they were known"
              + " when the version was made; demand.unproved tells how many periods do not come to"
              + " what the models received. The periods are at /periods, the rows at /rows.")
  public Lineage one(@PathParam("id") String id) {
    return Lineage.of(id, lineage.origin(scope.get(), id(id)));
  }

  @GET
  @Path("periods")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("periodStart")
  @Operation(
      operationId = "listLineagePeriods",
      summary = "The demand behind a published value, period by period, with both sums")
  public Listing<Period> periods(@PathParam("id") String id, @BeanParam ListRequest list) {
    List<DemandLineage.Sum> all = lineage.demand(scope.get(), id(id)).lineage().periods();
    return list.list(
        Period.class, (cursor, limit) -> Page.within(all, cursor, limit).map(Period::of));
  }

  @GET
  @Path("rows")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("countsOn,lineId")
  @Operation(
      operationId = "listLineageRows",
      summary = "The rows of the ERP behind a published value, as they were known then")
  public Listing<Row> rows(
      @PathParam("id") String id,
      @QueryParam("from") Optional<LocalDate> from,
      @QueryParam("to") Optional<LocalDate> to,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    ForecastId value = id(id);
    return list.list(
        Row.class,
        (cursor, limit) -> lineage.rows(seen, value, from, to, cursor, limit).map(Row::of));
  }

  private static ForecastId id(String text) {
    return LineageWire.id(text);
  }
}
