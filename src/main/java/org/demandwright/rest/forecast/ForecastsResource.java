package org.demandwright.rest.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.ForecastQueries.ForecastFilter;
import org.demandwright.app.forecast.PublishedForecast;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.app.forecast.VersionChoice;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.rest.wire.ContentTag;
import org.demandwright.rest.wire.CsvTable;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.PinnedCursor;
import org.demandwright.rest.wire.QueryValue;
import org.demandwright.security.Roles;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.run.PlanStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forecasts: by default those of the published version. */
@Path("forecasts")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecasts")
public class ForecastsResource {
  @Inject ForecastQueries queries;
  @Context Request request;
  @Context UriInfo uri;

  /**
   * One page of forecasts, all of one version.
   *
   * @param dataAsOf the version knows demand before this day
   * @param next cursor of the next page, absent on the last
   */
  public record ForecastPage(
      String plan,
      long versionId,
      Bucket bucket,
      LocalDate dataAsOf,
      Instant publishedAt,
      List<Forecast> rows,
      String next) {}

  /**
   * One series in one period; quantities are decimals in {@code uom}.
   *
   * @param step 1 … horizon
   * @param baseline the forecast, whatever lies over it; absent, like its quantiles, where the
   *     series is not usable, unless {@code include=notRecommended} asks for them all the same
   * @param override what an override adds to it, negative = takes; absent where none lies on it
   * @param finalUnits what counts: baseline + override
   * @param overrideId the topmost override of the period
   * @param mean the same as final, for readers that know no overrides
   * @param p10 of what is final, likewise the other quantiles: those of the forecast times final ÷
   *     baseline; absent where the baseline is 0
   * @param totalMean sum of what is final from step 1 up to this one; likewise its quantiles
   * @param openDemand ordered already for this period when the version was made; with {@code
   *     net=open} all forecasts are what comes beyond it
   * @param usable whether the series is recommended to forecast
   * @param planBy what to plan by where it is not, absent where it is
   */
  public record Forecast(
      long seriesId,
      String org,
      String item,
      String site,
      String channel,
      String uom,
      int step,
      LocalDate periodStart,
      LocalDate periodEnd,
      String baseline,
      String override,
      @JsonbProperty("final") String finalUnits,
      Long overrideId,
      String mean,
      String p10,
      String p50,
      String p90,
      String totalMean,
      String totalP10,
      String totalP50,
      String totalP90,
      String openDemand,
      String totalOpenDemand,
      String method,
      String reason,
      Verdict verdict,
      Instant changedAt,
      boolean usable,
      PlanByDetail planBy) {

    static Forecast of(PublishedForecast published, Share share) {
      ForecastStore.Row row = published.row();
      ForecastStore.Series series = row.series();
      return new Forecast(
          row.seriesId(),
          series.org(),
          series.item(),
          series.site(),
          series.channel(),
          series.uom(),
          row.bands().step(),
          row.start(),
          row.end(),
          Decimals.plain(published.baseline(share)),
          Decimals.plain(published.override(share)),
          Decimals.plain(published.units(share)),
          row.over().flatMap(ForecastStore.Final::overrideId).orElse(null),
          Decimals.plain(published.units(share)),
          Decimals.plain(published.period(BandedStep::p10, share)),
          Decimals.plain(published.period(BandedStep::p50, share)),
          Decimals.plain(published.period(BandedStep::p90, share)),
          Decimals.plain(published.total(share)),
          Decimals.plain(published.total(BandedStep::totalP10, share)),
          Decimals.plain(published.total(BandedStep::totalP50, share)),
          Decimals.plain(published.total(BandedStep::totalP90, share)),
          Decimals.plain(row.open().units()),
          Decimals.plain(row.open().total()),
          series.modelId(),
          Wordbook.english().say(series.reason()),
          row.verdict(),
          published.changedAt(),
          published.usable(),
          PlanByDetail.of(published.planBy()));
    }
  }

  @GET
  @Produces("application/json;qs=1")
  @Operation(
      summary = "Forecasts in the order of series and step, in pages; all of them as text/csv",
      description =
          "A series that is not recommended to forecast (verdict DO_NOT_FORECAST) has usable=false,"
              + " no mean, bands and totals, and planBy: what to plan by instead. Its raw figures"
              + " come with include=notRecommended. The header "
              + UnusableShare.HEADER
              + " tells how many series of the version are concerned, their share of its units, and"
              + " whether they are in this answer.")
  public Response page(
      @QueryParam("item") String item,
      @QueryParam("site") String site,
      @QueryParam("seriesId") String seriesId,
      @QueryParam("plan") String plan,
      @QueryParam("versionId") String versionId,
      @QueryParam("changedSince") String changedSince,
      @QueryParam("include") String include,
      @QueryParam("net") String net,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    int rows = new QueryValue("limit", limit).asLimit();
    Optional<PinnedCursor> pin =
        new QueryValue("cursor", cursor).asText().map(PinnedCursor::decoded);
    Share share = share(net);
    ForecastFilter asked = filter(item, site, seriesId, plan, versionId, changedSince, include);
    VersionRecord version =
        pin.isPresent() ? begunWith(pin.get().versionId()) : version(asked.choice());
    ForecastFilter filter = within(version, asked);
    return unlessUnchanged(
        filter,
        version,
        () -> pageOf(version, read(filter, pin.map(PinnedCursor::inner), rows, share)));
  }

  @GET
  @Produces(CsvTable.MEDIA_TYPE + ";charset=UTF-8;qs=0.5")
  @Operation(hidden = true)
  public Response csv(
      @QueryParam("item") String item,
      @QueryParam("site") String site,
      @QueryParam("seriesId") String seriesId,
      @QueryParam("plan") String plan,
      @QueryParam("versionId") String versionId,
      @QueryParam("changedSince") String changedSince,
      @QueryParam("include") String include,
      @QueryParam("net") String net) {
    Share share = share(net);
    ForecastFilter asked = filter(item, site, seriesId, plan, versionId, changedSince, include);
    VersionRecord version = version(asked.choice());
    ForecastFilter filter = within(version, asked);
    return unlessUnchanged(
        filter,
        version,
        () ->
            ForecastColumns.of(version).stream(
                cursor -> read(filter, cursor, QueryValue.MOST_ROWS, share)));
  }

  private Page<Forecast> read(
      ForecastFilter filter, Optional<String> cursor, int limit, Share share) {
    return queries.forecasts(filter, cursor, limit).map(row -> Forecast.of(row, share));
  }

  /** Returns whether forecasts are asked for less the demand that is open. */
  private static Share share(String net) {
    return new QueryValue("net", net)
        .asOneOf(Set.of("open"))
        .map(open -> Share.NET_OF_OPEN)
        .orElse(Share.ALL);
  }

  private VersionRecord version(VersionChoice choice) {
    Optional<Long> asked = choice.versionId();
    if (asked.isEmpty()) {
      return queries
          .published(choice.plan())
          .orElseThrow(
              () ->
                  new Refused(
                      Refused.Kind.NOT_FOUND,
                      "No version of plan %s is published yet: run a job for it first."
                          .formatted(choice.plan().orElse(PlanStore.DEFAULT))));
    }
    return queries
        .version(asked.get())
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no version " + asked.get() + ": see /api/v1/forecast-versions."));
  }

  /** Returns the version that a list began with, as long as it is kept. */
  private VersionRecord begunWith(long versionId) {
    return queries
        .version(versionId)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.STALE,
                    "Version "
                        + versionId
                        + ", which this list began with, is removed: begin again without cursor."));
  }

  private static ForecastFilter filter(
      String item,
      String site,
      String seriesId,
      String plan,
      String versionId,
      String changedSince,
      String include) {
    return new ForecastFilter(
        new QueryValue("item", item).asText(),
        new QueryValue("site", site).asText(),
        new QueryValue("seriesId", seriesId).asId(),
        new VersionChoice(
            new QueryValue("versionId", versionId).asId(), new QueryValue("plan", plan).asText()),
        new QueryValue("changedSince", changedSince).asInstant(),
        new QueryValue("include", include).asInclude());
  }

  /** All pages ask for the version by its number, even where the caller did not. */
  private static ForecastFilter within(VersionRecord version, ForecastFilter asked) {
    return new ForecastFilter(
        asked.item(),
        asked.site(),
        asked.seriesId(),
        new VersionChoice(Optional.of(version.versionId()), asked.choice().plan()),
        asked.changedSince(),
        asked.notRecommended());
  }

  /**
   * The forecasts of a finished version never change, so its hash, what lies over it and the
   * question name the answer. Only what counts as changed depends on which version readers saw
   * before, and so goes without a tag.
   */
  private Response unlessUnchanged(
      ForecastFilter filter, VersionRecord version, Supplier<Object> answer) {
    String share = new UnusableShare(version, filter.notRecommended()).toString();
    if (version.contentHash().isEmpty() || filter.changedSince().isPresent()) {
      return Response.ok(answer.get()).header(UnusableShare.HEADER, share).build();
    }
    EntityTag tag =
        ContentTag.of(
            version.versionId(),
            version.contentHash(),
            queries.changedOver(version.versionId()),
            share,
            uri.getRequestUri().getQuery());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder said =
        unchanged != null ? unchanged : Response.ok(answer.get()).tag(tag);
    return said.header(UnusableShare.HEADER, share).build();
  }

  private static ForecastPage pageOf(VersionRecord version, Page<Forecast> page) {
    return new ForecastPage(
        version.plan(),
        version.versionId(),
        version.bucket(),
        version.dataAsOf(),
        version.publishedAt().orElse(null),
        page.rows(),
        page.next()
            .map(inner -> new PinnedCursor(version.versionId(), inner).encoded())
            .orElse(null));
  }
}
