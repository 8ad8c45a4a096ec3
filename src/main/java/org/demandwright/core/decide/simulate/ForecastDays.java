package org.demandwright.core.decide.simulate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.evaluate.TotalDemand;

/**
 * The forecasts that were made of one item at one site at several origins; on a day the newest one
 * counts whose origin is not later, so that none is used before it could have been made.
 *
 * <p>Keeps what was asked for; not to be shared between threads.
 */
public final class ForecastDays {
  private final TreeMap<LocalDate, TotalDemand> byOrigin = new TreeMap<>();
  private final Map<LocalDate, DemandOverTime> days = new HashMap<>();

  /**
   * @param versions of different origins, in any order
   */
  public ForecastDays(Collection<TotalDemand> versions) {
    versions.forEach(v -> byOrigin.put(v.origin().start(), v));
  }

  /** Returns demand from a day on; throws before the first origin and beyond the horizon. */
  public DemandOverTime on(LocalDate day) {
    return days.computeIfAbsent(day, this::from);
  }

  private DemandOverTime from(LocalDate day) {
    Map.Entry<LocalDate, TotalDemand> newest = byOrigin.floorEntry(day);
    if (newest == null) {
      throw new IllegalArgumentException(
          "%s; the first forecast was made at %s"
              .formatted(day, byOrigin.isEmpty() ? "no origin" : byOrigin.firstKey()));
    }
    return DemandOverTime.from(newest.getValue(), day);
  }
}
