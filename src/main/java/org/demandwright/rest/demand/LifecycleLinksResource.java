package org.demandwright.rest.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.demandwright.app.demand.LifecycleLinks;
import org.demandwright.app.demand.LinkRecord;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.rest.wire.Created;
import org.demandwright.rest.wire.CsvBodies;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.demand.LinkStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Items that follow each other, as people enter it; the next run of the forecast follows them. */
@Path("lifecycle-links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Lifecycle links")
public class LifecycleLinksResource {
  @Inject LifecycleLinks links;
  @Inject CallerScope scope;
  @Context SecurityContext caller;

  /**
   * One link.
   *
   * @param linkId number of the link
   * @param kind what the one item is to the other
   * @param predecessor the item that was there before; of a PHASE_IN the one that the new one is
   *     like
   * @param successor the item that follows, or can stand in
   * @param site at which it holds, absent where it does at all
   * @param firstDay the first day on which it holds
   * @param lastDay of a PHASE_OUT the day from which on the successor has all, of a SUBSTITUTE the
   *     last day; absent where it holds at once, and for good
   * @param factor units of the successor for one of the predecessor
   * @param ramp how a PHASE_IN comes to its level, absent where it does at once
   * @param rampWeeks until it has it
   * @param note why
   * @param enteredBy who entered it as it is
   */
  public record ItemLink(
      long linkId,
      String org,
      LifecycleLink.Kind kind,
      String predecessor,
      String successor,
      String site,
      LocalDate firstDay,
      LocalDate lastDay,
      BigDecimal factor,
      LifecycleLink.Ramp.Shape ramp,
      Integer rampWeeks,
      String note,
      String enteredBy,
      Instant enteredAt) {

    static ItemLink of(LinkRecord entry) {
      LifecycleLink link = entry.link();
      return new ItemLink(
          entry.linkId(),
          link.org(),
          link.kind(),
          link.predecessor(),
          link.successor(),
          link.site().orElse(null),
          link.first(),
          link.last().orElse(null),
          link.factor(),
          link.ramp().map(LifecycleLink.Ramp::shape).orElse(null),
          link.ramp().map(LifecycleLink.Ramp::weeks).orElse(null),
          entry.note().isEmpty() ? null : entry.note(),
          entry.enteredBy(),
          entry.enteredAt());
    }
  }

  /**
   * A link to enter or to change.
   *
   * @param linkId of the one that it changes; by default it is a new one
   * @param org the company of both items; by default the one that has both
   * @param kind what the one item is to the other
   * @param predecessor the item that was there before; of a PHASE_IN the one that the new one is
   *     like
   * @param successor the item that follows, or can stand in
   * @param site at which it holds, by default all
   * @param firstDay the first day on which it holds
   * @param lastDay of a PHASE_OUT the day from which on the successor has all, by default the
   *     first; of a SUBSTITUTE the last day, by default none; others have none
   * @param factor units of the successor for one of the predecessor, by default 1
   * @param ramp how a PHASE_IN comes to its level, by default at once
   * @param rampWeeks until it has it, by default 8
   * @param note why
   */
  @Schema(
      example =
          "{\"kind\": \"SUPERSESSION\", \"predecessor\": \"I0001\", \"successor\": \"I0002\","
              + " \"firstDay\": \"2027-03-01\"}")
  public record LinkRow(
      Optional<Long> linkId,
      Optional<String> org,
      LifecycleLink.Kind kind,
      String predecessor,
      String successor,
      Optional<String> site,
      LocalDate firstDay,
      Optional<LocalDate> lastDay,
      Optional<BigDecimal> factor,
      Optional<LifecycleLink.Ramp.Shape> ramp,
      Optional<Integer> rampWeeks,
      Optional<String> note) {
    LifecycleLinks.Row row() {
      return new LifecycleLinks.Row(
          linkId,
          new LifecycleLinks.Request(
              org,
              kind,
              predecessor,
              successor,
              site,
              firstDay,
              lastDay,
              factor,
              ramp,
              rampWeeks,
              note));
    }
  }

  /**
   * Links to enter and to change.
   *
   * @param rows from 1 to 1,000
   */
  @Schema(
      example =
          "{\"rows\": [{\"kind\": \"SUBSTITUTE\", \"predecessor\": \"I0001\","
              + " \"successor\": \"I0002\", \"firstDay\": \"2027-03-01\"}]}")
  public record LinkRows(List<LinkRow> rows) {}

  /**
   * What was entered and changed.
   *
   * @param links in the order of the rows
   */
  public record WrittenLinks(List<ItemLink> links) {}

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("linkId")
  @Operation(operationId = "listLifecycleLinks", summary = "Items that follow each other")
  public Listing<ItemLink> all(
      @QueryParam("org") Optional<String> org,
      @Parameter(description = "The item that is predecessor or successor") @QueryParam("item")
          Optional<String> item,
      @Parameter(description = "What the one item is to the other") @QueryParam("kind")
          Optional<LifecycleLink.Kind> kind,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    LinkStore.Filter filter = new LinkStore.Filter(org, item, kind);
    return list.list(
        ItemLink.class,
        (cursor, limit) -> links.page(seen, filter, cursor, limit).map(ItemLink::of));
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getLifecycleLink", summary = "One link between items")
  public ItemLink one(@Parameter(description = "Number of the link") @PathParam("id") long linkId) {
    return ItemLink.of(links.link(scope.get(), linkId));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "createLifecycleLink",
      summary = "Say that an item follows another one; the next forecast follows it")
  public Created<ItemLink> add(LifecycleLinkRequest body) {
    LinkRecord added = links.add(scope.get(), body.request(), caller.getUserPrincipal().getName());
    return new Created<>(ItemLink.of(added), added.linkId());
  }

  @POST
  @Path("rows")
  @Consumes({MediaType.APPLICATION_JSON, CsvBodies.CSV})
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "writeLifecycleLinks",
      summary = "Enter and change many links, all of them or none",
      description =
          "As JSON, or as text/csv with the heading kind,predecessor,successor,firstDay and, where"
              + " needed, linkId,org,site,lastDay,factor,ramp,rampWeeks,note: what the list gives"
              + " with these fields can be changed and sent back.")
  public WrittenLinks write(LinkRows body) {
    return new WrittenLinks(
        links
            .write(
                scope.get(),
                body.rows().stream().map(LinkRow::row).toList(),
                caller.getUserPrincipal().getName())
            .stream()
            .map(ItemLink::of)
            .toList());
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "replaceLifecycleLink",
      summary = "Change a link; versions that followed it keep what it did")
  public ItemLink change(
      @Parameter(description = "Number of the link") @PathParam("id") long linkId,
      @BeanParam IfMatch seen,
      LifecycleLinkRequest body) {
    return ItemLink.of(
        links.change(
            scope.get(),
            linkId,
            body.request(),
            caller.getUserPrincipal().getName(),
            seen.of(ItemLink::of)));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "deleteLifecycleLink",
      summary = "Remove a link; versions that followed it keep what it did")
  public void remove(
      @Parameter(description = "Number of the link") @PathParam("id") long linkId,
      @BeanParam IfMatch seen) {
    links.remove(scope.get(), linkId, seen.of(ItemLink::of));
  }
}
