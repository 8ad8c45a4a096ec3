package org.demandwright.rest.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.demandwright.app.run.JobControl;
import org.demandwright.app.run.JobDescription;
import org.demandwright.app.run.JobParameter;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jobs that can be started. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@OfAllData
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Jobs")
public class JobsResource {
  @Inject JobControl control;

  /** One job. */
  public record Job(String name, String purpose, List<Parameter> parameters) {
    static Job of(JobDescription job) {
      return new Job(
          job.name(), job.purpose(), job.parameters().stream().map(Parameter::of).toList());
    }
  }

  /**
   * One job parameter.
   *
   * @param allowed what values it may have, in words
   * @param byDefault the default in words or as a value
   */
  public record Parameter(String name, String allowed, String byDefault, String meaning) {
    static Parameter of(JobParameter parameter) {
      return new Parameter(
          parameter.parameter(), parameter.allowed(), parameter.byDefault(), parameter.meaning());
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("name")
  @Operation(
      operationId = "listJobs",
      summary = "The jobs that can be started, with their parameters and defaults")
  public Listing<Job> all(@BeanParam ListRequest list) {
    return list.whole(
        Job.class,
        control.jobs().stream().map(Job::of).sorted(Comparator.comparing(Job::name)).toList());
  }
}
