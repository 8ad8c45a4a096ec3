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
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
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
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.rest.wire.CsvTable;
import org.demandwright.rest.wire.CsvTable.Column;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.Pages;
import org.demandwright.rest.wire.QueryValue;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Series: item × site × channel, each with its outcome in the published version. */
@Path("series")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Series")
public class SeriesResource {
  private static final CsvTable<SeriesRecord> TABLE =
      new CsvTable<>(
          List.of(
              new Column<>("seriesId", SeriesRecord::seriesId),
              new Column<>("org", SeriesRecord::org),
              new Column<>("item", SeriesRecord::item),
              new Column<>("itemName", SeriesRecord::itemName),
              new Column<>("category", SeriesRecord::category),
              new Column<>("uom", SeriesRecord::uom),
              new Column<>("site", SeriesRecord::site),
              new Column<>("siteName", SeriesRecord::siteName),
              new Column<>("channel", SeriesRecord::channel),
              new Column<>("leadTimeDays", SeriesRecord::leadTimeDays),
              new Column<>("firstDemand", SeriesRecord::firstDemand),
              new Column<>("lastDemand", SeriesRecord::lastDemand),
              new Column<>("pattern", SeriesRecord::pattern),
              new Column<>("method", SeriesRecord::method),
              new Column<>("reason", row -> row.reason().map(Wordbook.english()::say)),
              new Column<>("verdict", SeriesRecord::verdict),
              new Column<>("rmsse", SeriesRecord::rmsse),
              new Column<>("failure", row -> row.failure().map(Wordbook.english()::say))));

  @Inject ForecastQueries queries;
  @Inject SeriesViews views;
  @Inject ExplainForecast explanations;

  /**
   * One page of series.
   *
   * @param next cursor of the next page, absent on the last
   */
  public record SeriesPage(List<Series> rows, String next) {}

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
  @Produces("application/json;qs=1")
  @Operation(
      summary = "Series by a part of the item's code or name, in pages; all of them as text/csv")
  public SeriesPage page(
      @QueryParam("text") String text,
      @QueryParam("site") String site,
      @QueryParam("verdict") String verdict,
      @QueryParam("failed") String failed,
      @QueryParam("plan") String plan,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    SeriesFilter filter = filter(text, site, verdict, failed, plan);
    return Pages.answer(
        queries.series(
            filter,
            new QueryValue("cursor", cursor).asText(),
            new QueryValue("limit", limit).asLimit()),
        Series::of,
        SeriesPage::new);
  }

  @GET
  @Produces(CsvTable.MEDIA_TYPE + ";charset=UTF-8;qs=0.5")
  @Operation(hidden = true)
  public Response csv(
      @QueryParam("text") String text,
      @QueryParam("site") String site,
      @QueryParam("verdict") String verdict,
      @QueryParam("failed") String failed,
      @QueryParam("plan") String plan) {
    SeriesFilter filter = filter(text, site, verdict, failed, plan);
    return Response.ok(TABLE.stream(cursor -> queries.series(filter, cursor, QueryValue.MOST_ROWS)))
        .build();
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "One series with history, forecast, backtests and the contest's scores")
  public SeriesDetail one(
      @PathParam("id") long seriesId,
      @QueryParam("versionId") String versionId,
      @QueryParam("plan") String plan,
      @QueryParam("include") String include) {
    return views
        .chart(
            seriesId,
            new VersionChoice(
                new QueryValue("versionId", versionId).asId(),
                new QueryValue("plan", plan).asText()),
            new QueryValue("include", include).asInclude())
        .map(SeriesDetail::of)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no series " + seriesId + " in this version."));
  }

  @GET
  @Path("{id}/explanation")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "What a forecast is made of: contributions that sum to its total")
  public ExplanationDetail explanation(
      @PathParam("id") long seriesId,
      @QueryParam("versionId") String versionId,
      @QueryParam("plan") String plan,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("include") String include) {
    return explained(
            seriesId,
            new VersionChoice(
                new QueryValue("versionId", versionId).asId(),
                new QueryValue("plan", plan).asText()),
            new QueryValue("from", from).asStep(),
            new QueryValue("to", to).asStep(),
            new QueryValue("include", include).asInclude())
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

  private Optional<SeriesExplanation> explained(
      long seriesId,
      VersionChoice choice,
      Optional<Integer> from,
      Optional<Integer> to,
      boolean notRecommended) {
    try {
      return explanations.of(seriesId, choice, from, to, notRecommended);
    } catch (Refused refused) {
      throw refused.kind() == Refused.Kind.NOT_FOUND && !notRecommended
          ? refused.adding(
              "The rate is in planBy of the series; include=notRecommended brings what is asked for.")
          : refused;
    }
  }

  private static SeriesFilter filter(
      String text, String site, String verdict, String failed, String plan) {
    return new SeriesFilter(
        new QueryValue("text", text).asText(),
        new QueryValue("site", site).asText(),
        new QueryValue("verdict", verdict).asWordOf(EnumSet.allOf(Verdict.class)),
        new QueryValue("failed", failed).asFlag(),
        new QueryValue("plan", plan).asText());
  }
}
