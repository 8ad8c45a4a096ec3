package org.demandwright.core.model;

import java.util.List;
import java.util.Objects;
import org.demandwright.core.feature.RowKey;

/**
 * One row of features made twice: as the training makes it, and from the demand before its origin
 * alone. If a bit differs, the training has seen the future.
 *
 * @param key which series, and what lies before and after the origin
 * @param names of the features
 * @param trained values of the training
 * @param recomputed values from the truncated demand
 */
public record RecomputedRow(RowKey key, List<String> names, double[] trained, double[] recomputed) {
  public RecomputedRow {
    Objects.requireNonNull(key, "key");
    names = List.copyOf(names);
    if (trained.length != names.size() || recomputed.length != names.size()) {
      throw new IllegalArgumentException(
          "%s: %d names, but %d and %d features"
              .formatted(key, names.size(), trained.length, recomputed.length));
    }
  }
}
