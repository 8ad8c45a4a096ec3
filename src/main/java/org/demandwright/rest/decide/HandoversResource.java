package org.demandwright.rest.decide;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.decide.HandOver;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.BadParameter;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.Download;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Rows;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.Handover;
import org.demandwright.store.decide.HandoverState;
import org.demandwright.store.decide.HandoverStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is handed over to the ERP, and what became of it. */
@Path("handovers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Inventory")
public class HandoversResource {
  private static final int MOST_AT_ONCE = 1_000;

  @Inject CallerScope scope;
  @Inject HandOver handOver;
  @Context SecurityContext caller;

  /**
   * An accepted suggestion on its way to the ERP.
   *
   * @param number in the order in which they were handed over
   * @param suggestion its number
   * @param state what became of it
   * @param vendor from or of whom, by the ERP's own key; absent for what another site sends
   * @param fromSite that sends it
   * @param supply the order's line that is to be moved, by the ERP's own key
   * @param quantity base units
   * @param purchaseUnits quantity in the unit that the vendor counts in; absent where that is the
   *     base unit
   * @param purchaseUom that unit
   * @param cost of the quantity; absent where the price is not known
   * @param orderOn day on which it is to be ordered or sent
   * @param arriveOn day on which it is expected, or to which an order is to be moved; absent where
   *     that is to be cancelled
   * @param handedBy who accepted it
   * @param handedAt when
   * @param document the ERP's number of its order
   * @param because why the ERP does not take it
   * @param settledBy who said what became of it
   * @param settledAt when
   */
  public record HandedOver(
      long number,
      long suggestion,
      HandoverState state,
      String plan,
      SuggestionKind kind,
      String org,
      String item,
      String site,
      String fromSite,
      String vendor,
      String supply,
      String quantity,
      String purchaseUnits,
      String purchaseUom,
      String cost,
      String currency,
      LocalDate orderOn,
      LocalDate arriveOn,
      String handedBy,
      Instant handedAt,
      String document,
      String because,
      String settledBy,
      Instant settledAt) {
    static HandedOver of(Handover h) {
      return new HandedOver(
          h.handoverNo(),
          h.suggestionNo(),
          h.state(),
          h.planName(),
          h.kind(),
          h.orgId(),
          h.itemId(),
          h.siteId(),
          h.fromSiteId(),
          h.vendorId(),
          h.supplyId(),
          Decimals.plain(h.quantity()),
          Decimals.plain(h.purchaseQuantity()),
          h.purchaseUom(),
          Decimals.plain(h.cost()),
          h.currency(),
          h.orderOn(),
          h.arriveOn(),
          h.handedBy(),
          instant(h.handedAt()),
          h.documentNo(),
          h.reason(),
          h.settledBy(),
          instant(h.settledAt()));
    }

    private static Instant instant(LocalDateTime at) {
      return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("number")
  @Operation(
      operationId = "listHandovers",
      summary = "What is handed over to the ERP, in the order in which it was",
      description = "What is waiting for the ERP, unless state asks for others.")
  public Listing<HandedOver> all(
      @Parameter(description = "Those that stand so; WAITING by default") @QueryParam("state")
          Optional<HandoverState> state,
      @QueryParam("kind") Optional<SuggestionKind> kind,
      @QueryParam("org") Optional<String> org,
      @QueryParam("site") Optional<String> site,
      @Parameter(description = "Vendor, by the ERP's own key") @QueryParam("vendor")
          Optional<String> vendor,
      @BeanParam ListRequest list) {
    HandoverStore.Filter filter = filter(state, kind, org, site, vendor);
    return list.list(
        HandedOver.class,
        (cursor, limit) -> handOver.page(filter, cursor, limit).map(HandedOver::of));
  }

  private HandoverStore.Filter filter(
      Optional<HandoverState> state,
      Optional<SuggestionKind> kind,
      Optional<String> org,
      Optional<String> site,
      Optional<String> vendor) {
    return new HandoverStore.Filter(
        scope.get(), Optional.of(state.orElse(HandoverState.WAITING)), kind, org, site, vendor);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getHandover", summary = "One that is handed over")
  public HandedOver one(@PathParam("id") long number) {
    return HandedOver.of(handOver.one(scope.get(), number));
  }

  @GET
  @Path("file")
  @Produces({"text/csv", MediaType.APPLICATION_XML})
  @Operation(
      operationId = "downloadHandovers",
      summary = "What is waiting to be bought, as a file that the ERP's own import takes",
      description =
          "ODOO: requests for quotation (CSV). OFBIZ: requirements (XML). Say afterwards what the ERP"
              + " took. For others there is the list as CSV.")
  public Response file(
      @Parameter(description = "Whose import it is for") @QueryParam("form")
          Optional<HandoverForm> form,
      @QueryParam("org") Optional<String> org,
      @QueryParam("site") Optional<String> site,
      @Parameter(description = "Vendor, by the ERP's own key") @QueryParam("vendor")
          Optional<String> vendor) {
    HandoverForm wanted =
        form.orElseThrow(
            () -> new BadParameter("form", "Query parameter form is missing", "ODOO, OFBIZ"));
    HandoverStore.Filter filter =
        filter(Optional.empty(), Optional.of(wanted.kind()), org, site, vendor);
    handOver.each(filter, wanted::requireItsKeys);
    return Response.ok(
            new Download(output -> wanted.write(output, lines -> handOver.each(filter, lines))))
        .type(wanted.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s\"".formatted(wanted.fileName()))
        .build();
  }

  /**
   * What the ERP made of it.
   *
   * @param document the ERP's number of its order
   */
  @Schema(example = "{\"document\": \"P00042\"}")
  public record TakenRequest(String document) {}

  /**
   * That the ERP does not take it.
   *
   * @param because what the ERP says
   */
  @Schema(example = "{\"because\": \"The vendor is blocked.\"}")
  public record NotTakenRequest(String because) {}

  @POST
  @Path("{id}/taken")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "acknowledgeHandover",
      summary = "The ERP has it, as this document; said again it changes nothing")
  public HandedOver taken(@PathParam("id") long number, TakenRequest body) {
    return HandedOver.of(handOver.taken(scope.get(), number, body.document(), who()));
  }

  @POST
  @Path("{id}/refused")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "refuseHandover",
      summary = "The ERP does not take it; its suggestion is open again")
  public HandedOver refused(@PathParam("id") long number, NotTakenRequest body) {
    return HandedOver.of(handOver.refused(scope.get(), number, body.because(), who()));
  }

  /**
   * One acknowledgement of many: a document where the ERP has it, a reason where not.
   *
   * @param number of what was handed over
   * @param document the ERP's number of its order
   * @param because why the ERP does not take it
   */
  @Schema(example = "{\"number\": 12, \"document\": \"P00042\"}")
  public record Acknowledgement(long number, Optional<String> document, Optional<String> because) {}

  /**
   * What became of one acknowledgement.
   *
   * @param row its place in the body, counted from 1
   * @param number of what was handed over; absent where it could not be read
   * @param state afterwards; absent where the acknowledgement is refused
   * @param field what is wrong; absent where it is the acknowledgement as a whole
   * @param detail what is wrong, and what to do; absent where it is taken
   */
  public record AcknowledgementFate(
      int row, Long number, HandoverState state, String field, String detail) {}

  /**
   * What became of many acknowledgements.
   *
   * @param taken how many were noted
   * @param acknowledgements the fate of each, in the order of the body
   */
  public record AcknowledgementsTaken(
      int received, int taken, int refused, List<AcknowledgementFate> acknowledgements) {}

  @POST
  @Path("acknowledgements")
  @Consumes({MediaType.APPLICATION_JSON, Rows.NDJSON})
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "acknowledgeHandovers",
      summary = "Up to 1,000 acknowledgements; each is told what became of it",
      description =
          "Each by itself: one that is refused stops no other. As a list, or as application/x-ndjson"
              + " with one a line.")
  public AcknowledgementsTaken acknowledgements(Rows<Acknowledgement> body) throws IOException {
    DataScope within = scope.get();
    List<AcknowledgementFate> fates = new ArrayList<>();
    for (Rows.Row<Acknowledgement> row : body.read(MOST_AT_ONCE)) {
      fates.add(fate(within, row));
    }
    int taken = (int) fates.stream().filter(fate -> fate.detail() == null).count();
    return new AcknowledgementsTaken(fates.size(), taken, fates.size() - taken, fates);
  }

  private AcknowledgementFate fate(DataScope within, Rows.Row<Acknowledgement> row) {
    if (row.value() == null) {
      return new AcknowledgementFate(
          row.number(), null, null, Absent.where(row.field()), row.wrong());
    }
    Acknowledgement said = row.value();
    try {
      if (said.document().isPresent() == said.because().isPresent()) {
        throw Refused.because("document", "Say either the document or because.");
      }
      Handover now =
          said.document().isPresent()
              ? handOver.taken(within, said.number(), said.document().get(), who())
              : handOver.refused(within, said.number(), said.because().orElseThrow(), who());
      return new AcknowledgementFate(row.number(), said.number(), now.state(), null, null);
    } catch (Refused refused) {
      return new AcknowledgementFate(
          row.number(), said.number(), null, Absent.where(refused.field()), refused.getMessage());
    }
  }

  private String who() {
    return caller.getUserPrincipal().getName();
  }
}
