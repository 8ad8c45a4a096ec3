package org.demandwright.core.decide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.decide.Credibility.Group;

/** What all lines of one vendor say. */
final class VendorArrivals {
  static final VendorArrivals NONE = new VendorArrivals();
  private static final ItemArrivals NOTHING = new ItemArrivals();

  private final Map<String, ItemArrivals> items = new TreeMap<>();
  private final Arrivals times = new Arrivals();
  private final Arrivals lateness = new Arrivals();
  private Optional<DayDistribution> allTimes = Optional.empty();
  private Optional<DayDistribution> allLateness = Optional.empty();
  private Credibility itemsDiffer = Credibility.NONE;

  void add(LineArrivals line) {
    items.computeIfAbsent(line.item(), i -> new ItemArrivals()).add(line);
    line.addTo(times, lateness);
  }

  /** Estimates what is asked of the vendor for each of its items. */
  void close() {
    allTimes = times.distribution();
    allLateness = lateness.distribution();
    List<Group> groups =
        items.values().stream()
            .map(i -> allLateness.isPresent() ? i.allLateness() : i.allTimes())
            .flatMap(a -> ItemArrivals.group(a).stream())
            .toList();
    itemsDiffer = Credibility.among(groups);
  }

  ItemArrivals item(String item) {
    return items.getOrDefault(item, NOTHING);
  }

  double count() {
    return times.count();
  }

  Optional<DayDistribution> times() {
    return allTimes;
  }

  Optional<DayDistribution> lateness() {
    return allLateness;
  }

  Optional<Group> latenessGroup() {
    return allLateness.map(d -> new Group(lateness.count(), d.mean(), d.variance()));
  }

  Credibility itemsDiffer() {
    return itemsDiffer;
  }

  Optional<LeadTime.Punctuality> punctuality() {
    return ItemArrivals.punctuality(lateness);
  }
}
