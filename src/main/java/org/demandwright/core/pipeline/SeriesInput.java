package org.demandwright.core.pipeline;

import java.util.Objects;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;

/**
 * One series as the pipeline receives it.
 *
 * @param series raw gross demand up to the forecast origin, not cleaned
 * @param covariates from the first period of the series to the end of the horizon
 */
public record SeriesInput(DemandSeries series, Covariates covariates) {
  public SeriesInput {
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(covariates, "covariates");
  }

  /** Returns whether the series had demand in its first {@code known} periods. */
  boolean soldBy(int known) {
    return known >= 1 && DemandPattern.of(series.head(known)) != DemandPattern.NONE;
  }
}
