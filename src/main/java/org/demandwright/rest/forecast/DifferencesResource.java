package org.demandwright.rest.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.demandwright.app.forecast.ForecastDifferences;
import org.demandwright.app.forecast.ForecastId;
import org.demandwright.rest.forecast.DifferencesWire.Difference;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a published value is another one than in an earlier version. */
@Path("forecasts/{id}/differences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecasts")
public class DifferencesResource {
  @Inject ForecastDifferences differences;
  @Inject CallerScope scope;

  @GET
  @Operation(
      operationId = "getDifferences",
      summary = "Why a value is another one than in an earlier version, in parts that add up",
      description =
          "The series is forecast again from what the earlier version kept, while one input after"
              + " the other is taken from the later one: restated history, corrections, calendar,"
              + " prices, signals, new actuals, models and weights. against = the earlier version,"
              + " by default the one that readers saw before.")
  public Difference one(@PathParam("id") String id, @QueryParam("against") Optional<Long> against) {
    ForecastId value = LineageWire.id(id);
    ForecastDifferences.Compared found = differences.of(scope.get(), value, against);
    return Difference.of(value, found.against(), found.difference());
  }
}
