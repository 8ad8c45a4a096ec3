package org.demandwright.rest.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.demandwright.app.Refused;
import org.demandwright.app.forecast.ForecastId;
import org.demandwright.app.plan.ForecastEvidence;
import org.demandwright.app.plan.NumberEvidence;
import org.demandwright.rest.wire.Download;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What proves a published value to somebody who has no access to this server. */
@Path("forecasts/{id}/evidence")
@RequestScoped
@RolesAllowed({Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecasts")
public class EvidenceResource {
  private static final String ZIP = "application/zip";

  @Inject ForecastEvidence evidence;
  @Inject CallerScope scope;

  @GET
  @Produces(ZIP)
  @Operation(
      operationId = "downloadEvidence",
      summary =
          "Everything behind a published value, to be added up offline, as a ZIP of CSV files",
      description =
          "Rows of the ERP, corrections, settings, models, overrides with who and when, content hash"
              + " and publications; README.txt says how to check them, SHA256SUMS that none was"
              + " changed. Also of versions that are removed, as long as they are archived.")
  public Response file(@PathParam("id") String id) {
    ForecastId value =
        ForecastId.parse(id)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND,
                        "There is no forecast with this id; rows of forecasts tell theirs."));
    NumberEvidence found = evidence.of(scope.get(), value);
    return Response.ok(new Download(output -> evidence.write(found, output)))
        .header("Content-Disposition", "attachment; filename=\"evidence-" + value + ".zip\"")
        .build();
  }
}
