package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.decide.OutlookFile;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.app.decide.VendorOutlook;
import org.demandwright.file.Workbook;
import org.demandwright.rest.wire.Download;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.SuggestedOrder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is going to be ordered from vendors in thirteen weeks: a plan, and no order. */
@Path("purchase-suggestions/outlook")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Inventory")
public class SupplierOutlookResource {
  private static final String IS = "A plan if demand is as expected, not an order.";

  @Inject CallerScope scope;
  @Inject StockPlans plans;
  @Inject VendorOutlook outlook;

  /**
   * What all rows rest on.
   *
   * @param decisionId number of the decision
   * @param asOf day on which it was made
   * @param firstWeek Monday of the first week
   * @param weeks how many weeks are looked ahead
   * @param is what it is, and what not
   */
  public record OutlookBasis(
      String plan, long decisionId, LocalDate asOf, LocalDate firstWeek, int weeks, String is) {
    static OutlookBasis of(Decision decision) {
      return new OutlookBasis(
          decision.plan(),
          decision.decisionId(),
          decision.asOf(),
          VendorOutlook.weeks(decision).get(0),
          VendorOutlook.WEEKS,
          IS);
    }
  }

  /**
   * What is going to be ordered of an item for a site in a week, in the base unit. A plan, not an
   * order.
   *
   * @param vendor from whom, by the ERP's own key
   * @param week its Monday
   * @param quantity accepted, suggested and planned together
   * @param accepted of it: accepted, and not among the ERP's orders yet
   * @param suggested of it: suggested, and not answered
   * @param planned of it: what follows if demand is as expected
   * @param purchaseUnits quantity in the unit that the vendor counts in; absent where that is the
   *     base unit
   * @param purchaseUom that unit
   * @param cost of the quantity by the vendor's prices of today; absent where they are not known
   * @param currency of the cost
   */
  public record OutlookWeek(
      String vendor,
      String org,
      String item,
      String site,
      LocalDate week,
      BigDecimal quantity,
      BigDecimal accepted,
      BigDecimal suggested,
      BigDecimal planned,
      BigDecimal purchaseUnits,
      String purchaseUom,
      BigDecimal cost,
      String currency) {
    static OutlookWeek of(VendorOutlook.Line line) {
      return new OutlookWeek(
          line.of().vendor(),
          line.of().org(),
          line.of().item(),
          line.of().site(),
          line.week(),
          line.quantity(),
          line.accepted(),
          line.suggested(),
          line.planned(),
          line.unit()
              .map(unit -> line.quantity().divide(unit.factor(), MathContext.DECIMAL64))
              .orElse(null),
          line.unit().map(SuggestedOrder.PurchaseUnit::name).orElse(null),
          line.cost().orElse(null),
          line.currency().orElse(null));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("vendor,org,item,site,week")
  @InFront(OutlookBasis.class)
  @Operation(
      operationId = "listOrderOutlook",
      summary = "What is going to be ordered from vendors in 13 weeks: a plan, not an order",
      description =
          "What is accepted and not ordered yet, what is suggested, and what follows whenever the"
              + " stock with all that is on its way falls to the reorder point, if demand is what is"
              + " expected. Weeks without orders are left out.")
  public Listing<OutlookWeek> weeks(
      @QueryParam("plan") Optional<String> plan,
      @Parameter(description = "Vendor, by the ERP's own key") @QueryParam("vendor")
          Optional<String> vendor,
      @BeanParam ListRequest list) {
    Decision decision = list.begunWith(plans::decision).orElseGet(() -> plans.newest(plan));
    List<OutlookWeek> all =
        outlook.of(scope.get(), decision, vendor).stream().map(OutlookWeek::of).toList();
    return list.whole(OutlookWeek.class, all)
        .keptTo(decision.decisionId())
        .about(OutlookBasis.of(decision));
  }

  @GET
  @Path("workbook")
  @Produces(Workbook.MEDIA_TYPE)
  @Operation(
      operationId = "downloadOrderOutlook",
      summary = "The same as XLSX, a sheet a vendor, in units, purchase units and money")
  public Response workbook(
      @QueryParam("plan") Optional<String> plan,
      @Parameter(description = "Vendor, by the ERP's own key") @QueryParam("vendor")
          Optional<String> vendor) {
    Decision decision = plans.newest(plan);
    List<VendorOutlook.Line> lines = outlook.of(scope.get(), decision, vendor);
    return Response.ok(
            new Download(output -> OutlookFile.write(lines, VendorOutlook.weeks(decision), output)))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"order-outlook-%s.xlsx\"".formatted(decision.asOf()))
        .build();
  }
}
