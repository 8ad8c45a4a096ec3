package org.demandwright.rest.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.app.run.SettlePlan;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.rest.wire.JsonBody;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Plans: by which settings scheduled runs forecast. */
@Path("forecast-plans")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecast plans")
public class ForecastPlansResource {
  private static final Set<String> KNOWN = Set.of("bucket", "horizon", "objective", "models");
  private static final String EXAMPLE = "{\"bucket\": \"WEEK\", \"horizon\": 13}";

  @Inject ForecastPlans plans;
  @Inject SettlePlan settle;
  @Context SecurityContext caller;

  /** All plans. */
  public record Plans(List<Plan> rows) {}

  /**
   * One plan.
   *
   * @param own settings of its own, which win over the configuration
   * @param configured what the configuration says
   * @param inForce both together; what is absent is the source's or the engine's choice
   * @param overruled whether the configuration says something that does not count
   * @param takenFrom the version whose settings became its own, absent where a person entered them
   */
  public record Plan(
      String name,
      Settings own,
      Settings configured,
      Settings inForce,
      boolean overruled,
      Long takenFrom,
      Instant settledAt,
      String settledBy) {
    static Plan of(PlanRecord plan) {
      return new Plan(
          plan.name(),
          Settings.of(plan.own()),
          Settings.of(plan.configured()),
          Settings.of(plan.inForce()),
          plan.overruled(),
          plan.takenFrom().orElse(null),
          plan.settledAt().orElse(null),
          plan.settledBy().orElse(null));
    }
  }

  /** Settings; what is not said is absent. */
  public record Settings(Bucket bucket, Integer horizon, String objective, List<String> models) {
    static Settings of(PlanSettings s) {
      return new Settings(
          s.bucket().orElse(null),
          s.horizon().orElse(null),
          s.objective().map(Objective::toString).orElse(null),
          s.models().isEmpty() ? null : s.models());
    }
  }

  @GET
  @Operation(summary = "The plans, each with its own settings and those of the configuration")
  public Plans all() {
    return new Plans(plans.plans().stream().map(Plan::of).toList());
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(summary = "Give a plan settings of its own, or none: then the configuration counts")
  public Plan settle(
      @PathParam("name") String name,
      @RequestBody(content = @Content(schema = @Schema(example = EXAMPLE))) String text) {
    JsonBody body = JsonBody.of(text, KNOWN, EXAMPLE + "; what is left out is the configuration's");
    Map<String, String> own = new HashMap<>();
    for (String setting : List.of("bucket", "objective", "models")) {
      own.put(setting, body.text(setting));
    }
    BigDecimal horizon = body.number("horizon");
    own.put("horizon", horizon == null ? "" : horizon.toPlainString());
    own.values().removeIf(String::isBlank);
    return Plan.of(settle.settle(name, own, Optional.empty(), caller.getUserPrincipal().getName()));
  }
}
