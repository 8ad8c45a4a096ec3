package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.demandwright.app.settings.ExceptionSettings;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.OrderedLine;
import org.demandwright.core.decide.Policy;
import org.demandwright.core.decide.PolicyField;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.StatedLeadTime;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.risk.AlertQuality;
import org.demandwright.core.decide.risk.PlaceHistory;
import org.demandwright.core.decide.risk.Replay;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.core.decide.risk.ScoredCase;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.SalesDays;
import org.demandwright.core.quality.SalesSums;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.ExceptionQualityStore;
import org.demandwright.store.decide.ExceptionQualityStore.Replayed;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.MasterDataStore.StockOutDays;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.quality.SalesSumStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * Measures how often exceptions would have been right, and chooses the thresholds by it.
 *
 * <p>Past stock is reckoned back from that of today: what was sold since is added, what came in and
 * was taken back is subtracted, and where the ledger says that nothing was there it is 0. So it
 * needs the ledger's stock-outs, and no ledger of every day.
 */
@ApplicationScoped
public class ReplayExceptions {
  private static final int PAGE = 200;
  private static final int MOST_PLACES = 2_000;
  private static final int LEAD_TIMES_FROM = 730;
  private static final int BEFORE = 427;
  private static final double HUNDRED = 100;

  /** Not sold out, though by how much is not known. */
  private static final double SOME = 1e-6;

  private final SupplyStore supply;
  private final MasterDataStore masterData;
  private final SalesSumStore sales;
  private final ExceptionQualityStore quality;
  private final Settings settings;

  @Inject
  ReplayExceptions(
      SupplyStore supply,
      MasterDataStore masterData,
      SalesSumStore sales,
      ExceptionQualityStore quality,
      Settings settings) {
    this.supply = supply;
    this.masterData = masterData;
    this.sales = sales;
    this.quality = quality;
    this.settings = settings;
  }

  ReplayExceptions() {
    this(null, null, null, null, null);
  }

  /** Returns whether the last replay of a plan is so old, or so differently set, as to be due. */
  public boolean isDue(Decision decision) {
    ExceptionSettings set = settings.exceptions();
    return set.replayWeeks() > 0
        && quality.of(decision.plan()).stream()
            .noneMatch(
                r ->
                    r.asked() == set.precisionPercent() / HUNDRED
                        && !r.replayedOn().isAfter(decision.asOf())
                        && r.replayedOn().plusDays(set.replayDays()).isAfter(decision.asOf()));
  }

  /** Replays the past as it is known to a decision, and keeps what came of it. */
  public void replay(DecisionBasis basis) {
    Decision decision = basis.decision();
    ExceptionSettings set = settings.exceptions();
    Map<PolicySubject.Key, List<PurchaseHistory.Line>> lines =
        PurchaseHistory.byPlace(supply, basis.supply());
    List<LocalDate> mornings =
        IntStream.rangeClosed(1, set.replayWeeks())
            .mapToObj(week -> decision.asOf().minusWeeks(week))
            .toList();
    Replay replay =
        new Replay(
            lines.values().stream()
                .flatMap(Collection::stream)
                .map(PurchaseHistory.Line::ordered)
                .toList(),
            mornings,
            LEAD_TIMES_FROM,
            set.overstockDays());
    Past past = past(basis, lines);
    List<Place> places = some(basis.places());
    for (int from = 0; from < places.size(); from += PAGE) {
      add(past, places.subList(from, Math.min(places.size(), from + PAGE)), replay);
    }
    quality.replace(decision.plan(), measured(decision, set, replay.cases()));
  }

  /** So many are enough to tell shares by; more would take time and memory. */
  private static List<Place> some(List<Place> places) {
    int each = (places.size() + MOST_PLACES - 1) / MOST_PLACES;
    return each <= 1
        ? places
        : IntStream.range(0, places.size())
            .filter(i -> i % each == 0)
            .mapToObj(places::get)
            .toList();
  }

  /** Kinds of which something came and something did not, so that a share says something. */
  private static List<Replayed> measured(
      Decision decision, ExceptionSettings set, Map<RiskKind, List<ScoredCase>> cases) {
    double asked = set.precisionPercent() / HUNDRED;
    List<Replayed> measured = new ArrayList<>();
    cases.forEach(
        (kind, of) -> {
          if (of.stream().anyMatch(ScoredCase::came)) {
            measured.add(
                new Replayed(
                    kind,
                    decision.asOf(),
                    asked,
                    AlertQuality.of(of, asked, FindExceptions.least(set).get(kind)),
                    kind != RiskKind.STOCK_OUT
                        || of.stream().anyMatch(c -> c.rule() > -Double.MAX_VALUE)));
          }
        });
    return measured;
  }

  /** What is known of all places. */
  private record Past(
      DecisionBasis basis,
      Map<PolicySubject.Key, List<PurchaseHistory.Line>> lines,
      Map<PolicySubject.Key, List<SupplyRow>> receipts,
      Map<PolicySubject.Key, Double> minimums,
      LocalDate first,
      int days) {
    int day(LocalDate day) {
      return (int) ChronoUnit.DAYS.between(first, day);
    }
  }

  private Past past(DecisionBasis basis, Map<PolicySubject.Key, List<PurchaseHistory.Line>> lines) {
    Map<PolicySubject.Key, List<SupplyRow>> receipts = new HashMap<>();
    supply.each(
        SupplyTable.PURCHASE_RECEIPT,
        row -> receipts.computeIfAbsent(key(row), k -> new ArrayList<>()).add(row));
    Map<PolicySubject.Key, Double> minimums = new HashMap<>();
    supply.each(
        SupplyTable.REORDER_RULE,
        row ->
            Optional.ofNullable(row.amount("minimum"))
                .filter(minimum -> minimum.signum() > 0)
                .ifPresent(minimum -> minimums.put(key(row), minimum.doubleValue())));
    int days = BEFORE + 7 * settings.exceptions().replayWeeks();
    return new Past(
        basis, lines, receipts, minimums, basis.decision().asOf().minusDays(days), days);
  }

  private static PolicySubject.Key key(SupplyRow row) {
    return new PolicySubject.Key(
        Optional.ofNullable(row.text("org_id")).orElse(""),
        row.text("item_id"),
        Optional.ofNullable(row.text("site_id")).orElse(""));
  }

  private void add(Past past, List<Place> places, Replay replay) {
    List<String> items = places.stream().map(p -> p.key().item()).distinct().toList();
    List<Long> series =
        places.stream().flatMap(p -> p.series().stream()).map(TotalsStore.Entry::seriesId).toList();
    Map<Long, List<SalesDays>> sold = sales.daysSince(ThirteenWeeks.of(past.first()), series);
    Map<PolicySubject.Key, List<StockOutDays>> out = new HashMap<>();
    masterData
        .stockOuts(items)
        .forEach(
            spell ->
                out.computeIfAbsent(
                        new PolicySubject.Key(
                            spell.item().orgId(), spell.item().itemId(), spell.siteId()),
                        k -> new ArrayList<>())
                    .add(spell));
    List<Promotion> promotions = masterData.promotions(items);
    for (Place place : places) {
      if (past.basis().stock(place).onHand().isPresent()) {
        replay.add(
            history(past, place, sold, out.getOrDefault(place.key(), List.of()), promotions));
      }
    }
  }

  private static PlaceHistory history(
      Past past,
      Place place,
      Map<Long, List<SalesDays>> known,
      List<StockOutDays> out,
      List<Promotion> promotions) {
    double[] sold = new double[past.days()];
    double[] flow = new double[past.days()];
    for (TotalsStore.Entry series : place.series()) {
      for (SalesDays days : known.getOrDefault(series.seriesId(), List.of())) {
        for (SalesSums.Day day : days.days()) {
          int at = past.day(day.day());
          if (at >= 0 && at < sold.length) {
            sold[at] += day.gross().doubleValue();
            flow[at] += day.returned().doubleValue() - day.gross().doubleValue();
          }
        }
      }
    }
    for (SupplyRow receipt : past.receipts().getOrDefault(place.key(), List.of())) {
      int at = past.day(receipt.day("received_on"));
      if (at >= 0 && at < flow.length) {
        flow[at] += receipt.amount("quantity").doubleValue();
      }
    }
    DecisionBasis basis = past.basis();
    SupplyTerms terms = basis.terms(place);
    SupplyDays days = basis.supply().days(place.key().org(), place.key().site(), terms.vendor());
    Policy policy = basis.policies().resolve(basis.policyCase(place));
    List<OrderedLine> lines =
        past.lines().getOrDefault(place.key(), List.of()).stream()
            .map(PurchaseHistory.Line::ordered)
            .toList();
    Double minimum = past.minimums().get(place.key());
    return new PlaceHistory(
        Long.toString(place.number()),
        terms.vendor().map(VendorKey::text).orElse(""),
        place.key().item(),
        past.first(),
        DoubleVector.of(sold),
        promoted(past, place, promotions),
        stock(available(basis.stock(place)), flow, empty(past, out)),
        lines,
        days,
        new StatedLeadTime(
            terms.leadTimeDays().map(d -> StatedLeadTime.workingDays(d, days.work())),
            Optional.empty(),
            policy.value(PolicyField.LEAD_DAYS).orElseThrow()),
        minimum == null ? OptionalDouble.empty() : OptionalDouble.of(minimum));
  }

  private static double available(StockBook.Position now) {
    return now.onHand().orElseThrow().subtract(now.reserved()).doubleValue();
  }

  private static DoubleVector promoted(Past past, Place place, List<Promotion> promotions) {
    double[] days = new double[past.days()];
    for (Promotion p : promotions) {
      boolean ofPlace =
          p.item().orgId().equals(place.key().org())
              && p.item().itemId().equals(place.key().item())
              && (p.siteId() == null || p.siteId().equals(place.key().site()));
      if (ofPlace) {
        int to = Math.min(days.length - 1, past.day(p.to()));
        for (int d = Math.max(0, past.day(p.from())); d <= to; d++) {
          days[d] = 1;
        }
      }
    }
    return DoubleVector.of(days);
  }

  /** The days at whose beginning nothing was there, by the ledger. */
  private static boolean[] empty(Past past, List<StockOutDays> out) {
    boolean[] empty = new boolean[past.days()];
    for (StockOutDays spell : out) {
      int to = Math.min(empty.length - 1, past.day(spell.to()));
      for (int d = Math.max(0, past.day(spell.from())); d <= to; d++) {
        empty[d] = true;
      }
    }
    return empty;
  }

  /**
   * Returns what was left on the evening before each day.
   *
   * @param now what is left this morning
   * @param flow what came less what went on each day
   * @param empty whether nothing was left on the evening before a day
   */
  static DoubleVector stock(double now, double[] flow, boolean[] empty) {
    double[] stock = new double[flow.length];
    double left = now;
    for (int d = flow.length - 1; d >= 0; d--) {
      left = empty[d] ? 0 : Math.max(SOME, left - flow[d]);
      stock[d] = left;
    }
    return DoubleVector.of(stock);
  }
}
