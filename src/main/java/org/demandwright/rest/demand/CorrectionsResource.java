package org.demandwright.rest.demand;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.demand.DemandCorrections;
import org.demandwright.app.demand.LayerRecord;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrections over raw demand: laid and withdrawn, never deleted. */
@Path("data-quality/corrections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Data quality")
public class CorrectionsResource {
  @Inject DemandCorrections corrections;
  @Inject CallerScope scope;
  @Context SecurityContext caller;

  /**
   * One correction.
   *
   * @param delta base units more or less; absent under a replacement or EXCLUDE
   * @param replacement base units in all instead; absent under a delta or EXCLUDE
   * @param unitsBefore what its days demand in the raw
   * @param unitsAfter what they demand under it alone
   * @param withdrawnAt absent while it counts
   */
  public record Correction(
      long correctionId,
      long seriesId,
      String org,
      String item,
      String site,
      String channel,
      DemandLayer.Kind kind,
      LocalDate firstDay,
      LocalDate lastDay,
      String delta,
      String replacement,
      String unitsBefore,
      String unitsAfter,
      String reason,
      String author,
      Instant createdAt,
      Instant withdrawnAt,
      String withdrawnBy) {

    static Correction of(LayerRecord l) {
      return new Correction(
          l.layerId(),
          l.seriesId(),
          Absent.where(l.key().org()),
          l.key().item(),
          Absent.where(l.key().site()),
          Absent.where(l.key().channel()),
          l.layer().kind(),
          l.layer().first(),
          l.layer().last(),
          Decimals.plain(l.layer().delta().orElse(null)),
          Decimals.plain(l.layer().replacement().orElse(null)),
          Decimals.plain(l.before()),
          Decimals.plain(l.after()),
          l.reason(),
          l.author(),
          l.createdAt(),
          l.withdrawnAt().orElse(null),
          l.withdrawnBy().orElse(null));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-correctionId")
  @Operation(
      operationId = "listCorrections",
      summary = "Corrections, newest first; active=true for those that count")
  public Listing<Correction> all(
      @QueryParam("seriesId") Optional<Long> seriesId,
      @QueryParam("active") Optional<Boolean> active,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    return list.list(
        Correction.class,
        (cursor, limit) ->
            corrections.all(seen, seriesId, active, cursor, limit).map(Correction::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getCorrection", summary = "One correction")
  public Correction one(@PathParam("id") long correctionId) {
    return Correction.of(corrections.correction(scope.get(), correctionId));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "createCorrection",
      summary = "Lay a correction; the next version is made with it")
  public Created<Correction> add(CorrectionRequest body) {
    LayerRecord laid =
        corrections.add(scope.get(), body.request(), caller.getUserPrincipal().getName());
    return new Created<>(Correction.of(laid), laid.layerId());
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "withdrawCorrection",
      summary = "Withdraw a correction; it stays readable, as do versions made with it")
  public Correction withdraw(@PathParam("id") long correctionId) {
    return Correction.of(
        corrections.withdraw(scope.get(), correctionId, caller.getUserPrincipal().getName()));
  }
}
