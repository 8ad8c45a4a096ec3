package org.demandwright.core.feature;

import java.util.Objects;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;

/**
 * A series as it was known at a forecast origin. Demand past the origin is not in it, so a model
 * that is given a {@code History} cannot see the future; plans (prices, promotions, the calendar)
 * are known past it, signals are not.
 *
 * @param series demand up to the origin, cleaned with nothing but what was known at the origin
 * @param covariates what is known beside it, also past the origin
 */
public record History(DemandSeries series, Covariates covariates) {

  public History {
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(covariates, "covariates");
    if (covariates.signals().head(series.size()) != covariates.signals()) {
      covariates = covariates.with(covariates.signals().head(series.size()));
    }
  }

  public static History of(DemandSeries series) {
    return new History(series, Covariates.none());
  }

  /** Returns the number of periods before the origin. */
  public int size() {
    return series.size();
  }

  /** Returns the demand per period, oldest first. */
  public DoubleVector units() {
    return series.units();
  }

  /** Returns the forecast origin: the first period that is not known. Step h is origin + h − 1. */
  public Period origin() {
    return series.end();
  }

  public Bucket bucket() {
    return series.first().bucket();
  }
}
