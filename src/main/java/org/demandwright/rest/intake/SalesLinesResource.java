package org.demandwright.rest.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.intake.LineFate;
import org.demandwright.app.intake.LineFate.Outcome;
import org.demandwright.app.intake.LinePushing;
import org.demandwright.app.intake.PushedLineQueries;
import org.demandwright.app.intake.PushedLineRecord;
import org.demandwright.app.intake.PushedRow;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Rows;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.source.PushedLine;
import org.demandwright.store.source.PushedLineStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sales lines that other systems push, beside those that are read from the ERP. */
@Path("sales-lines")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Sales lines")
public class SalesLinesResource {
  private static final int MOST_LINES = 10_000;

  @Inject LinePushing pushing;
  @Inject PushedLineQueries queries;
  @Inject CallerScope scope;
  @Context SecurityContext caller;

  /**
   * A line as it was pushed last.
   *
   * @param quantity base units of the item in {@code uomId}; 0 of a line that was deleted
   * @param unitPriceNet without tax, in {@code currency}, of one base unit
   * @param excludedBecause why it is no demand; DELETED = its system took it back
   * @param receivedAt when it was received with this content
   * @param deletedBecause the reason that its system gave
   * @param state WAITING for the next import, COUNTED, EXCLUDED or QUARANTINED
   * @param stateReason why it is excluded or in quarantine
   * @param stateDetail what is wrong, and what to do
   */
  public record Line(
      long id,
      String source,
      String orgId,
      String documentNo,
      String lineNo,
      String lineKind,
      LocalDate orderDate,
      LocalDate demandDate,
      LocalDate originalDate,
      String itemId,
      String siteId,
      String customerId,
      String channelId,
      BigDecimal quantity,
      String uomId,
      BigDecimal unitPriceNet,
      BigDecimal netAmount,
      String currency,
      boolean onPromotion,
      boolean dropShip,
      boolean isKit,
      String flags,
      String excludedBecause,
      Instant receivedAt,
      String receivedFrom,
      String deletedBecause,
      PushedLineRecord.State state,
      String stateReason,
      String stateDetail) {
    static Line of(PushedLineRecord standing) {
      PushedLine line = standing.line();
      return new Line(
          line.pushKey(),
          line.source(),
          Absent.where(line.orgId()),
          line.documentNo(),
          line.lineNo(),
          line.lineKind(),
          line.orderDate(),
          line.demandDate(),
          line.originalDate(),
          line.itemId(),
          line.siteId(),
          line.customerId(),
          line.channelId(),
          line.quantity(),
          line.uomId(),
          line.unitPriceNet(),
          line.netAmount(),
          line.currency(),
          line.onPromotion(),
          line.dropShip(),
          line.isKit(),
          line.flags(),
          line.excludedBecause(),
          line.changedAt().toInstant(ZoneOffset.UTC),
          line.pushedBy(),
          line.reason(),
          standing.state(),
          standing.reason().orElse(null),
          standing.detail().orElse(null));
    }
  }

  /**
   * What became of a push.
   *
   * @param lines the fate of each line, in the order of the body
   */
  public record Pushed(
      int received,
      int added,
      int changed,
      int unchanged,
      int deleted,
      int refused,
      boolean dryRun,
      List<Fate> lines) {
    static Pushed of(List<LineFate> fates, boolean dryRun) {
      return new Pushed(
          fates.size(),
          count(fates, Outcome.NEW),
          count(fates, Outcome.CHANGED),
          count(fates, Outcome.UNCHANGED),
          count(fates, Outcome.DELETED),
          count(fates, Outcome.REFUSED),
          dryRun,
          fates.stream().map(Fate::of).toList());
    }

    private static int count(List<LineFate> fates, Outcome outcome) {
      return (int) fates.stream().filter(fate -> fate.outcome() == outcome).count();
    }
  }

  /**
   * The fate of a line, or of a row of whatever else is sent in rows.
   *
   * @param row its place in the body, counted from 1
   * @param field what is wrong in a line that is refused, absent where it is the line as a whole
   * @param detail what is wrong, and what to do
   */
  public record Fate(int row, Outcome outcome, String field, String detail) {
    /** Returns it in the form of the wire. */
    public static Fate of(LineFate fate) {
      return new Fate(
          fate.row(), fate.outcome(), fate.field().orElse(null), fate.detail().orElse(null));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("id")
  @Operation(
      operationId = "listSalesLines",
      summary = "Lines that other systems pushed, each as it was pushed last and where it stands")
  public Listing<Line> all(
      @QueryParam("source") Optional<String> source,
      @QueryParam("orgId") Optional<String> orgId,
      @QueryParam("documentNo") Optional<String> documentNo,
      @QueryParam("itemId") Optional<String> itemId,
      @QueryParam("deleted") Optional<Boolean> deleted,
      @BeanParam ListRequest list) {
    DataScope within = scope.get();
    PushedLineStore.Filter filter =
        new PushedLineStore.Filter(source, orgId, documentNo, itemId, deleted);
    return list.list(
        Line.class, (cursor, limit) -> queries.page(within, filter, cursor, limit).map(Line::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getSalesLine", summary = "One line that was pushed")
  public Line one(@PathParam("id") long id) {
    return Line.of(queries.line(scope.get(), id));
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, Rows.NDJSON})
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "pushSalesLines",
      summary = "Push up to 10,000 sales lines; each is told what became of it",
      description =
          "A line is known by source, company, document and line: pushing it again changes it, and"
              + " pushing the same again changes nothing. A line with quantity 0 and a reason is"
              + " deleted. Good lines are kept, bad ones are told and lose no other. As a list, or"
              + " as application/x-ndjson with a line each. The next import reads them. With"
              + " dryRun=true nothing is kept.")
  public Pushed push(@QueryParam("dryRun") Optional<Boolean> dryRun, Rows<NewSalesLine> body)
      throws IOException {
    List<PushedRow> rows = body.read(MOST_LINES).stream().map(SalesLinesResource::row).toList();
    boolean trial = dryRun.orElse(false);
    return Pushed.of(
        pushing.push(scope.get(), rows, trial, caller.getUserPrincipal().getName()), trial);
  }

  private static PushedRow row(Rows.Row<NewSalesLine> row) {
    return row.value() == null
        ? new PushedRow(row.number(), null, row.field(), row.wrong())
        : new PushedRow(row.number(), row.value().line(), "", null);
  }
}
