package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.decide.LeadTime;
import org.demandwright.core.decide.LeadTimes;
import org.demandwright.core.decide.OpenDays;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.Policy;
import org.demandwright.core.decide.PolicyField;
import org.demandwright.core.decide.PolicyTexts;
import org.demandwright.core.decide.Replenishment;
import org.demandwright.core.decide.ReviewCycle;
import org.demandwright.core.decide.ServiceTarget;
import org.demandwright.core.decide.StatedLeadTime;
import org.demandwright.core.decide.StockPlan;
import org.demandwright.core.decide.StockPlanner;
import org.demandwright.core.decide.StockPosition;
import org.demandwright.core.decide.StockTerms;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.store.decide.PlannedStock;

/**
 * What is planned of an item at a site, and by what.
 *
 * @param terms by which its stock is planned
 * @param demand from today on; empty where it cannot be told
 */
record PlacePlan(
    PlannedStock planned,
    StockTerms terms,
    SupplyDays days,
    DayDistribution workingDays,
    ReviewCycle cycle,
    Optional<DemandOverTime> demand) {
  /** So far is looked ahead for a day on which stock runs out. */
  private static final int LOOK_DAYS = 90;

  private static final double SHARES = 1e6;

  /**
   * Plans the stock of a place.
   *
   * @param spread of all its channels; empty where their demand cannot be told
   */
  static PlacePlan of(DecisionBasis basis, Place place, Optional<ItemSpread> spread) {
    Policy policy = basis.policies().resolve(basis.policyCase(place));
    SupplyTerms supply = basis.terms(place);
    SupplyDays days = basis.supply().days(place.key().org(), place.key().site(), supply.vendor());
    LeadTime lead = leadTime(basis, place, policy, days.work());
    DayDistribution workingDays = policy.leadTime(lead);
    LocalDate today = basis.decision().asOf();
    ReviewCycle cycle = ReviewCycle.from(today, days, workingDays, policy.reviewDays());
    StockBook.Position stock = basis.stock(place);
    Optional<DemandOverTime> demand = spread.map(s -> DemandOverTime.from(s.demand(), today));
    StockTerms said = policy.terms(unit(supply), supply.price());
    StockTerms terms = demand.map(d -> policy.economic(d, cycle, said)).orElse(said);
    Optional<StockPlan> plan =
        demand
            .filter(d -> basis.isActive(place))
            .map(d -> StockPlanner.plan(d, cycle, terms))
            .map(p -> terms.equals(said) ? p : p.with(StockPlan.Remark.LEAST_COST));
    Optional<Double> stockOut =
        demand.flatMap(
            d -> stock.position().map(p -> stockOut(p, stock.onOrder(), d, cycle, today)));
    boolean forecasted = place.series().stream().allMatch(s -> s.verdict().usable());
    PlannedStock planned =
        new PlannedStock(
            place.number(),
            basis.subject(place),
            said(policy, terms),
            PlannedStock.Lead.of(lead, workingDays),
            cycle.protection().mean(),
            plan.map(p -> forecasted ? PlannedStock.By.FORECAST : PlannedStock.By.RATE),
            plan.isPresent() ? Optional.empty() : Optional.of(reason(basis, place, forecasted)),
            plan,
            plan.flatMap(p -> spread).map(s -> s.over(cycle.protection().mean())),
            stock.planned(stockOut));
    return new PlacePlan(
        planned, said.costs().map(terms::with).orElse(terms), days, workingDays, cycle, demand);
  }

  /** What customers have ordered beyond what is there and on its way runs out for certain. */
  private static double stockOut(
      StockPosition stock,
      BigDecimal onOrder,
      DemandOverTime demand,
      ReviewCycle cycle,
      LocalDate today) {
    LocalDate last = today.plusDays(Math.max(0, cycle.lead().last() - 1L));
    BigDecimal there = stock.serving(today, last).add(onOrder);
    BigDecimal ordered = stock.ordered(today, last);
    return ordered.signum() > 0 && ordered.compareTo(there) > 0
        ? 1
        : demand.over(cycle.lead()).stockOut(there.doubleValue());
  }

  /** Why there is no plan. */
  private static Words reason(DecisionBasis basis, Place place, boolean forecasted) {
    return !basis.isActive(place)
        ? Words.of("decide.inactive")
        : forecasted
            ? Words.of("decide.no-totals", basis.version().versionId())
            : Words.of("decide.no-rate");
  }

  /** Returns what is known of a place of which the stock could not be planned. */
  static PlannedStock refused(DecisionBasis basis, Place place, RuntimeException because) {
    StockBook.Position stock = basis.stock(place);
    return new PlannedStock(
        place.number(),
        basis.subject(place),
        List.of(),
        PlannedStock.Lead.UNKNOWN,
        0,
        Optional.empty(),
        Optional.of(Words.of("decide.failed", String.valueOf(because.getMessage()))),
        Optional.empty(),
        Optional.empty(),
        stock.planned(Optional.empty()));
  }

  /** Returns whether, when and how much to order; empty where stock or its plan are not known. */
  Optional<Replenishment> replenishment(DecisionBasis basis, Place place) {
    SupplyTerms supply = basis.terms(place);
    Optional<StockPosition> position = basis.stock(place).position();
    if (position.isEmpty() || planned.plan().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Replenishment.of(
            new Replenishment.Situation(
                basis.decision().asOf(),
                position.get(),
                demand.orElseThrow(),
                days,
                workingDays,
                cycle,
                planned.plan().orElseThrow(),
                OrderTerms.of(
                    terms,
                    supply.unit().map(u -> u.factor()).orElse(terms.unit()),
                    supply.prices()),
                terms.costs(),
                LOOK_DAYS)));
  }

  /** Pieces, or parts of them where the vendor sells such. */
  static BigDecimal unit(SupplyTerms terms) {
    return terms.multiple().filter(m -> m.compareTo(BigDecimal.ONE) < 0).orElse(BigDecimal.ONE);
  }

  /** What was learned of the lead time; what is said of it moves it ({@link Policy#leadTime}). */
  private static LeadTime leadTime(DecisionBasis basis, Place place, Policy policy, OpenDays work) {
    return leadTime(basis, basis.leadTimes(), place, policy, work);
  }

  /** The same by other lead times, such as those that were learned by another day. */
  static LeadTime leadTime(
      DecisionBasis basis, LeadTimes learned, Place place, Policy policy, OpenDays work) {
    SupplyTerms terms = basis.terms(place);
    return learned.of(
        terms.vendor().map(VendorKey::text).orElse(""),
        place.key().item(),
        new StatedLeadTime(
            terms.leadTimeDays().map(days -> StatedLeadTime.workingDays(days, work)),
            Optional.empty(),
            policy.value(PolicyField.LEAD_DAYS).orElseThrow()));
  }

  /** What counts; of a service that costs least, and of orders that go with it, what they are. */
  private static List<PlannedStock.Said> said(Policy policy, StockTerms terms) {
    Map<PolicyField<?>, Object> counts =
        Map.of(
            PolicyField.SERVICE,
            new ServiceTarget(
                terms.service().kind(), Math.rint(terms.service().level() * SHARES) / SHARES),
            PolicyField.ORDERING,
            terms.policy());
    return PolicyField.all().stream()
        .flatMap(
            field ->
                policy
                    .get(field)
                    .map(
                        r ->
                            new PlannedStock.Said(
                                field.name(),
                                PolicyTexts.text(
                                    r.origin() == Policy.Origin.DEFAULT
                                        ? counts.getOrDefault(field, r.value())
                                        : r.value()),
                                r.origin(),
                                r.by()))
                    .stream())
        .toList();
  }
}
