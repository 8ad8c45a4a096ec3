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
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.SeriesLayers;
import org.demandwright.app.forecast.VersionChoice;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
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
  @Inject CallerScope scope;
  @Inject SeriesLayers series;
  @Inject ReadableVersions readable;

  /**
   * The version that the layers are of.
   *
   * @param lostSales units that were probably lost for want of stock; no part of gross demand
   */
  public record OfSeries(long versionId, long seriesId, String lostSales) {
    static OfSeries of(SeriesLayers.Layers l) {
      return new OfSeries(l.versionId(), l.seriesId(), Decimals.units(l.lostSales()));
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
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("kind,firstDay")
  @InFront(OfSeries.class)
  @Operation(
      operationId = "listLayersOfSeries",
      summary = "Corrections, lowered peaks and lost sales of a series in a version",
      description = "Those of people first, then by time.")
  public Listing<Layer> all(
      @PathParam("id") long seriesId,
      @QueryParam("versionId") Optional<Long> versionId,
      @QueryParam("plan") Optional<String> plan,
      @BeanParam ListRequest list) {
    SeriesLayers.Layers layers =
        series
            .of(
                scope.get(),
                seriesId,
                new VersionChoice(list.begunWith(readable::id).or(() -> versionId), plan))
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND, "Series " + seriesId + " is in no such version."));
    return list.whole(Layer.class, layers.layers().stream().map(Layer::of).toList())
        .about(OfSeries.of(layers))
        .keptTo(layers.versionId());
  }
}
