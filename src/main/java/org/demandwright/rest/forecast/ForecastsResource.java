package org.demandwright.rest.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.ForecastId;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.PublishedForecast;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.app.forecast.ReadForecasts;
import org.demandwright.app.forecast.ReadForecasts.ForecastFilter;
import org.demandwright.app.forecast.RemovedForecast;
import org.demandwright.app.forecast.ToldForecast;
import org.demandwright.app.forecast.VersionChoice;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.SeenStore;
import org.demandwright.store.forecast.SeriesSelection;
import org.demandwright.store.run.PlanStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forecasts: by default those of the published version. */
@Path("forecasts")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecasts")
public class ForecastsResource {
  @Inject CallerScope scope;
  @Inject ReadForecasts forecasts;
  @Inject ForecastQueries queries;
  @Inject ReadableVersions readable;
  @Inject Settings settings;

  /**
   * The version that all rows are of.
   *
   * @param dataAsOf the version knows demand before this day
   * @param zone in which days begin and end
   */
  public record OfVersion(
      String plan,
      long versionId,
      Bucket bucket,
      LocalDate dataAsOf,
      ZoneId zone,
      Instant publishedAt) {
    public static OfVersion of(VersionRecord version, ZoneId zone) {
      return new OfVersion(
          version.plan(),
          version.versionId(),
          version.bucket(),
          version.dataAsOf(),
          zone,
          version.publishedAt().orElse(null));
    }
  }

  /** What a row says. */
  public enum RowKind {
    /** What is forecast. */
    FORECAST,
    /** That a value which readers saw is not there any more. */
    REMOVED
  }

  /**
   * One series in one period; quantities are decimals in {@code uom}. Version, company, item, site,
   * channel and first day of the period make it this row and no other.
   *
   * @param kind REMOVED, which only {@code changedSince} brings, has the identity and no figures
   * @param id of this value: version, series and period; its lineage is at {@code /{id}/lineage}.
   *     Of what is removed the one that readers saw
   * @param itemCode as people know the item
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
      RowKind kind,
      String id,
      long seriesId,
      String org,
      String item,
      String itemCode,
      String category,
      String site,
      String channel,
      String uom,
      Integer step,
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
      Boolean usable,
      PlanByDetail planBy) {

    public static Forecast of(long versionId, ToldForecast told, Share share) {
      return told instanceof RemovedForecast removed
          ? of(removed)
          : of(versionId, (PublishedForecast) told, share);
    }

    private static Forecast of(RemovedForecast removed) {
      SeenStore.SeenSeries series = removed.series();
      return new Forecast(
          RowKind.REMOVED,
          new ForecastId(removed.seenIn(), removed.seriesId(), removed.start()).toString(),
          removed.seriesId(),
          series.org(),
          series.item(),
          series.itemCode(),
          Absent.where(series.category()),
          series.site(),
          series.channel(),
          series.uom(),
          null,
          removed.start(),
          removed.end(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          removed.changedAt(),
          null,
          null);
    }

    private static Forecast of(long versionId, PublishedForecast published, Share share) {
      ForecastStore.Row row = published.row();
      ForecastStore.Series series = row.series();
      return new Forecast(
          RowKind.FORECAST,
          new ForecastId(versionId, row.seriesId(), row.start()).toString(),
          row.seriesId(),
          series.org(),
          series.item(),
          series.itemCode(),
          Absent.where(series.category()),
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
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("seriesId,periodStart")
  @InFront(OfVersion.class)
  @Operation(
      operationId = "listForecasts",
      summary = "Forecasts in the order of series and period",
      description =
          "A series that is not recommended to forecast (verdict DO_NOT_FORECAST) has usable=false,"
              + " no mean, bands and totals, and planBy: what to plan by instead. Its raw figures"
              + " come with include=notRecommended. The header "
              + UnusableShare.HEADER
              + " tells how many series of the version are concerned, their share of its units, and"
              + " whether they are in this answer. changedSince brings what became another figure"
              + " after an instant, and rows of kind REMOVED for what readers saw then and is not"
              + " there any more: series that are not forecast now, periods that are over; 410 where"
              + " it is longer ago than is remembered. minChangeQty leaves out rows whose final"
              + " figure moved less, in the row's unit, from what readers saw at changedSince, else"
              + " from what they saw before this version; what was not there counts as 0. Rows that"
              + " overrides changed after changedSince and rows of kind REMOVED stay.")
  public Listing<Forecast> list(
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @QueryParam("channel") Optional<String> channel,
      @QueryParam("category") Optional<String> category,
      @QueryParam("seriesId") Optional<Long> seriesId,
      @Parameter(description = "First day on which a period may begin") @QueryParam("from")
          Optional<LocalDate> from,
      @Parameter(description = "Last day on which a period may begin") @QueryParam("to")
          Optional<LocalDate> to,
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("versionId") Optional<Long> versionId,
      @QueryParam("changedSince") Optional<Instant> changedSince,
      @QueryParam("minChangeQty") Optional<BigDecimal> minChangeQty,
      @QueryParam("include") Optional<Shown> include,
      @QueryParam("net") Optional<Net> net,
      @BeanParam ListRequest list) {
    VersionRecord version =
        list.begunWith(readable::find).orElseGet(() -> version(new VersionChoice(versionId, plan)));
    ForecastFilter filter =
        new ForecastFilter(
            new SeriesSelection(scope.get(), org, item, site, channel, category, seriesId),
            from,
            to,
            new VersionChoice(Optional.of(version.versionId()), plan),
            changedSince,
            minChangeQty,
            Shown.notRecommended(include));
    Share share = Net.share(net);
    String unusable = new UnusableShare(version, filter.notRecommended()).toString();
    Function<ToldForecast, Forecast> form = row -> Forecast.of(version.versionId(), row, share);
    Listing<Forecast> answer =
        list.list(
                Forecast.class, (cursor, limit) -> forecasts.page(filter, cursor, limit).map(form))
            .streaming(rows -> forecasts.each(filter, row -> rows.accept(form.apply(row))))
            .about(OfVersion.of(version, settings.intake().siteZone()))
            .keptTo(version.versionId())
            .with(UnusableShare.HEADER, unusable);
    return isFixed(version, filter)
        ? answer.tagged(
            version.versionId(),
            version.contentHash(),
            forecasts.changedOver(version.versionId()),
            forecasts.namedBy(),
            unusable)
        : answer;
  }

  /**
   * The forecasts of a finished version never change, so its hash, what lies over it, who named the
   * items and the question name the answer. Only what counts as changed depends on which version
   * readers saw before.
   */
  private static boolean isFixed(VersionRecord version, ForecastFilter filter) {
    return version.contentHash().isPresent()
        && filter.changedSince().isEmpty()
        && filter.minChangeQty().isEmpty();
  }

  private VersionRecord version(VersionChoice choice) {
    Optional<Long> asked = choice.versionId();
    if (asked.isEmpty()) {
      return queries
          .published(scope.get(), choice.plan())
          .orElseThrow(
              () ->
                  new Refused(
                      Refused.Kind.NOT_FOUND,
                      "No version of plan %s is published yet: run a job for it first."
                          .formatted(choice.plan().orElse(PlanStore.DEFAULT))));
    }
    return queries
        .version(scope.get(), asked.get())
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no version " + asked.get() + ": see /api/v1/forecast-versions."));
  }
}
