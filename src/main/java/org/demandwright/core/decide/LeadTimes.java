package org.demandwright.core.decide;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.decide.Credibility.Group;

/**
 * Lead times of vendors and their items, learned from what was ordered and received lately.
 *
 * <p>Of one line:
 *
 * <ul>
 *   <li>The lead time of a unit is the number of working days after the order up to its receipt, 0
 *       where the receipt was booked first. A line counts once, whatever it came in: each partial
 *       receipt has the share of the line that it brought. So neither the first parcel nor the last
 *       one decides, and what counts is how long a unit takes.
 *   <li>What is still awaited is known to take longer than it has ({@link Arrivals}); today does
 *       not count, as it is not over. A rest that was cancelled is not counted at all. A line that
 *       is open for more than twice the longest time after which anything ever arrived from its
 *       vendor is forgotten by people, and not counted either.
 * </ul>
 *
 * <p>Of an item from a vendor, the distribution is mixed, by weights that it tells:
 *
 * <pre>w · item + (1 − w) · (v · vendor + (1 − v) · stated)</pre>
 *
 * <p>The vendor's is that of its lateness over all items, put around the stated time of the item;
 * where no line had a promise or the item has no stated time, that of its lead times. The stated
 * one is the promised time (else that of the ERP) with the scatter that vendors have around their
 * own mean lateness. Weights are {@link Credibility}: w from the items of a vendor, v from vendors
 * around the promise, each n ÷ (n + k) with k measured. So an item with one receipt behaves as its
 * vendor does, and a vendor with one receipt as it promises.
 *
 * <p>Lines that were ordered before the window are left out; those within it are taken whole,
 * whenever they arrived, so that long lead times are not missed.
 */
public final class LeadTimes {
  private static final int FORGOTTEN = 2;

  private final Map<String, VendorArrivals> vendors;
  private final Credibility vendorsDiffer;
  private final Optional<DayDistribution> scatter;

  private LeadTimes(Map<String, VendorArrivals> vendors) {
    this.vendors = vendors;
    List<Group> promising =
        vendors.values().stream().flatMap(v -> v.latenessGroup().stream()).toList();
    this.vendorsDiffer = Credibility.aroundZero(promising);
    this.scatter = scatter(vendors.values());
  }

  /**
   * Learns from the lines of a window.
   *
   * @param lines of any vendors and items, in any order
   * @param asOf the first day of which nothing is known
   * @param window days before that in which a line was ordered that counts
   */
  public static LeadTimes learn(Collection<OrderedLine> lines, LocalDate asOf, int window) {
    LocalDate from = asOf.minusDays(window);
    List<OrderedLine> recent =
        lines.stream()
            .filter(l -> !l.orderedOn().isBefore(from) && l.orderedOn().isBefore(asOf))
            .toList();
    Map<String, Integer> longest = new HashMap<>();
    for (OrderedLine line : recent) {
      for (OrderedLine.Receipt r : line.receipts()) {
        longest.merge(line.vendor(), line.work().between(line.orderedOn(), r.on()), Math::max);
      }
    }
    Map<String, VendorArrivals> vendors = new TreeMap<>();
    for (OrderedLine line : recent) {
      int limit = FORGOTTEN * Math.max(1, longest.getOrDefault(line.vendor(), 0));
      vendors
          .computeIfAbsent(line.vendor(), v -> new VendorArrivals())
          .add(new LineArrivals(line, asOf, longest.containsKey(line.vendor()) ? limit : -1));
    }
    vendors.values().forEach(VendorArrivals::close);
    return new LeadTimes(vendors);
  }

  /** How vendors scatter around their own mean lateness, which is rounded to a day. */
  private static Optional<DayDistribution> scatter(Collection<VendorArrivals> vendors) {
    TreeMap<Integer, Double> weights = new TreeMap<>();
    for (VendorArrivals vendor : vendors) {
      vendor
          .lateness()
          .ifPresent(
              late -> {
                int middle = (int) Math.rint(late.mean());
                double n = vendor.latenessGroup().orElseThrow().n();
                for (int day = late.first(); day <= late.last(); day++) {
                  weights.merge(day - middle, n * late.share(day), Double::sum);
                }
              });
    }
    return weights.isEmpty() ? Optional.empty() : Optional.of(DayDistribution.of(weights));
  }

  /**
   * Returns the lead time of an item from a vendor.
   *
   * @param stated what is said of it; where the vendor's terms say nothing, the middle promise of
   *     its lines counts
   */
  public LeadTime of(String vendor, String item, StatedLeadTime stated) {
    VendorArrivals known = vendors.getOrDefault(vendor, VendorArrivals.NONE);
    ItemArrivals own = known.item(item);
    StatedLeadTime says =
        new StatedLeadTime(
            stated.promised().or(own::middlePromise), stated.erp(), stated.otherwise());
    DayDistribution statedTime = around(says.days(), scatter);
    Optional<DayDistribution> ofVendor =
        says.said() && known.lateness().isPresent()
            ? Optional.of(around(says.days(), known.lateness()))
            : known.times();
    double v =
        ofVendor.isEmpty()
            ? 0
            : !says.said()
                ? 1
                : known.latenessGroup().map(g -> vendorsDiffer.weight(g.n())).orElse(1.0);
    DayDistribution above = ofVendor.map(d -> d.mixed(v, statedTime)).orElse(statedTime);
    Optional<DayDistribution> ofItem = own.times();
    double w = ofItem.isEmpty() ? 0 : known.itemsDiffer().weight(own.count());
    return new LeadTime(
        ofItem.map(d -> d.mixed(w, above)).orElse(above),
        w > 0 || v > 0 ? LeadTime.Source.LEARNED : says.source(),
        own.count(),
        known.count(),
        own.open(),
        own.forgotten(),
        new LeadTime.Weights(w, (1 - w) * v, (1 - w) * (1 - v)),
        own.punctuality().or(known::punctuality));
  }

  private static DayDistribution around(int days, Optional<DayDistribution> lateness) {
    return lateness
        .map(late -> late.plus(days).notBelow(0))
        .orElseGet(() -> DayDistribution.certain(days));
  }
}
