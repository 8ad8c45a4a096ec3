package org.demandwright.core.feature;

import java.util.Objects;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;

/**
 * What one row of a {@link FeatureMatrix} is about.
 *
 * @param series the series
 * @param lastKnown the last period that the features have seen
 * @param target the first period of what is to be predicted, after {@code lastKnown}
 */
public record RowKey(SeriesKey series, Period lastKnown, Period target) {
  public RowKey {
    Objects.requireNonNull(series, "series");
    if (target.compareTo(lastKnown) <= 0) {
      throw new IllegalArgumentException(
          "%s: a row that has seen %s must not predict %s".formatted(series, lastKnown, target));
    }
  }
}
