package org.demandwright.rest.run;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanField;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.app.run.SettlePlan;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.model.Objective;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.demandwright.store.run.PlanStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Plans: what is forecast for whom, each with its own published version. */
@Path("plans")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Plans")
public class PlansResource {
  @Inject ForecastPlans plans;
  @Inject SettlePlan settle;
  @Context SecurityContext caller;

  /**
   * What a plan is to have of its own; what is left out is the configuration's.
   *
   * @param contestEveryDays days of demand from one contest of all models to the next
   * @param staleDays a version is held back when the last demand lies more days back
   * @param volumeJumpPercent a version is held back when its volume a day differs by more
   * @param readers roles that may read the plan beside ADMIN; left out = all that read forecasts
   */
  @Schema(
      example =
          "{\"description\": \"Months for the board\", \"bucket\": \"MONTH\", \"horizon\": 12,"
              + " \"readers\": [\"PLANNER\"]}")
  public record PlanRequest(
      Optional<String> description,
      Optional<Bucket> bucket,
      Optional<Integer> horizon,
      Optional<String> objective,
      List<String> models,
      Optional<Integer> contestEveryDays,
      Optional<Integer> staleDays,
      Optional<Integer> volumeJumpPercent,
      List<String> readers) {
    Map<String, String> own() {
      Map<String, String> own = new HashMap<>();
      description.ifPresent(text -> own.put(PlanField.DESCRIPTION.field(), text));
      bucket.ifPresent(b -> own.put(PlanField.BUCKET.field(), b.name()));
      objective.ifPresent(text -> own.put(PlanField.OBJECTIVE.field(), text));
      put(own, PlanField.HORIZON, horizon);
      put(own, PlanField.CONTEST_EVERY_DAYS, contestEveryDays);
      put(own, PlanField.STALE_DAYS, staleDays);
      put(own, PlanField.VOLUME_JUMP_PERCENT, volumeJumpPercent);
      own.put(PlanField.MODELS.field(), String.join(",", models));
      own.put(PlanField.READERS.field(), String.join(",", readers));
      return own;
    }

    private static void put(Map<String, String> own, PlanField field, Optional<Integer> number) {
      number.ifPresent(n -> own.put(field.field(), n.toString()));
    }
  }

  /**
   * A plan to be made.
   *
   * @param name up to 40 small letters, digits and hyphens, a letter first
   * @param own what it is to have of its own, left out = nothing
   */
  @Schema(
      example =
          "{\"name\": \"board\", \"own\": {\"description\": \"Months for the board\","
              + " \"bucket\": \"MONTH\", \"horizon\": 12}}")
  public record NewPlan(String name, Optional<PlanRequest> own) {}

  /**
   * One plan.
   *
   * @param description for whom it is, absent where nobody said
   * @param own settings of its own, which win over the configuration
   * @param configured what the configuration says
   * @param inForce both together; what is absent is the source's or the engine's choice
   * @param overruled whether the configuration says something that does not count
   * @param ownRules rules of its own
   * @param rules those in force
   * @param readers roles that may read it beside ADMIN, absent = all that read forecasts
   * @param takenFrom the version whose settings became its own, absent where a person entered them
   * @param retiredAt since when nothing is made for it any more, absent where it is in use
   */
  public record Plan(
      String name,
      String description,
      Settings own,
      Settings configured,
      Settings inForce,
      boolean overruled,
      Rules ownRules,
      Rules rules,
      List<String> readers,
      Long takenFrom,
      Instant settledAt,
      String settledBy,
      Instant retiredAt,
      String retiredBy) {
    static Plan of(PlanRecord plan) {
      PlanStore.Own own = plan.stored().own();
      Optional<PlanStore.Act> retired = plan.stored().retired();
      return new Plan(
          plan.name(),
          Absent.where(own.description()),
          Settings.of(plan.own()),
          Settings.of(plan.configured()),
          Settings.of(plan.inForce()),
          plan.overruled(),
          new Rules(
              own.rules().contestEveryDays().orElse(null),
              own.rules().staleDays().orElse(null),
              own.rules().volumeJumpPercent().orElse(null)),
          new Rules(
              plan.rules().contestEveryDays(),
              plan.rules().staleDays(),
              plan.rules().volumeJumpPercent()),
          own.readers().isEmpty() ? null : own.readers().stream().sorted().toList(),
          plan.takenFrom().orElse(null),
          plan.settledAt().orElse(null),
          plan.settledBy().orElse(null),
          retired.map(PlanStore.Act::at).orElse(null),
          retired.map(PlanStore.Act::by).orElse(null));
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

  /** When models compete anew and what holds a version back; what is not said is absent. */
  public record Rules(Integer contestEveryDays, Integer staleDays, Integer volumeJumpPercent) {}

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("name")
  @Operation(
      operationId = "listPlans",
      summary = "The plans that the caller may read, the default one first")
  public Listing<Plan> all(@BeanParam ListRequest list) {
    return list.whole(Plan.class, plans.readable().stream().map(Plan::of).toList());
  }

  @GET
  @Path("{name}")
  @Operation(operationId = "getPlan", summary = "One plan")
  public Plan one(@PathParam("name") String name) {
    return Plan.of(plans.readable(name));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @OfAllData
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "createPlan",
      summary = "Make a plan; the job forecast-plan makes its first version")
  public Created<Plan> create(NewPlan body) {
    Map<String, String> own = body.own().map(PlanRequest::own).orElse(Map.of());
    PlanRecord made = settle.create(body.name(), own, callerName());
    return new Created<>(Plan.of(made), made.name());
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @OfAllData
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "changePlan",
      summary = "Give a plan something of its own in place of all that it had")
  public Plan change(@PathParam("name") String name, PlanRequest body, @BeanParam IfMatch seen) {
    return Plan.of(settle.settle(name, body.own(), seen.of(Plan::of), callerName()));
  }

  @POST
  @Path("{name}/retire")
  @OfAllData
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "retirePlan",
      summary = "End a plan: nothing is made for it any more, what was published stays readable")
  public Plan retire(@PathParam("name") String name, @BeanParam IfMatch seen) {
    return Plan.of(settle.retire(name, seen.of(Plan::of), callerName()));
  }

  @POST
  @Path("{name}/bring-back")
  @OfAllData
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(operationId = "bringBackPlan", summary = "Take a retired plan into use again")
  public Plan bringBack(@PathParam("name") String name, @BeanParam IfMatch seen) {
    return Plan.of(settle.bringBack(name, seen.of(Plan::of)));
  }

  private String callerName() {
    return caller.getUserPrincipal().getName();
  }
}
