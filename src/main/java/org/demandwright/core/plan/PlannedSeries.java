package org.demandwright.core.plan;

import java.util.Objects;
import org.demandwright.core.demand.SeriesKey;

/**
 * One series of a version, as far as overrides ask for it.
 *
 * @param seriesId its number in the store
 * @param category of its item
 * @param uom base unit of its item, empty where unknown
 * @param usable whether it is recommended to forecast, so that readers see a figure of it
 */
public record PlannedSeries(
    long seriesId, SeriesKey key, String category, String uom, boolean usable) {
  public PlannedSeries {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(uom, "uom");
  }
}
