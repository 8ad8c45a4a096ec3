package org.demandwright.core.decide;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * After how many days units arrived, and how long others have been awaited: collects both and gives
 * the product-limit estimate.
 *
 * <p>At each number of days t on which something arrived, the share that had not arrived is
 * multiplied by 1 − (arrived at t) ÷ (awaited or arrived at t or later). What has been awaited for
 * c days counts up to c. Where the longest waiting is longer than the longest arrival, what is left
 * is taken to arrive the day after the longest waiting.
 *
 * <p>Worked: arrivals after 2, 4 and 5 days with one line open for 3: the share left is 3/4 after
 * 2, 3/4 · 1/2 after 4 and 0 after 5, so that the probabilities are 0.25, 0.375 and 0.375.
 *
 * <p>References: Kaplan &amp; Meier (1958), <i>Nonparametric estimation from incomplete
 * observations</i>, JASA 53; Efron (1967), <i>The two sample problem with censored data</i>, for
 * what is left.
 */
final class Arrivals {
  private final TreeMap<Integer, Double> arrived = new TreeMap<>();
  private final TreeMap<Integer, Double> awaited = new TreeMap<>();

  void arrived(int days, double weight) {
    arrived.merge(days, weight, Double::sum);
  }

  void awaited(int days, double weight) {
    awaited.merge(days, weight, Double::sum);
  }

  /** Returns how much arrived, in lines. */
  double count() {
    return arrived.values().stream().mapToDouble(w -> w).sum();
  }

  /** Returns the longest time after which anything arrived. */
  Optional<Integer> longest() {
    return arrived.isEmpty() ? Optional.empty() : Optional.of(arrived.lastKey());
  }

  /** Returns the share 0–1 of what arrived after fewer than 0 days, that is too early. */
  double shareBelowZero() {
    return arrived.headMap(0).values().stream().mapToDouble(w -> w).sum() / count();
  }

  /** Returns the share 0–1 of what arrived after more than 0 days, that is too late. */
  double shareAboveZero() {
    return arrived.tailMap(0, false).values().stream().mapToDouble(w -> w).sum() / count();
  }

  /** Returns the mean of what arrived. */
  double mean() {
    return arrived.entrySet().stream().mapToDouble(e -> e.getKey() * e.getValue()).sum() / count();
  }

  /** Returns the estimate, empty where nothing has arrived. */
  Optional<DayDistribution> distribution() {
    if (arrived.isEmpty()) {
      return Optional.empty();
    }
    double atRisk = count() + awaited.values().stream().mapToDouble(w -> w).sum();
    TreeMap<Integer, Double> shares = new TreeMap<>();
    TreeMap<Integer, Double> waiting = new TreeMap<>(awaited);
    double left = 1;
    for (Map.Entry<Integer, Double> event : arrived.entrySet()) {
      while (!waiting.isEmpty() && waiting.firstKey() < event.getKey()) {
        atRisk -= waiting.pollFirstEntry().getValue();
      }
      boolean last = waiting.isEmpty() && event.getKey().equals(arrived.lastKey());
      double share = last ? left : Math.min(left, left * event.getValue() / atRisk);
      shares.put(event.getKey(), share);
      left -= share;
      atRisk -= event.getValue();
    }
    if (!waiting.isEmpty() && left > 0) {
      shares.merge(waiting.lastKey() + 1, left, Double::sum);
    }
    return Optional.of(DayDistribution.of(shares));
  }
}
