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
import org.demandwright.app.forecast.ExplainForecast;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.ForecastQueries.SeriesFilter;
import org.demandwright.app.forecast.SeriesExplanation;
import org.demandwright.app.forecast.SeriesRecord;
import org.demandwright.app.forecast.SeriesViews;
import org.demandwright.app.forecast.VersionChoice;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.rest.wire.BadParameter;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Series: item × site × channel, each with its outcome in the published version. */
@Path("series")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Series")
public class SeriesResource {
  @Inject CallerScope scope;
  @Inject ForecastQueries queries;
  @Inject SeriesViews views;
  @Inject ExplainForecast explanations;

  /**
   * One series; what is not known is absent.
   *
   * @param leadTimeDays days from order to receipt
   * @param failure why there is no forecast
   */
  public record Series(
      long seriesId,
      String org,
      String item,
      String itemName,
      String category,
      String uom,
      String site,
      String siteName,
      String channel,
      Integer leadTimeDays,
      LocalDate firstDemand,
      LocalDate lastDemand,
      DemandPattern pattern,
      String method,
      String reason,
      Verdict verdict,
      String rmsse,
      String failure) {

    static Series of(SeriesRecord row) {
      return new Series(
          row.seriesId(),
          row.org(),
          row.item(),
          row.itemName(),
          row.category(),
          row.uom(),
          row.site(),
          row.siteName(),
          row.channel(),
          row.leadTimeDays().orElse(null),
          row.firstDemand().orElse(null),
          row.lastDemand().orElse(null),
          row.pattern().orElse(null),
          row.method().orElse(null),
          row.reason().map(Wordbook.english()::say).orElse(null),
          row.verdict().orElse(null),
          row.rmsse().map(Decimals::plain).orElse(null),
          row.failure().map(Wordbook.english()::say).orElse(null));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("seriesId")
  @Operation(
      operationId = "listSeries",
      summary = "Series, each with its outcome in the published version",
      description = "text = a part of the item's code or name, upper and lower case alike")
  public Listing<Series> list(
      @QueryParam("text") Optional<String> text,
      @QueryParam("site") Optional<String> site,
      @QueryParam("verdict") Optional<Verdict> verdict,
      @QueryParam("failed") Optional<Boolean> failed,
      @QueryParam("plan") Optional<String> plan,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    SeriesFilter filter = new SeriesFilter(text, site, verdict, failed, plan);
    return list.list(
        Series.class,
        (cursor, limit) -> queries.series(seen, filter, cursor, limit).map(Series::of));
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getSeries",
      summary = "One series with history, forecast, backtests and the contest's scores")
  public SeriesDetail one(
      @PathParam("id") long seriesId,
      @QueryParam("versionId") Optional<Long> versionId,
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("include") Optional<Shown> include) {
    return views
        .chart(
            scope.get(),
            seriesId,
            new VersionChoice(versionId, plan),
            Shown.notRecommended(include))
        .map(SeriesDetail::of)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no series " + seriesId + " in this version."));
  }

  @GET
  @Path("{id}/explanation")
  @Operation(
      operationId = "explainSeries",
      summary = "What a forecast is made of: contributions that sum to its total")
  public ExplanationDetail explanation(
      @PathParam("id") long seriesId,
      @QueryParam("versionId") Optional<Long> versionId,
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("from") Optional<Integer> from,
      @QueryParam("to") Optional<Integer> to,
      @QueryParam("include") Optional<Shown> include) {
    requireStep("from", from);
    requireStep("to", to);
    return explained(
            seriesId, new VersionChoice(versionId, plan), from, to, Shown.notRecommended(include))
        .map(ExplanationDetail::of)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no explanation of series "
                        + seriesId
                        + " in this version: it has no forecast, or it was made before forecasts"
                        + " were explained."));
  }

  private static void requireStep(String name, Optional<Integer> step) {
    if (step.isPresent() && step.get() < 1) {
      throw new BadParameter(
          name,
          "Query parameter " + name + " cannot be " + step.get(),
          "a whole number from 1 to the horizon");
    }
  }

  private Optional<SeriesExplanation> explained(
      long seriesId,
      VersionChoice version,
      Optional<Integer> from,
      Optional<Integer> to,
      boolean notRecommended) {
    try {
      return explanations.of(scope.get(), seriesId, version, from, to, notRecommended);
    } catch (Refused refused) {
      throw refused.kind() == Refused.Kind.NOT_FOUND && !notRecommended
          ? refused.adding(
              "The rate is in planBy of the series; include=notRecommended brings what is asked for.")
          : refused;
    }
  }
}
