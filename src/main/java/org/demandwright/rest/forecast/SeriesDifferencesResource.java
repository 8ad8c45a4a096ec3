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
import java.util.Optional;
import org.demandwright.app.forecast.ForecastDifferences;
import org.demandwright.app.forecast.VersionChoice;
import org.demandwright.rest.forecast.DifferencesWire.Compared;
import org.demandwright.rest.forecast.DifferencesWire.Row;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why the forecasts of a series are others than in an earlier version. */
@Path("series/{id}/differences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Series")
public class SeriesDifferencesResource {
  @Inject ForecastDifferences differences;
  @Inject CallerScope scope;
  @Inject ReadableVersions readable;

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("periodStart")
  @InFront(Compared.class)
  @Operation(
      operationId = "listDifferencesOfSeries",
      summary = "Why the forecasts of a series changed, period by period, in parts that add up",
      description =
          "Of the periods that both versions forecast. against = the earlier version, by default"
              + " the one that readers saw before.")
  public Listing<Row> all(
      @PathParam("id") long seriesId,
      @QueryParam("versionId") Optional<Long> versionId,
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("against") Optional<Long> against,
      @BeanParam ListRequest list) {
    ForecastDifferences.OfSeries found =
        differences.ofSeries(
            scope.get(),
            seriesId,
            new VersionChoice(list.begunWith(readable::id).or(() -> versionId), plan),
            against);
    return list.whole(Row.class, found.periods().stream().map(Row::of).toList())
        .about(new Compared(found.against(), found.versionId(), seriesId))
        .keptTo(found.versionId());
  }
}
