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
import java.time.LocalDate;
import java.util.List;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.SeriesLayers;
import org.demandwright.app.forecast.VersionChoice;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.QueryValue;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What lies between the raw demand of a series and what the models saw, lost sales among it. */
@Path("series/{id}/layers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Series")
public class SeriesLayersResource {
  @Inject SeriesLayers series;

  /**
   * The layers of a series in a version.
   *
   * @param lostSales units that were probably lost for want of stock; no part of gross demand
   */
  public record Layers(long versionId, long seriesId, String lostSales, List<Layer> rows) {
    static Layers of(SeriesLayers.Layers l) {
      return new Layers(
          l.versionId(),
          l.seriesId(),
          Decimals.units(l.lostSales()),
          l.layers().stream().map(Layer::of).toList());
    }
  }

  /**
   * One layer.
   *
   * @param correctionId of a person's correction, absent of the program's
   * @param unitsBefore base units of these days below it
   * @param unitsAfter base units above it
   * @param availability share 0–1 of the period in which the item could be bought
   */
  public record Layer(
      DemandLayer.Kind kind,
      Long correctionId,
      LocalDate firstDay,
      LocalDate lastDay,
      String unitsBefore,
      String unitsAfter,
      double availability,
      String reason,
      String author) {
    static Layer of(SeriesLayers.Layer l) {
      return new Layer(
          l.kind(),
          l.layerId().orElse(null),
          l.first(),
          l.last(),
          Decimals.units(l.before()),
          Decimals.units(l.after()),
          l.availability(),
          Wordbook.english().say(l.reason()),
          Absent.where(l.author()));
    }
  }

  @GET
  @Operation(summary = "Corrections, lowered peaks and lost sales of a series in a version")
  public Layers all(
      @PathParam("id") long seriesId,
      @QueryParam("versionId") String version,
      @QueryParam("plan") String plan) {
    return series
        .of(
            seriesId,
            new VersionChoice(
                new QueryValue("versionId", version).asId(), new QueryValue("plan", plan).asText()))
        .map(Layers::of)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND, "Series " + seriesId + " is in no such version."));
  }
}
