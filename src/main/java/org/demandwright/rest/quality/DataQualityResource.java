package org.demandwright.rest.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Page;
import org.demandwright.app.quality.DataQuality;
import org.demandwright.app.quality.QualityRuns;
import org.demandwright.app.run.JobRun;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.rest.wire.Pages;
import org.demandwright.rest.wire.QueryValue;
import org.demandwright.security.Roles;
import org.demandwright.store.intake.LineOutcome;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of every row of the ERP, and what looks wrong in the demand. */
@Path("data-quality")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Data quality")
public class DataQualityResource {
  /** Outcomes whose rows are listed here; quarantined ones have a list of their own. */
  private static final Set<LineOutcome> OUTCOMES =
      EnumSet.of(LineOutcome.USED, LineOutcome.OPEN, LineOutcome.EXCLUDED, LineOutcome.DERIVED);

  @Inject DataQuality quality;
  @Inject QualityRuns runs;
  @Context SecurityContext caller;
  @Context UriInfo uri;

  /**
   * One page; {@code next} is absent on the last.
   *
   * @param unfinished newer runs that did not come to their end, or have not yet
   */
  public record Runs(
      List<QualityWire.Run> rows, List<QualityWire.Unfinished> unfinished, String next) {}

  /**
   * One page; {@code next} is absent on the last.
   *
   * @param inspection the one that found them; absent = nothing was inspected yet, so that no rows
   *     do not mean that all is well
   * @param unfinished newer runs that did not come to their end, or have not yet
   */
  public record Issues(
      QualityWire.Inspection inspection,
      List<QualityWire.Unfinished> unfinished,
      List<QualityWire.Issue> rows,
      String next) {}

  /** One page; {@code next} is absent on the last. */
  public record Lines(List<QualityWire.Line> rows, String next) {
    static Lines of(Page<SalesLine> page) {
      return Pages.answer(page, QualityWire.Line::of, Lines::new);
    }
  }

  /** One page; {@code next} is absent on the last. */
  public record Quarantine(List<QualityWire.Quarantined> rows, String next) {}

  @GET
  @Path("runs")
  @Operation(summary = "Runs that accounted for the rows of the ERP and inspected the demand")
  public Runs runs(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    return Pages.answer(
        quality.runs(Optional.ofNullable(cursor), new QueryValue("limit", limit).asLimit()),
        QualityWire.Run::of,
        (rows, next) -> new Runs(rows, unfinished(), next));
  }

  @GET
  @Path("runs/{run}/account")
  @Operation(summary = "Rows in = used + excluded + quarantined, by rule, at the end of a run")
  public QualityWire.Account account(@PathParam("run") long run) {
    return QualityWire.Account.of(quality.account(run), quality.counts(run));
  }

  private List<QualityWire.Unfinished> unfinished() {
    return runs.unfinished().stream().map(QualityWire.Unfinished::of).toList();
  }

  @GET
  @Path("lines")
  @Operation(summary = "The rows behind an account, by outcome and rule")
  public Lines lines(
      @QueryParam("outcome") String outcome,
      @QueryParam("rule") String rule,
      @QueryParam("run") String run,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return Lines.of(
        quality.lines(
            new QueryValue("outcome", outcome).asWordOf(OUTCOMES).orElse(LineOutcome.USED),
            new QueryValue("rule", rule).asText(),
            new QueryValue("run", run).asId(),
            Optional.ofNullable(cursor),
            new QueryValue("limit", limit).asLimit()));
  }

  @GET
  @Path("issues")
  @Operation(summary = "What looks wrong in the demand, the largest share of its demand first")
  public Issues issues(
      @QueryParam("run") String run,
      @QueryParam("rule") String rule,
      @QueryParam("severity") String severity,
      @QueryParam("item") String item,
      @QueryParam("site") String site,
      @QueryParam("seriesId") String seriesId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    DataQuality.IssueFilter filter =
        new DataQuality.IssueFilter(
            new QueryValue("run", run).asId(),
            new QueryValue("rule", rule).asWordOf(EnumSet.allOf(Rule.class)),
            new QueryValue("severity", severity).asWordOf(EnumSet.allOf(Severity.class)),
            new QueryValue("item", item).asText(),
            new QueryValue("site", site).asText(),
            new QueryValue("seriesId", seriesId).asId());
    return Pages.answer(
        quality.issues(
            filter, Optional.ofNullable(cursor), new QueryValue("limit", limit).asLimit()),
        QualityWire.Issue::of,
        (rows, next) ->
            new Issues(
                quality.lastInspection(filter.run()).map(QualityWire.Inspection::of).orElse(null),
                unfinished(),
                rows,
                next));
  }

  @GET
  @Path("issues/{id}/lines")
  @Operation(summary = "The ERP's lines that an issue rests on")
  public Lines issueLines(
      @PathParam("id") long issueId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return Lines.of(
        quality.issueLines(
            issueId, Optional.ofNullable(cursor), new QueryValue("limit", limit).asLimit()));
  }

  @GET
  @Path("quarantine")
  @Operation(summary = "Rows that could not be read, with the reason and what to do")
  public Quarantine quarantine(
      @QueryParam("reason") String reason,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return Pages.answer(
        quality.quarantine(
            new QueryValue("reason", reason).asText(),
            Optional.ofNullable(cursor),
            new QueryValue("limit", limit).asLimit()),
        QualityWire.Quarantined::of,
        Quarantine::new);
  }

  @POST
  @Path("quarantine/replay")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Read every quarantined row again; 202 with the address of the run")
  public Response replay() {
    JobRun run = quality.replay(caller.getUserPrincipal().getName());
    return Response.accepted()
        .location(uri.getBaseUriBuilder().path("job-executions/" + run.executionId()).build())
        .build();
  }
}
