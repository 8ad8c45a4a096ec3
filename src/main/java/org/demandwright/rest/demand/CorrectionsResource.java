package org.demandwright.rest.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.demand.DemandCorrections;
import org.demandwright.app.demand.LayerRecord;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.Pages;
import org.demandwright.rest.wire.QueryValue;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrections over raw demand: laid and withdrawn, never deleted. */
@Path("data-quality/corrections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Data quality")
public class CorrectionsResource {
  @Inject DemandCorrections corrections;
  @Context SecurityContext caller;

  /** One page, newest first; {@code next} is absent on the last. */
  public record Corrections(List<Correction> rows, String next) {}

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
  @Operation(summary = "Corrections, newest first; active=true for those that count")
  public Corrections all(
      @QueryParam("seriesId") String seriesId,
      @QueryParam("active") String active,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return Pages.answer(
        corrections.all(
            new QueryValue("seriesId", seriesId).asId(),
            new QueryValue("active", active).asFlag(),
            Optional.ofNullable(cursor),
            new QueryValue("limit", limit).asLimit()),
        Correction::of,
        Corrections::new);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(summary = "Lay a correction; the next version is made with it")
  public Response add(
      @RequestBody(content = @Content(schema = @Schema(example = CorrectionRequest.EXAMPLE)))
          String body) {
    LayerRecord laid =
        corrections.add(CorrectionRequest.parse(body), caller.getUserPrincipal().getName());
    return Response.status(Response.Status.CREATED).entity(Correction.of(laid)).build();
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(summary = "Withdraw a correction; it stays readable, as do versions made with it")
  public Correction withdraw(@PathParam("id") long correctionId) {
    return Correction.of(corrections.withdraw(correctionId, caller.getUserPrincipal().getName()));
  }
}
