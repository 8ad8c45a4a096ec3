package org.demandwright.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Figures of the same thing measured several times.
 *
 * @param values at least one
 */
record Spread(List<Double> values) {
  Spread {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  /** Returns the middle value, the upper one of two. */
  double median() {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  double least() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double most() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** Returns this over the other, round by round: what slowed both leaves their ratio alone. */
  Spread over(Spread other) {
    return new Spread(
        IntStream.range(0, Math.min(values.size(), other.values.size()))
            .mapToObj(i -> values.get(i) / other.values.get(i))
            .toList());
  }
}
