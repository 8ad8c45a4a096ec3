package org.demandwright.rest.quality;

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
import java.util.List;
import java.util.Optional;
import org.demandwright.app.quality.DataQuality;
import org.demandwright.app.quality.QualityRuns;
import org.demandwright.app.run.JobRun;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.rest.wire.Accepted;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
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
  @Inject CallerScope scope;
  @Inject DataQuality quality;
  @Inject QualityRuns runs;
  @Context SecurityContext caller;

  /**
   * What all rows of a list rest on.
   *
   * @param inspection the one that found the issues; absent = nothing was inspected yet, so that no
   *     rows do not mean that all is well
   * @param unfinished newer runs that did not come to their end, or have not yet
   * @param comparison in what the values of issues are compared; absent where the rows are none
   */
  public record Standing(
      QualityWire.Inspection inspection,
      List<QualityWire.Unfinished> unfinished,
      QualityWire.Comparison comparison) {}

  /**
   * What all runs rest on.
   *
   * @param unfinished newer runs that did not come to their end, or have not yet
   */
  public record StandingOfRuns(List<QualityWire.Unfinished> unfinished) {}

  /** Outcomes whose rows are listed; quarantined ones have a list of their own. */
  public enum Listed {
    USED,
    OPEN,
    EXCLUDED,
    DERIVED
  }

  @GET
  @Path("runs")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-run")
  @InFront(StandingOfRuns.class)
  @Operation(
      operationId = "listQualityRuns",
      summary = "Runs that accounted for the rows of the ERP and inspected the demand")
  public Listing<QualityWire.Run> runs(@BeanParam ListRequest list) {
    return list.list(
            QualityWire.Run.class,
            (cursor, limit) -> quality.runs(cursor, limit).map(QualityWire.Run::of))
        .about(new StandingOfRuns(unfinished()));
  }

  @GET
  @Path("runs/{run}/account")
  @OfAllData
  @Operation(
      operationId = "getAccountOfRun",
      summary = "Rows in = used + excluded + quarantined, by rule, at the end of a run")
  public QualityWire.Account account(@PathParam("run") long run) {
    return QualityWire.Account.of(
        quality.account(scope.get(), run), quality.counts(scope.get(), run));
  }

  private List<QualityWire.Unfinished> unfinished() {
    return runs.unfinished().stream().map(QualityWire.Unfinished::of).toList();
  }

  @GET
  @Path("lines")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("lineId")
  @Operation(
      operationId = "listLines",
      summary = "The rows behind an account, by outcome (by default USED) and rule")
  public Listing<QualityWire.Line> lines(
      @QueryParam("outcome") Optional<Listed> outcome,
      @QueryParam("rule") Optional<String> rule,
      @QueryParam("run") Optional<Long> run,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    LineOutcome wanted = LineOutcome.valueOf(outcome.orElse(Listed.USED).name());
    return list.list(
        QualityWire.Line.class,
        (cursor, limit) ->
            quality.lines(seen, wanted, rule, run, cursor, limit).map(QualityWire.Line::of));
  }

  @GET
  @Path("issues")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-effectShare,-effectValue,issueId")
  @InFront(Standing.class)
  @Operation(
      operationId = "listIssues",
      summary = "What looks wrong in the demand, the largest share of its demand first")
  public Listing<QualityWire.Issue> issues(
      @QueryParam("run") Optional<Long> run,
      @QueryParam("rule") Optional<Rule> rule,
      @QueryParam("severity") Optional<Severity> severity,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @QueryParam("seriesId") Optional<Long> seriesId,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    DataQuality.IssueFilter filter =
        new DataQuality.IssueFilter(run, rule, severity, item, site, seriesId);
    return list.list(
            QualityWire.Issue.class,
            (cursor, limit) ->
                quality.issues(seen, filter, cursor, limit).map(QualityWire.Issue::of))
        .about(
            new Standing(
                quality.lastInspection(run).map(QualityWire.Inspection::of).orElse(null),
                unfinished(),
                QualityWire.Comparison.of(quality.comparison(run))));
  }

  @GET
  @Path("issues/{id}/lines")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("demandDate,lineId")
  @Operation(operationId = "listLinesOfIssue", summary = "The ERP's lines that an issue rests on")
  public Listing<QualityWire.Line> issueLines(
      @PathParam("id") long issueId, @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    return list.list(
        QualityWire.Line.class,
        (cursor, limit) ->
            quality.issueLines(seen, issueId, cursor, limit).map(QualityWire.Line::of));
  }

  @GET
  @Path("quarantine")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("lineId")
  @Operation(
      operationId = "listQuarantine",
      summary = "Rows that could not be read, with the reason and what to do")
  public Listing<QualityWire.Quarantined> quarantine(
      @QueryParam("reason") Optional<String> reason, @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    return list.list(
        QualityWire.Quarantined.class,
        (cursor, limit) ->
            quality.quarantine(seen, reason, cursor, limit).map(QualityWire.Quarantined::of));
  }

  @POST
  @Path("quarantine/replay")
  @OfAllData
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "replayQuarantine",
      summary = "Read every quarantined row again; Location leads to the run")
  public Accepted<Replay> replay() {
    JobRun run = quality.replay(caller.getUserPrincipal().getName());
    return new Accepted<>(new Replay(run.executionId()), "job-executions/" + run.executionId());
  }

  /** The run that reads quarantined rows again. */
  public record Replay(long executionId) {}
}
