package org.demandwright.rest.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.RunSummaries;
import org.demandwright.app.forecast.VersionControl;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.pipeline.Training;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.run.PlanStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Versions of the forecast, and which one readers see. */
@Path("forecast-versions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecast versions")
public class ForecastVersionsResource {
  @Inject CallerScope scope;
  @Inject ForecastQueries queries;
  @Inject ReadableVersions readable;
  @Inject RunSummaries summaries;
  @Inject VersionControl control;
  @Context SecurityContext caller;

  /**
   * One version.
   *
   * @param status BUILDING, DRAFT, HELD, READY, PUBLISHED, SUPERSEDED or ROLLED_BACK
   * @param plan the plan that it belongs to
   * @param differs settings in which its run was told otherwise than the plan
   * @param training CONTEST: everything was learned for it; REFIT: models and weights were kept,
   *     and fitted to newer demand; REFRESH: likewise at the same origin, and only for series of
   *     which something else is known
   * @param basedOn the version from which they were kept, absent for a contest
   * @param contestOf the version whose contest chose models and weights
   * @param contestDay that contest knew demand before this day
   * @param origin first day that is forecast
   * @param dataAsOf the version knows demand before this day
   * @param totalMean sum of all means, a rough size for comparing versions
   * @param notRecommended series that are not recommended to forecast
   * @param heldBecause why it was not published by itself, absent where it was
   * @param audit what was computed once more from data cut at the origin, absent before that
   * @param current whether readers see this one
   */
  public record Version(
      long versionId,
      VersionStatus status,
      String plan,
      List<String> differs,
      Training training,
      Long basedOn,
      long contestOf,
      LocalDate contestDay,
      Bucket bucket,
      int horizon,
      String objective,
      LocalDate origin,
      LocalDate dataAsOf,
      long series,
      long failed,
      BigDecimal totalMean,
      NotRecommended notRecommended,
      String contentHash,
      String heldBecause,
      long executionId,
      Instant createdAt,
      Instant publishedAt,
      Audit audit,
      boolean current) {

    static Version of(VersionRecord row) {
      return new Version(
          row.versionId(),
          row.status(),
          row.plan(),
          row.differs(),
          row.made().training(),
          row.made().basedOn().orElse(null),
          row.made().contestOf(),
          row.made().contestDay(),
          row.bucket(),
          row.horizon(),
          row.objective().toString(),
          row.origin(),
          row.dataAsOf(),
          row.series(),
          row.failed(),
          Decimals.quantity(row.totalMean()),
          NotRecommended.of(row.notRecommended()),
          row.contentHash().orElse(null),
          row.heldBecause().map(Wordbook.english()::say).orElse(null),
          row.executionId(),
          row.createdAt(),
          row.publishedAt().orElse(null),
          row.audit().map(Audit::of).orElse(null),
          row.current());
    }
  }

  /**
   * Series that are not recommended to forecast.
   *
   * @param totalMean sum of their means
   * @param share of it in the version's totalMean, 0–1, absent where that is 0
   * @param inTotalMean true: the version's totalMean holds them, though forecasts leave them out
   */
  public record NotRecommended(
      long series, BigDecimal totalMean, Double share, boolean inTotalMean) {
    static NotRecommended of(VersionRecord.NotRecommended n) {
      return new NotRecommended(
          n.series(), Decimals.quantity(n.totalMean()), Decimals.finite(n.share()), true);
    }
  }

  /** What the leak audit looked at; a run in which any number differed has failed. */
  public record Audit(int series, int rows, int forecasts, int leaks, String firstLeak) {
    static Audit of(VersionRecord.Audit audit) {
      return new Audit(
          audit.series(),
          audit.rows(),
          audit.forecasts(),
          audit.leaks(),
          audit.firstLeak().orElse(null));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-versionId")
  @Operation(operationId = "listForecastVersions", summary = "Versions, newest first")
  public Listing<Version> list(
      @QueryParam("plan") Optional<String> plan, @BeanParam ListRequest list) {
    return list.list(
        Version.class, (cursor, limit) -> readable.page(plan, cursor, limit).map(Version::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getForecastVersion", summary = "One version")
  public Version one(@PathParam("id") long versionId) {
    return Version.of(find(versionId));
  }

  @GET
  @Path("{id}/summary")
  @OfAllData
  @Operation(
      operationId = "getForecastVersionSummary",
      summary = "What the run that made a version read, chose and measured")
  public VersionSummary summary(@PathParam("id") long versionId) {
    return summaries
        .of(versionId)
        .map(VersionSummary::of)
        .orElseThrow(() -> missing(versionId, " with a summary"));
  }

  @POST
  @Path("{id}/publish")
  @OfAllData
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "publishForecastVersion",
      summary = "Publish a version that is a draft or was held back or superseded",
      description =
          "planTakesSettings says whether the nights to come are made like it; it must be given for"
              + " a version that was made with other settings than its plan has.")
  public Version publish(
      @PathParam("id") long versionId,
      @QueryParam("planTakesSettings") Optional<Boolean> planTakesSettings) {
    try {
      return Version.of(control.publish(versionId, planTakesSettings, callerName()));
    } catch (Refused refused) {
      throw refused.kind() == Refused.Kind.INVALID && planTakesSettings.isEmpty()
          ? refused.adding("Send planTakesSettings=true or planTakesSettings=false.")
          : refused;
    }
  }

  @POST
  @Path("roll-back")
  @OfAllData
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "rollBackForecastVersion",
      summary = "Go back to the version that was published before the current one")
  public Version rollBack(@QueryParam("plan") Optional<String> plan) {
    return Version.of(control.rollBack(plan.orElse(PlanStore.DEFAULT), callerName()));
  }

  private VersionRecord find(long versionId) {
    return queries.version(scope.get(), versionId).orElseThrow(() -> missing(versionId, ""));
  }

  private static Refused missing(long versionId, String what) {
    return new Refused(Refused.Kind.NOT_FOUND, "There is no version " + versionId + what + ".");
  }

  private String callerName() {
    return caller.getUserPrincipal().getName();
  }
}
