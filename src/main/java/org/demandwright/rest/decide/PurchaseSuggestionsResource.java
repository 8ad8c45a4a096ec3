package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.core.decide.OrderQuantity;
import org.demandwright.core.decide.Suggestion;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.VendorOrder;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.SuggestedOrder;
import org.demandwright.store.decide.SuggestionStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is suggested to be ordered, and why. */
@Path("purchase-suggestions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Inventory")
public class PurchaseSuggestionsResource {
  private static final double SHARES = 1e6;

  @Inject CallerScope scope;
  @Inject StockPlans plans;

  /**
   * What to do about an item at a site. Quantities are in the base unit.
   *
   * @param number the same from decision to decision while the same is suggested
   * @param kind what is to be done
   * @param vendor from or of whom, by the ERP's own key
   * @param fromSite that sends it
   * @param supply the order's line that is to be moved, by the ERP's own key
   * @param document the number of that order
   * @param quantity to be ordered, sent or moved
   * @param why it is there
   * @param minimumValue that an order to the vendor has to reach
   * @param minimumMissing what lacks of it
   * @param parts how the quantity came about; they add up to it
   * @param purchaseUnits quantity in the unit that the vendor counts in; absent where that is the
   *     base unit
   * @param purchaseUom that unit
   * @param cost of the quantity; absent where the price is not known
   * @param currency of the cost
   * @param orderOn next day on which the vendor takes orders or it can be sent; of an order that is
   *     to be moved today
   * @param orderBy last day on which it may be ordered without more risk than is accepted
   * @param expectedOn day on which it arrives after the mean lead time, or as it stands
   * @param receiptBy last day on which it may arrive without more risk than is accepted, or to
   *     which it is to be moved; absent where stock lasts as far as was looked
   * @param late whether it comes too late for the risk that is accepted
   * @param stockOutWithout probability 0–1 that stock runs out before the next delivery without it
   * @param stockOutWith the same with it
   * @param runsOut day on which stock is expected to be short without it; absent where it lasts
   * @param coverDays for how many days the quantity is enough on average
   * @param reason in a line
   */
  public record PurchaseSuggestion(
      long number,
      SuggestionKind kind,
      String org,
      String item,
      String site,
      String vendor,
      String fromSite,
      String supply,
      String document,
      BigDecimal quantity,
      List<QuantityPart> parts,
      BigDecimal purchaseUnits,
      String purchaseUom,
      BigDecimal cost,
      String currency,
      VendorOrder.Why why,
      BigDecimal minimumValue,
      BigDecimal minimumMissing,
      LocalDate orderOn,
      LocalDate orderBy,
      LocalDate expectedOn,
      LocalDate receiptBy,
      boolean late,
      double stockOutWithout,
      double stockOutWith,
      LocalDate runsOut,
      int coverDays,
      String reason) {
    static PurchaseSuggestion of(SuggestedOrder order) {
      Suggestion s = order.suggestion();
      return new PurchaseSuggestion(
          order.number(),
          s.kind(),
          order.key().org(),
          order.key().item(),
          order.key().site(),
          order.source().vendor().orElse(null),
          order.source().site().orElse(null),
          order.source().supply().orElse(null),
          order.source().document().orElse(null),
          s.quantity(),
          s.order().parts().stream().map(QuantityPart::of).toList(),
          order
              .unit()
              .map(unit -> s.quantity().divide(unit.factor(), MathContext.DECIMAL64))
              .orElse(null),
          order.unit().map(SuggestedOrder.PurchaseUnit::name).orElse(null),
          s.cost().orElse(null),
          order.currency().orElse(null),
          order.why(),
          order.minimum().map(SuggestedOrder.VendorMinimum::value).orElse(null),
          order.minimum().map(SuggestedOrder.VendorMinimum::missing).orElse(null),
          s.orderOn(),
          s.orderBy(),
          s.expectedOn(),
          s.receiptBy().orElse(null),
          s.late(),
          share(s.stockOutWithout()),
          share(s.stockOutWith()),
          s.runsOut().orElse(null),
          s.coverDays(),
          Wordbook.english().say(order.reason()));
    }

    private static double share(double share) {
      return Math.rint(share * SHARES) / SHARES;
    }
  }

  /**
   * A part of a quantity.
   *
   * @param cause where it comes from
   * @param quantity negative where it takes something away
   */
  public record QuantityPart(OrderQuantity.Cause cause, BigDecimal quantity) {
    static QuantityPart of(OrderQuantity.Part part) {
      return new QuantityPart(part.cause(), part.quantity());
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("org,item,site")
  @InFront(InventoryPoliciesResource.About.class)
  @Operation(
      operationId = "listPurchaseSuggestions",
      summary =
          "What the newest decision suggests to order, to send or to move, until when and why")
  public Listing<PurchaseSuggestion> all(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @Parameter(description = "Vendor, by the ERP's own key") @QueryParam("vendor")
          Optional<String> vendor,
      @Parameter(description = "Only what is to be done so") @QueryParam("kind")
          Optional<SuggestionKind> kind,
      @Parameter(description = "Those that are to be ordered by this day") @QueryParam("orderBy")
          Optional<LocalDate> orderBy,
      @BeanParam ListRequest list) {
    SuggestionStore.Filter filter =
        new SuggestionStore.Filter(scope.get(), org, item, site, vendor, kind, orderBy);
    Decision decision = list.begunWith(plans::decision).orElseGet(() -> plans.newest(plan));
    return list.list(
            PurchaseSuggestion.class,
            (cursor, limit) ->
                plans
                    .suggestions(decision.decisionId(), filter, cursor, limit)
                    .map(PurchaseSuggestion::of))
        .keptTo(decision.decisionId())
        .about(InventoryPoliciesResource.About.of(decision, scope.get().isUnrestricted()));
  }
}
