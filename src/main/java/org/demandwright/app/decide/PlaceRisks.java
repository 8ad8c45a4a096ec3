package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.OrderedLine;
import org.demandwright.core.decide.Policy;
import org.demandwright.core.decide.PolicyField;
import org.demandwright.core.decide.StatedLeadTime;
import org.demandwright.core.decide.StockPosition;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.risk.AwaitedSupply;
import org.demandwright.core.decide.risk.Concentration;
import org.demandwright.core.decide.risk.DemandAhead;
import org.demandwright.core.decide.risk.DemandBreak;
import org.demandwright.core.decide.risk.ExpiryRisk;
import org.demandwright.core.decide.risk.ForecastDrift;
import org.demandwright.core.decide.risk.LatenessRisk;
import org.demandwright.core.decide.risk.OverstockRisk;
import org.demandwright.core.decide.risk.Risk;
import org.demandwright.core.decide.risk.StockOutRisk;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.evaluate.TotalDemand;

/** All that may go wrong with an item at a site, whether it is to be said or not. */
final class PlaceRisks {
  private final DecisionBasis basis;
  private final Place place;
  private final LocalDate today;
  private final SupplyDays days;
  private final Policy policy;
  private final DayDistribution lead;
  private final StatedLeadTime stated;
  private final List<Risk> risks = new ArrayList<>();

  /**
   * What is known beside the basis.
   *
   * @param totals of all channels; empty where they cannot be told
   * @param lines of its orders
   * @param lots of its stock
   * @param history cleaned demand by period, of all channels; empty where it is not kept
   * @param errors what came less what was forecast, by period
   * @param customer the largest one, where customers are kept
   * @param overstockDays within which stock is to be sold where no maximum cover counts
   */
  record Known(
      Optional<TotalDemand> totals,
      List<PurchaseHistory.Line> lines,
      List<ExpiryRisk.Lot> lots,
      DoubleVector history,
      DoubleVector errors,
      Optional<Concentration> customer,
      int overstockDays) {}

  private PlaceRisks(DecisionBasis basis, Place place) {
    this.basis = basis;
    this.place = place;
    today = basis.decision().asOf();
    days = basis.supply().days(place.key().org(), place.key().site(), basis.terms(place).vendor());
    policy = basis.policies().resolve(basis.policyCase(place));
    stated =
        new StatedLeadTime(
            basis
                .terms(place)
                .leadTimeDays()
                .map(stated -> StatedLeadTime.workingDays(stated, days.work())),
            Optional.empty(),
            policy.value(PolicyField.LEAD_DAYS).orElseThrow());
    lead =
        policy.leadTime(
            basis
                .leadTimes()
                .of(
                    basis.terms(place).vendor().map(VendorKey::text).orElse(""),
                    place.key().item(),
                    stated));
  }

  /** Returns the risks of a place. */
  static List<Risk> of(DecisionBasis basis, Place place, Known known) {
    PlaceRisks all = new PlaceRisks(basis, place);
    known.totals().ifPresent(totals -> all.ofStock(totals, known));
    Bucket bucket = basis.version().recipe().bucket();
    double protection = (all.lead.mean() + policyReview(all.policy)) * bucket.year() / 365.25;
    DemandBreak.of(known.history())
        .ifPresent(b -> all.risks.add(b.risk(Math.max(1, protection), bucket)));
    ForecastDrift.of(known.errors())
        .ifPresent(d -> all.risks.add(d.risk(Math.max(1, protection), bucket)));
    known.customer().ifPresent(c -> all.risks.add(c.risk()));
    return all.risks;
  }

  private static int policyReview(Policy policy) {
    return policy.value(PolicyField.REVIEW_DAYS).orElse(0);
  }

  private void ofStock(TotalDemand totals, Known known) {
    DemandOverTime expected = DemandOverTime.from(totals, today);
    DemandAhead demand = DemandAhead.of(expected, unit());
    StockBook.Position stock = basis.stock(place);
    List<AwaitedSupply> awaited = awaited(known.lines(), stock);
    ofLines(known.lines(), stock, expected);
    if (stock.onHand().isPresent()) {
      StockPosition there = stock.position().orElseThrow();
      LocalDate first = days.order().onOrAfter(today);
      int until = Math.max(1, (int) Math.rint(days.arrivals(today, first, lead).mean()));
      double available = available(there, expected, until);
      risks.add(StockOutRisk.of(demand, available, awaited, until).risk(available, awaited, until));
      int within = policy.value(PolicyField.MAXIMUM_COVER_DAYS).orElse(known.overstockDays());
      double position =
          there.serving(today, today.plusDays(within - 1L)).add(stock.onOrder()).doubleValue();
      if (position > 0) {
        risks.add(OverstockRisk.of(demand, position, within).risk(position, within));
      }
    }
    ExpiryRisk.of(demand, known.lots(), today).ifPresent(e -> risks.add(e.risk(today)));
  }

  /**
   * What is there for the demand of some days; what customers have ordered for them beyond what is
   * expected comes on top of it.
   */
  private double available(StockPosition there, DemandOverTime expected, int days) {
    LocalDate last = today.plusDays(days - 1L);
    double ordered = there.ordered(today, last).doubleValue();
    double beyond = ordered > 0 ? Math.max(0, ordered - expected.mean(days)) : 0;
    return there.serving(today, last).doubleValue() - beyond;
  }

  private double unit() {
    return basis.terms(place).multiple().map(m -> Math.min(1, m.doubleValue())).orElse(1.0);
  }

  /** Lines that are known come when lines come; what else is on its way, on its day. */
  private List<AwaitedSupply> awaited(List<PurchaseHistory.Line> lines, StockBook.Position stock) {
    Map<String, PurchaseHistory.Line> byId = new HashMap<>();
    lines.forEach(line -> byId.put(line.lineId(), line));
    return stock.supply().stream()
        .map(
            supply ->
                AwaitedSupply.stillAwaited(
                    supply.quantity().doubleValue(),
                    Optional.ofNullable(byId.get(supply.id()))
                        .map(this::arrival)
                        .orElseGet(
                            () ->
                                DayDistribution.certain(
                                    (int) ChronoUnit.DAYS.between(today, supply.due())))))
        .toList();
  }

  /** After how many calendar days a line arrives, by its vendor and its own promise. */
  private DayDistribution arrival(PurchaseHistory.Line line) {
    OrderedLine ordered = line.ordered();
    DayDistribution working =
        basis
            .leadTimes()
            .of(
                ordered.vendor(),
                ordered.item(),
                new StatedLeadTime(
                    ordered.promisedOn().map(day -> days.work().between(ordered.orderedOn(), day)),
                    Optional.empty(),
                    stated.otherwise()))
            .workingDays();
    return days.arrivals(today, ordered.orderedOn(), working);
  }

  private void ofLines(
      List<PurchaseHistory.Line> lines, StockBook.Position stock, DemandOverTime expected) {
    DemandAhead demand = DemandAhead.of(expected, unit());
    TreeMap<String, PurchaseHistory.Line> open = new TreeMap<>();
    lines.stream()
        .filter(line -> line.ordered().open() && line.ordered().promisedOn().isPresent())
        .forEach(line -> open.put(line.lineId(), line));
    for (PurchaseHistory.Line line : open.values()) {
      LocalDate promised = line.ordered().promisedOn().orElseThrow();
      BigDecimal rest = line.ordered().rest();
      AwaitedSupply still = AwaitedSupply.stillAwaited(rest.doubleValue(), arrival(line));
      LatenessRisk late = LatenessRisk.of(still.days(), today, promised);
      int arrives = Math.max(1, (int) Math.rint(late.days()));
      int due = Math.max(0, (int) ChronoUnit.DAYS.between(today, promised));
      double available = stock.position().map(p -> available(p, expected, arrives)).orElse(0.0);
      double lost =
          stock.onHand().isEmpty()
              ? 0
              : Math.max(
                  0,
                  demand.beyond(arrives, available)
                      - (due == 0 ? 0 : demand.beyond(Math.min(due, arrives), available)));
      risks.add(late.risk(line.lineId(), line.vendor(), rest, lost, today, promised));
    }
  }
}
