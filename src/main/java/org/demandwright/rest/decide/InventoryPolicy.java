package org.demandwright.rest.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.decide.LeadTime;
import org.demandwright.core.decide.Policy;
import org.demandwright.core.decide.PolicyField;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.StockPlan;
import org.demandwright.core.decide.Xyz;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.store.decide.PlannedStock;

/**
 * What the stock of an item at a site is planned by, and what it needs. Quantities are in the base
 * unit; figures are absent where the stock could not be planned.
 *
 * @param category of the item
 * @param vendor preferred one, by the ERP's own key; absent where none is known
 * @param abc class by value within the company; absent where no price is known
 * @param xyz class by how uncertain the next period is
 * @param plannedBy FORECAST, or RATE where a forecast is not recommended; absent where it could not
 *     be planned
 * @param reason why it could not be planned
 * @param service service level that is asked for
 * @param ordering when is ordered, and how much
 * @param reviewDays calendar days from one order to the next
 * @param leadDays working days from order to receipt, where somebody says so or nothing else is
 *     known
 * @param minimumOrder least quantity of an order
 * @param multiple of which an order is one
 * @param minimumStock what is to be there when a delivery arrives
 * @param shelfLifeDays calendar days in which it must be sold
 * @param maximumCoverDays calendar days whose demand is the most that is to be there
 * @param holdingRate share of the price that holding a unit for a year costs
 * @param shortageCost of a unit that is wanted and not there
 * @param orderingCost of an order line
 * @param leadTime from order to receipt
 * @param protectionDays expected calendar days for which the stock has to last
 * @param demand expected in that time
 * @param spread how widely that demand scatters, and what that rests on; absent where the stock
 *     could not be planned or was before it was kept
 * @param safetyStock reorder point less expected demand
 * @param reorderPoint inventory position at which is ordered
 * @param orderUpTo inventory position up to which is ordered
 * @param lot quantity of an order; 0 where each review orders up to a level
 * @param economicQuantity economic order quantity before minimum and multiple; absent where costs
 *     are not known
 * @param target what {@code orderUpTo} is made of
 * @param cycleService share of replenishment cycles in which the stock lasts
 * @param fillRate share of demand that is served from stock
 * @param expectedShortage units a cycle that are not served from stock
 * @param coverDays days for which {@code orderUpTo} is enough on average
 * @param beyondHorizon probability that the protection interval ends beyond the forecast's horizon
 * @param remarks what else is to be known
 * @param onHand stock; absent where the ERP tells none
 * @param reserved of it, promised to orders
 * @param onOrder on its way
 * @param openDemand what customers have ordered out of the own stock and did not get, base units;
 *     absent where the ERP does not tell it
 * @param unreservedDemand of it, for which nothing is reserved
 * @param dropShipDemand what customers wait for beside it and vendors deliver, base units
 * @param stockOut probability that what is there and on its way does not last until an order of
 *     today arrives; absent where it is not known
 */
public record InventoryPolicy(
    String org,
    String item,
    String site,
    String category,
    String vendor,
    Abc abc,
    Xyz xyz,
    PlannedStock.By plannedBy,
    String reason,
    PolicyValue service,
    PolicyValue ordering,
    PolicyValue reviewDays,
    PolicyValue leadDays,
    PolicyValue minimumOrder,
    PolicyValue multiple,
    PolicyValue minimumStock,
    PolicyValue shelfLifeDays,
    PolicyValue maximumCoverDays,
    PolicyValue holdingRate,
    PolicyValue shortageCost,
    PolicyValue orderingCost,
    LearnedLeadTime leadTime,
    BigDecimal protectionDays,
    BigDecimal demand,
    DemandSpread spread,
    BigDecimal safetyStock,
    BigDecimal reorderPoint,
    BigDecimal orderUpTo,
    BigDecimal lot,
    BigDecimal economicQuantity,
    TargetStock target,
    Double cycleService,
    Double fillRate,
    BigDecimal expectedShortage,
    Integer coverDays,
    Double beyondHorizon,
    List<StockPlan.Remark> remarks,
    BigDecimal onHand,
    BigDecimal reserved,
    BigDecimal onOrder,
    BigDecimal openDemand,
    BigDecimal unreservedDemand,
    BigDecimal dropShipDemand,
    Double stockOut) {
  private static final int DECIMALS = 6;

  /**
   * A value of a policy.
   *
   * @param value as a text
   * @param origin where it comes from
   * @param by name of the rule; absent where it is of none
   */
  public record PolicyValue(String value, Policy.Origin origin, String by) {}

  /**
   * How long it takes from an order until it has arrived, in working days.
   *
   * @param mean expected
   * @param deviation standard deviation
   * @param source what it mainly rests on
   * @param receipts of this item from this vendor, in whole lines
   * @param vendorReceipts of all items of the vendor, in whole lines
   * @param weightOfItem share 0–1 of what was learned of the item
   * @param weightOfVendor share 0–1 of what was learned of the vendor
   * @param late share 0–1 that arrives after the promised day; absent where nothing was promised
   */
  public record LearnedLeadTime(
      BigDecimal mean,
      BigDecimal deviation,
      LeadTime.Source source,
      BigDecimal receipts,
      BigDecimal vendorReceipts,
      double weightOfItem,
      double weightOfVendor,
      Double late) {
    static LearnedLeadTime of(PlannedStock.Lead lead) {
      return new LearnedLeadTime(
          rounded(lead.mean()),
          rounded(lead.deviation()),
          lead.source(),
          rounded(lead.receipts()),
          rounded(lead.vendorReceipts()),
          Decimals.figure(lead.weightOfItem()),
          Decimals.figure(lead.weightOfVendor()),
          lead.late().map(Decimals::figure).orElse(null));
    }
  }

  /**
   * How widely the demand of the protection interval scatters, standard deviations in the base
   * unit; of the forecast's whole period in which the interval ends.
   *
   * @param deviation that counts
   * @param own of the sums of as many periods in the item's newest two years, at the level that is
   *     forecast
   * @param told of the forecast, which is that of all items of its class
   * @param weightOfOwn share 0–1 of the own one in the variance that counts
   * @param windows sums in the past that do not overlap
   */
  public record DemandSpread(
      BigDecimal deviation,
      BigDecimal own,
      BigDecimal told,
      double weightOfOwn,
      BigDecimal windows) {
    static DemandSpread of(ItemSpread.Deviation spread) {
      return new DemandSpread(
          rounded(spread.used()),
          rounded(spread.own()),
          rounded(spread.told()),
          Decimals.figure(spread.weight()),
          rounded(spread.windows()));
    }
  }

  /**
   * What a target stock is made of; the parts add up to it.
   *
   * @param demand expected until the order after the next arrives
   * @param buffer against its uncertainty
   * @param minimum what the minimum stock adds
   * @param lot what ordering by lots adds
   */
  public record TargetStock(
      BigDecimal demand, BigDecimal buffer, BigDecimal minimum, BigDecimal lot) {
    static TargetStock of(StockPlan.Target target) {
      return new TargetStock(target.demand(), target.buffer(), target.minimum(), target.lot());
    }
  }

  static InventoryPolicy of(PlannedStock planned) {
    PolicySubject subject = planned.subject();
    Optional<StockPlan> plan = planned.plan();
    Optional<StockPlan.Service> service = plan.map(StockPlan::service);
    return new InventoryPolicy(
        subject.key().org(),
        subject.key().item(),
        subject.key().site(),
        subject.category(),
        subject.vendor().isEmpty() ? null : subject.vendor(),
        subject.abc().orElse(null),
        subject.xyz().orElse(null),
        planned.by().orElse(null),
        planned.refused().map(Wordbook.english()::say).orElse(null),
        value(planned, PolicyField.SERVICE),
        value(planned, PolicyField.ORDERING),
        value(planned, PolicyField.REVIEW_DAYS),
        value(planned, PolicyField.LEAD_DAYS),
        value(planned, PolicyField.MINIMUM_ORDER),
        value(planned, PolicyField.MULTIPLE),
        value(planned, PolicyField.MINIMUM_STOCK),
        value(planned, PolicyField.SHELF_LIFE_DAYS),
        value(planned, PolicyField.MAXIMUM_COVER_DAYS),
        value(planned, PolicyField.HOLDING_RATE),
        value(planned, PolicyField.SHORTAGE_COST),
        value(planned, PolicyField.ORDERING_COST),
        LearnedLeadTime.of(planned.lead()),
        rounded(planned.protectionDays()),
        plan.map(p -> rounded(p.demand())).orElse(null),
        planned.spread().map(DemandSpread::of).orElse(null),
        plan.map(p -> rounded(p.safetyStock())).orElse(null),
        plan.map(StockPlan::reorderPoint).orElse(null),
        plan.map(StockPlan::orderUpTo).orElse(null),
        plan.map(StockPlan::lot).orElse(null),
        plan.flatMap(StockPlan::economicQuantity).map(InventoryPolicy::rounded).orElse(null),
        plan.map(p -> TargetStock.of(p.target())).orElse(null),
        service.map(s -> Decimals.figure(s.cycleService())).orElse(null),
        service.map(s -> Decimals.figure(s.fillRate())).orElse(null),
        service.map(s -> rounded(s.expectedShortage())).orElse(null),
        plan.map(StockPlan::coverDays).orElse(null),
        plan.map(p -> Decimals.figure(p.beyondHorizon())).orElse(null),
        plan.map(p -> p.remarks().stream().sorted().toList()).orElse(List.of()),
        planned.stock().onHand().orElse(null),
        planned.stock().reserved(),
        planned.stock().onOrder(),
        planned.stock().waiting().map(PlannedStock.Waiting::ordered).orElse(null),
        planned.stock().waiting().map(PlannedStock.Waiting::unreserved).orElse(null),
        planned.stock().waiting().map(PlannedStock.Waiting::dropShip).orElse(null),
        planned.stock().stockOut().map(Decimals::figure).orElse(null));
  }

  private static PolicyValue value(PlannedStock planned, PolicyField<?> field) {
    return planned.said().stream()
        .filter(said -> said.field().equals(field.name()))
        .findFirst()
        .map(
            said ->
                new PolicyValue(
                    said.value(), said.origin(), said.by().isEmpty() ? null : said.by()))
        .orElse(null);
  }

  private static BigDecimal rounded(double number) {
    return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
