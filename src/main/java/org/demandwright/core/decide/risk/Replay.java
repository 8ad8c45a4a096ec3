package org.demandwright.core.decide.risk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.LeadTimes;
import org.demandwright.core.decide.OrderedLine;
import org.demandwright.core.decide.StatedLeadTime;

/**
 * Stands at past mornings, tells each risk of an item at a site by what was known then, and looks
 * whether it came.
 *
 * <ul>
 *   <li>STOCK_OUT: whether stock was 0 or below at the end of a day before an order of that morning
 *       could be there. What is out already is no case. The rule beside it is the ERP's: the
 *       further what is there lies below the minimum, the rather it warns.
 *   <li>OVERSTOCK: whether fewer units than there were on that morning, on hand and on order, were
 *       sold within the days asked for. The rule beside it: the larger the stock against what a day
 *       of the last year sold.
 *   <li>SUPPLIER_LATE: whether the last of an open line came after its promised day. What was
 *       overdue already is no case. The rule beside it: the nearer that day.
 *   <li>DEMAND_BREAK: whether the mean of the next eight weeks was nearer to that since the break
 *       than to that before; of the cases in which no break is told, whether it differs from that
 *       before by more than a half. Weeks count, Monday or not.
 * </ul>
 *
 * <p>What forecasts were, what customers took and which lots there were on past mornings is not
 * looked at: FORECAST_DRIFT, CONCENTRATION and EXPIRY are not replayed.
 *
 * <p>Demand ahead is {@link PastDemand}; orders are what was ordered and had arrived before the
 * morning. The day that a vendor promised is what the ERP keeps today, the last one that it told.
 */
public final class Replay {
  private static final int WEEK = 7;
  private static final int AFTER = 8;
  private static final double HALF = 0.5;
  private static final int LONGEST = 78;

  private final TreeMap<LocalDate, LeadTimes> mornings = new TreeMap<>();
  private final int overstockDays;
  private final Map<RiskKind, List<ScoredCase>> cases = new EnumMap<>(RiskKind.class);

  /**
   * @param lines all that lead times are learned from
   * @param mornings at which is stood
   * @param window days in which orders count that lead times are learned from
   * @param overstockDays within which stock is to be sold
   */
  public Replay(
      Collection<OrderedLine> lines,
      Collection<LocalDate> mornings,
      int window,
      int overstockDays) {
    for (LocalDate day : mornings) {
      this.mornings.put(day, LeadTimes.learn(PurchasesKnown.on(lines, day), day, window));
    }
    this.overstockDays = overstockDays;
  }

  /** Returns the cases so far, by kind; of a kind that cannot be replayed there are none. */
  public Map<RiskKind, List<ScoredCase>> cases() {
    return cases;
  }

  private void add(RiskKind kind, ScoredCase one) {
    cases.computeIfAbsent(kind, k -> new ArrayList<>()).add(one);
  }

  /** Adds the cases of an item at a site. */
  public void add(PlaceHistory place) {
    mornings.forEach(
        (day, leadTimes) -> {
          if (place.has(day)) {
            Morning morning = new Morning(place, day, leadTimes);
            morning.stockOut().ifPresent(one -> add(RiskKind.STOCK_OUT, one));
            morning.overstock(overstockDays).ifPresent(one -> add(RiskKind.OVERSTOCK, one));
            morning.late().forEach(one -> add(RiskKind.SUPPLIER_LATE, one));
            morning.demandBreak().ifPresent(one -> add(RiskKind.DEMAND_BREAK, one));
          }
        });
  }

  /** An item at a site on a morning. */
  private static final class Morning {
    private final PlaceHistory place;
    private final LocalDate day;
    private final LeadTimes leadTimes;
    private final int at;
    private final PastDemand demand;
    private final List<OrderedLine> lines;
    private final DayDistribution lead;
    private final List<AwaitedSupply> awaited = new ArrayList<>();

    Morning(PlaceHistory place, LocalDate day, LeadTimes leadTimes) {
      this.place = place;
      this.day = day;
      this.leadTimes = leadTimes;
      at = place.place(day);
      demand = new PastDemand(place.sold(), place.could(), place.promoted(), at);
      lines = PurchasesKnown.on(place.lines(), day);
      lead = leadTimes.of(place.vendor(), place.item(), place.stated()).workingDays();
      for (OrderedLine line : lines) {
        if (line.rest().signum() > 0) {
          awaited.add(
              AwaitedSupply.stillAwaited(
                  line.rest().doubleValue(), place.days().arrivals(day, line.orderedOn(), lead)));
        }
      }
    }

    private int daysUntilOrder() {
      LocalDate first = place.days().order().onOrAfter(day);
      return Math.max(1, (int) Math.rint(place.days().arrivals(day, first, lead).mean()));
    }

    Optional<ScoredCase> stockOut() {
      int days = daysUntilOrder();
      double there = place.stock().get(at);
      if (there <= 0 || at + days >= place.stock().size() || !demand.known()) {
        return Optional.empty();
      }
      double minimum = place.minimum().orElse(0);
      return Optional.of(
          new ScoredCase(
              place.name(),
              day,
              days,
              StockOutRisk.of(demand, there, awaited, days).probability(),
              minimum > 0 ? -there / minimum : -Double.MAX_VALUE,
              IntStream.rangeClosed(at + 1, at + days)
                  .filter(d -> place.stock().get(d) <= 0)
                  .mapToObj(d -> place.first().plusDays(d))
                  .findFirst()));
    }

    /** Of what is told anew each morning: each is a case of its own. */
    private ScoredCase alone(double score, double rule, boolean came) {
      return new ScoredCase(
          place.name() + "@" + day,
          day,
          1,
          score,
          rule,
          came ? Optional.of(day) : Optional.empty());
    }

    Optional<ScoredCase> overstock(int days) {
      double position =
          place.stock().get(at) + awaited.stream().mapToDouble(AwaitedSupply::quantity).sum();
      if (position <= 0 || at + days > place.sold().size() || !demand.known()) {
        return Optional.empty();
      }
      return Optional.of(
          alone(
              OverstockRisk.of(demand, position, days).probability(),
              position / Math.max(1e-9, place.sold().slice(Math.max(0, at - 364), at).mean()),
              place.sold().slice(at, at + days).sum() < position));
    }

    List<ScoredCase> late() {
      List<ScoredCase> cases = new ArrayList<>();
      for (int i = 0; i < place.lines().size(); i++) {
        int number = i;
        OrderedLine all = place.lines().get(i);
        Optional<LocalDate> promised = all.promisedOn();
        if (promised.isPresent()
            && all.orderedOn().isBefore(day)
            && !promised.get().isBefore(day)
            && place.has(promised.get())) {
          known(all).map(line -> late(number, line, all, promised.get())).ifPresent(cases::add);
        }
      }
      return cases;
    }

    private Optional<OrderedLine> known(OrderedLine all) {
      return PurchasesKnown.on(List.of(all), day).stream()
          .filter(line -> line.rest().signum() > 0)
          .findFirst();
    }

    private ScoredCase late(int number, OrderedLine line, OrderedLine all, LocalDate promised) {
      int days = place.days().work().between(line.orderedOn(), promised);
      DayDistribution of =
          leadTimes
              .of(
                  line.vendor(),
                  line.item(),
                  new StatedLeadTime(Optional.of(days), Optional.empty(), days))
              .workingDays();
      AwaitedSupply still =
          AwaitedSupply.stillAwaited(1, place.days().arrivals(day, line.orderedOn(), of));
      boolean came =
          all.rest().signum() > 0
              || all.receipts().stream().anyMatch(r -> r.on().isAfter(promised));
      return new ScoredCase(
          place.name() + "#" + number,
          day,
          (int) ChronoUnit.DAYS.between(day, promised) + 1,
          LatenessRisk.of(still.days(), day, promised).probability(),
          -ChronoUnit.DAYS.between(day, promised),
          came ? Optional.of(promised) : Optional.empty());
    }

    /** Whole weeks before the morning, the newest last; empty where stock was out. */
    private Optional<DoubleVector> weeks() {
      int weeks = Math.min(LONGEST, at / WEEK);
      double[] sums = new double[weeks];
      for (int w = 0; w < weeks; w++) {
        int from = at - (weeks - w) * WEEK;
        if (place.stock().slice(from, from + WEEK).stream().anyMatch(s -> s <= 0) && w > 0) {
          sums[w] = sums[w - 1];
        } else {
          sums[w] = place.sold().slice(from, from + WEEK).sum();
        }
      }
      return weeks < 2 * AFTER ? Optional.empty() : Optional.of(DoubleVector.of(sums));
    }

    /** The mean of a week of the next eight; empty where they are not over, or stock was out. */
    private Optional<Double> ahead() {
      int to = at + AFTER * WEEK;
      return to > place.sold().size() || place.stock().slice(at, to).stream().anyMatch(s -> s <= 0)
          ? Optional.empty()
          : Optional.of(place.sold().slice(at, to).sum() / AFTER);
    }

    Optional<ScoredCase> demandBreak() {
      Optional<Double> next = ahead();
      Optional<DemandBreak> found = weeks().flatMap(DemandBreak::of);
      if (next.isEmpty() || found.isEmpty() || !demand.known()) {
        return Optional.empty();
      }
      DemandBreak b = found.get();
      double mean = next.get();
      double changed = Math.abs(mean - b.before());
      return Optional.of(
          alone(
              b.certainty(),
              Math.abs(b.after() - b.before()) / Math.max(1e-9, b.before()),
              changed > HALF * b.before() && Math.abs(mean - b.after()) < changed));
    }
  }
}
