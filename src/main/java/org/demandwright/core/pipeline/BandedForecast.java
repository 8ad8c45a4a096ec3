package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.evaluate.TotalDemand;

/**
 * A finished forecast of one series.
 *
 * @param steps its periods with their bands
 * @param totals how its totals are distributed; the three quantiles of a total that a step has are
 *     among its. Empty where the calibration does not tell, see {@link Calibration.Row}
 */
public record BandedForecast(List<BandedStep> steps, Optional<TotalDemand> totals) {
  public BandedForecast {
    steps = List.copyOf(steps);
    Objects.requireNonNull(totals, "totals");
  }
}
