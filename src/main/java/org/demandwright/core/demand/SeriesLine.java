package org.demandwright.core.demand;

import java.util.Objects;
import java.util.Optional;

/**
 * A sales line and the series that it belongs to.
 *
 * @param series empty for a line that is no demand
 */
public record SeriesLine(Optional<SeriesKey> series, SalesLine line) {
  public SeriesLine {
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(line, "line");
    if (line.excludedBecause() == null && series.isEmpty()) {
      throw new IllegalArgumentException(line.lineId() + ": demand belongs to a series");
    }
  }

  public String lineId() {
    return line.lineId();
  }
}
