package org.demandwright.app.plan;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.app.forecast.PlanByRecord;
import org.demandwright.core.evaluate.Chance;
import org.demandwright.store.forecast.TotalsStore;

/**
 * What a series is going to need in the first days from the origin on.
 *
 * @param series which
 * @param figures empty where it is not recommended to forecast, or its totals were not kept
 * @param planBy what to plan by where it is not recommended to forecast
 */
public record LeadTimeRecord(
    TotalsStore.Entry series, Optional<Figures> figures, Optional<PlanByRecord> planBy) {
  public LeadTimeRecord {
    Objects.requireNonNull(series, "series");
  }

  /**
   * Figures of the total of so many days, base units, of what is final.
   *
   * @param mean expected
   * @param quantity that is enough with the probability that was asked for
   * @param nothing probability that nothing is needed
   * @param enough probability that the quantity that was named is enough, empty where none was
   * @param overridden whether planners changed what is expected
   */
  public record Figures(
      BigDecimal mean,
      BigDecimal quantity,
      double nothing,
      Optional<Chance> enough,
      boolean overridden) {}
}
