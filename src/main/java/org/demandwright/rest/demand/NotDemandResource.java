package org.demandwright.rest.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Page;
import org.demandwright.app.demand.NotDemand;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.demand.NotDemandStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Lines and documents that were bought once and are not demand. A document may concern any series
 * of its company, so that marks are for those who see all of them.
 */
@Path("data-quality/not-demand")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Data quality")
public class NotDemandResource {
  @Inject NotDemand marks;
  @Inject CallerScope scope;
  @Context SecurityContext caller;

  /**
   * One mark.
   *
   * @param line identity of a line of the ERP; absent where a document is marked
   * @param document number of the order or invoice, absent where a line is marked
   * @param org the company of the document
   * @param customer whose document alone it is, absent = anybody's
   * @param withdrawnAt absent while it counts
   */
  public record Mark(
      long markId,
      String line,
      String document,
      String org,
      String customer,
      String reason,
      String author,
      Instant createdAt,
      Instant withdrawnAt,
      String withdrawnBy) {
    static Mark of(NotDemandStore.Entry entry) {
      return new Mark(
          entry.markId(),
          named(entry.marked(), NotDemandStore.What.LINE),
          named(entry.marked(), NotDemandStore.What.DOCUMENT),
          Absent.where(entry.marked().org()),
          entry.marked().customer().orElse(null),
          entry.reason(),
          entry.author(),
          entry.createdAt(),
          entry.withdrawnAt().orElse(null),
          entry.withdrawnBy().orElse(null));
    }

    private static String named(NotDemandStore.Marked marked, NotDemandStore.What what) {
      return marked.what() == what ? marked.name() : null;
    }
  }

  /**
   * What is taken from a day of a series.
   *
   * @param lines how many lines sold it
   * @param units taken from its demand, in {@code uom}
   */
  public record TakenDay(
      long seriesId,
      String org,
      String item,
      String site,
      String channel,
      LocalDate day,
      long lines,
      String units,
      String uom) {
    static TakenDay of(NotDemandStore.Taken taken) {
      return new TakenDay(
          taken.seriesId(),
          Absent.where(taken.key().org()),
          taken.key().item(),
          Absent.where(taken.key().site()),
          Absent.where(taken.key().channel()),
          taken.day(),
          taken.lines(),
          Decimals.plain(taken.units()),
          Absent.where(taken.uom()));
    }
  }

  /**
   * What a mark would take.
   *
   * @param lines how many lines it names that count as demand so far
   * @param series of how many series
   * @param days what it takes from each day of each series, at most the first 1,000
   */
  public record Preview(long lines, long series, List<TakenDay> days) {
    private static final int MOST = 1_000;

    static Preview of(List<NotDemandStore.Taken> taken) {
      return new Preview(
          taken.stream().mapToLong(NotDemandStore.Taken::lines).sum(),
          taken.stream().map(NotDemandStore.Taken::seriesId).distinct().count(),
          taken.stream().limit(MOST).map(TakenDay::of).toList());
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-markId")
  @Operation(
      operationId = "listNotDemand",
      summary = "Marks of what is not demand, newest first; active=true for those that count")
  public Listing<Mark> all(
      @QueryParam("document") Optional<String> document,
      @QueryParam("line") Optional<String> line,
      @QueryParam("active") Optional<Boolean> active,
      @BeanParam ListRequest list) {
    NotDemandStore.Filter filter = new NotDemandStore.Filter(document, line, active);
    DataScope seen = scope.get();
    return list.list(
        Mark.class, (cursor, limit) -> marks.page(seen, filter, cursor, limit).map(Mark::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getNotDemand", summary = "One mark")
  public Mark one(@PathParam("id") long markId) {
    return Mark.of(marks.mark(scope.get(), markId));
  }

  @GET
  @Path("{id}/days")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("seriesId,day")
  @Operation(
      operationId = "listNotDemandDays",
      summary = "What a mark takes from which days of which series")
  public Listing<TakenDay> days(@PathParam("id") long markId, @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    return list.list(
        TakenDay.class,
        (cursor, limit) -> Page.within(marks.taken(seen, markId), cursor, limit).map(TakenDay::of));
  }

  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "previewNotDemand",
      summary = "What a mark would take from which days; nothing is changed")
  public Preview preview(NotDemandPreviewRequest body) {
    return Preview.of(marks.preview(scope.get(), body.marked()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "createNotDemand",
      summary = "Mark a line, an order or an invoice as not being demand",
      description =
          "What its lines sold is taken from the demand that the next version learns from, by"
              + " corrections of kind NOT_DEMAND that follow what the lines say after each import."
              + " Returns, and versions made before, stay as they are.")
  public Created<Mark> add(NotDemandRequest body) {
    NotDemandStore.Entry made =
        marks.add(scope.get(), body.marked(), body.reason(), caller.getUserPrincipal().getName());
    return new Created<>(Mark.of(made), made.markId());
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "withdrawNotDemand",
      summary = "Withdraw a mark: what its lines sold is demand again; it stays readable")
  public Mark withdraw(@PathParam("id") long markId) {
    return Mark.of(marks.withdraw(scope.get(), markId, caller.getUserPrincipal().getName()));
  }
}
