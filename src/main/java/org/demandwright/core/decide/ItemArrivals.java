package org.demandwright.core.decide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.Credibility.Group;

/** What all lines of one item from one vendor say. */
final class ItemArrivals {
  private final Arrivals times = new Arrivals();
  private final Arrivals lateness = new Arrivals();
  private final List<Integer> promises = new ArrayList<>();
  private int open;
  private int forgotten;

  void add(LineArrivals line) {
    line.addTo(times, lateness);
    line.promised().ifPresent(promises::add);
    open += line.awaited() ? 1 : 0;
    forgotten += line.forgotten() ? 1 : 0;
  }

  /** Returns what arrived, in lines. */
  double count() {
    return times.count();
  }

  int open() {
    return open;
  }

  int forgotten() {
    return forgotten;
  }

  Arrivals allTimes() {
    return times;
  }

  Arrivals allLateness() {
    return lateness;
  }

  Optional<DayDistribution> times() {
    return times.distribution();
  }

  /** Returns the middle of the promises, the later one of two. */
  Optional<Integer> middlePromise() {
    List<Integer> sorted = new ArrayList<>(promises);
    Collections.sort(sorted);
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
  }

  Optional<LeadTime.Punctuality> punctuality() {
    return punctuality(lateness);
  }

  static Optional<LeadTime.Punctuality> punctuality(Arrivals lateness) {
    return lateness.longest().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LeadTime.Punctuality(
                lateness.count(),
                lateness.shareBelowZero(),
                lateness.shareAboveZero(),
                lateness.mean()));
  }

  /** Returns what arrived as a group of its vendor. */
  static Optional<Group> group(Arrivals arrivals) {
    return arrivals.distribution().map(d -> new Group(arrivals.count(), d.mean(), d.variance()));
  }
}
