package org.demandwright.rest.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.plan.DecideOverrides;
import org.demandwright.app.plan.OverridePreview;
import org.demandwright.app.plan.OverrideRecord;
import org.demandwright.app.plan.Overrides;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.plan.OverrideWire.ForecastOverride;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.plan.OverrideStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Overrides: what planners put over the forecasts of a plan, from draft to published and back. */
@Path("overrides")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Overrides")
public class OverridesResource {
  @Inject CallerScope scope;
  @Inject Overrides overrides;
  @Inject DecideOverrides decide;
  @Inject OverridePreview preview;
  @Context SecurityContext caller;

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-overrideId")
  @Operation(
      operationId = "listOverrides",
      summary = "Overrides, newest first",
      description =
          "item, site and category are those that a scope names: an override of a category is not"
              + " found by its items. activeOn finds those about a day.")
  public Listing<ForecastOverride> all(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("status") Optional<OverrideStatus> status,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @QueryParam("category") Optional<String> category,
      @QueryParam("author") Optional<String> author,
      @QueryParam("activeOn") Optional<LocalDate> activeOn,
      @BeanParam ListRequest list) {
    DataScope part = scope.get();
    Overrides.Question asked =
        new Overrides.Question(plan, status, item, site, category, author, activeOn);
    return list.list(
        ForecastOverride.class,
        (cursor, limit) -> overrides.page(part, asked, cursor, limit).map(ForecastOverride::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getOverride", summary = "One override, with what it does")
  public ForecastOverride one(@PathParam("id") long overrideId) {
    return ForecastOverride.of(overrides.one(scope.get(), overrideId));
  }

  @GET
  @Path("{id}/preview")
  @Operation(
      operationId = "previewOverride",
      summary = "What an override would do if it were published now, or does, and whom it meets")
  public OverrideWire.Preview preview(@PathParam("id") long overrideId) {
    return OverrideWire.Preview.of(preview.of(scope.get(), overrideId));
  }

  @GET
  @Path("{id}/history")
  @Operation(
      operationId = "getOverrideHistory",
      summary = "What happened to an override, by whom; also to a draft that was deleted")
  public OverrideWire.History history(@PathParam("id") long overrideId) {
    return new OverrideWire.History(
        overrideId,
        overrides.history(scope.get(), overrideId).stream().map(OverrideWire.Event::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "createOverride",
      summary = "Draft an override; it changes nothing until it is approved and published")
  public Created<ForecastOverride> draft(OverrideRequest body) {
    OverrideRecord drafted = overrides.draft(scope.get(), body.request(), who());
    return new Created<>(ForecastOverride.of(drafted), drafted.entry().overrideId());
  }

  @POST
  @Path("{id}/approve")
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "approveOverride",
      summary = "Agree to a draft; where four eyes are asked for, its author may not")
  public ForecastOverride approve(@PathParam("id") long overrideId, @BeanParam IfMatch seen) {
    return ForecastOverride.of(decide.approve(target(overrideId, seen), who()));
  }

  @POST
  @Path("{id}/reject")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "rejectOverride",
      summary = "Decide against an override that is not published")
  public ForecastOverride reject(
      @PathParam("id") long overrideId, @BeanParam IfMatch seen, NoteRequest body) {
    return ForecastOverride.of(
        decide.reject(target(overrideId, seen), body.note().orElse(""), who()));
  }

  @POST
  @Path("{id}/publish")
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "publishOverride",
      summary = "Publish an override that was approved: what readers see changes at once")
  public ForecastOverride publish(@PathParam("id") long overrideId, @BeanParam IfMatch seen) {
    return ForecastOverride.of(decide.publish(List.of(target(overrideId, seen)), who()).get(0));
  }

  @POST
  @Path("publish")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "publishOverrides",
      summary = "Publish several overrides together, all of them or none")
  public OverrideWire.Published publishAll(PublishRequest body) {
    return new OverrideWire.Published(
        decide.publish(body.targets(scope.get()), who()).stream()
            .map(ForecastOverride::of)
            .toList());
  }

  @POST
  @Path("{id}/withdraw")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "withdrawOverride",
      summary = "Take a published override back: what it lay over is final again")
  public ForecastOverride withdraw(
      @PathParam("id") long overrideId, @BeanParam IfMatch seen, NoteRequest body) {
    return ForecastOverride.of(
        decide.withdraw(target(overrideId, seen), body.note().orElse(""), who()));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(operationId = "deleteOverride", summary = "Delete a draft; its history stays")
  public void delete(@PathParam("id") long overrideId, @BeanParam IfMatch seen) {
    overrides.deleteDraft(scope.get(), overrideId, seen.of(ForecastOverride::of), who());
  }

  private DecideOverrides.Target target(long overrideId, IfMatch seen) {
    return new DecideOverrides.Target(scope.get(), overrideId, seen.of(ForecastOverride::of));
  }

  private String who() {
    return caller.getUserPrincipal().getName();
  }
}
