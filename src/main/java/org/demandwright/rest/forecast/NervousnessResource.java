package org.demandwright.rest.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.forecast.ForecastNervousness;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much forecasts jump from version to version, whatever then came. */
@Path("nervousness")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecasts")
public class NervousnessResource {
  @Inject ForecastNervousness nervousness;
  @Inject CallerScope scope;

  /**
   * What all rows share.
   *
   * @param newest the version that readers saw last
   * @param oldest the first one that is compared
   * @param changes from version to version
   */
  public record About(String plan, long newest, long oldest, int changes) {
    static About of(ForecastNervousness.Span span) {
      List<Long> ids = span.ids();
      return new About(span.plan(), ids.get(0), ids.get(ids.size() - 1), ids.size() - 1);
    }
  }

  /**
   * One series.
   *
   * @param comparisons figures that were compared with that of the version before
   * @param nervousness Σ of the absolute changes ÷ Σ of the means of both figures: 0 = nothing
   *     changed, 2 = nothing stayed; absent where all are 0
   */
  public record Nervousness(
      long seriesId,
      String org,
      String item,
      String site,
      String channel,
      long comparisons,
      Double nervousness) {
    static Nervousness of(ForecastNervousness.OfSeries s) {
      return new Nervousness(
          s.seriesId(),
          s.key().org(),
          s.key().item(),
          s.key().site(),
          s.key().channel(),
          s.periods(),
          s.nervousness().isPresent() ? s.nervousness().getAsDouble() : null);
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("seriesId")
  @InFront(About.class)
  @Operation(
      operationId = "listNervousness",
      summary = "How much the forecasts of each series change from version to version",
      description =
          "Of what was final in the versions that readers of the plan saw last, in periods that two"
              + " of them, one after the other, both forecast.")
  public Listing<Nervousness> all(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("seriesId") Optional<Long> seriesId,
      @Parameter(description = "How many changes from version to version, 1 to 30; 6 by default")
          @QueryParam("changes")
          Optional<Integer> changes,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    ForecastNervousness.Span span = nervousness.span(plan, changes);
    return list.list(
            Nervousness.class,
            (cursor, limit) ->
                nervousness.page(seen, span, seriesId, cursor, limit).map(Nervousness::of))
        .about(About.of(span));
  }
}
