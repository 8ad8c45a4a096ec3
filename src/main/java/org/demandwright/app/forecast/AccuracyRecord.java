package org.demandwright.app.forecast;

import java.util.OptionalDouble;
import org.demandwright.store.forecast.AccuracyStore;

/**
 * How good forecasts were that readers saw. Shares are of the sum of what was wanted and empty
 * where that is 0; what is final counts unless it says otherwise.
 *
 * @param errors the sums behind it
 */
public record AccuracyRecord(AccuracyStore.Errors errors) {

  /** Σ|f − a| ÷ Σa. */
  public OptionalDouble wape() {
    return share(errors.absoluteError());
  }

  /** Σ(f − a) ÷ Σa: above 0 where too much was forecast. */
  public OptionalDouble bias() {
    return share(errors.error());
  }

  /** WAPE of the forecasts without what planners changed. */
  public OptionalDouble baselineWape() {
    return share(errors.baselineAbsoluteError());
  }

  /** Bias of the forecasts without what planners changed. */
  public OptionalDouble baselineBias() {
    return share(errors.baselineError());
  }

  /** By how much what planners changed lowered WAPE; below 0 where it raised it. */
  public OptionalDouble valueAdded() {
    return share(errors.baselineAbsoluteError() - errors.absoluteError());
  }

  /** WAPE of the reference forecast on the same cells; empty where none was named. */
  public OptionalDouble referenceWape() {
    return errors.reference().map(r -> share(r.absoluteError())).orElse(OptionalDouble.empty());
  }

  /** Bias of the reference forecast, likewise. */
  public OptionalDouble referenceBias() {
    return errors.reference().map(r -> share(r.error())).orElse(OptionalDouble.empty());
  }

  /** √ mean ((f − a) ÷ scale)², the scale as in the contest; empty where none is known. */
  public OptionalDouble rmsse() {
    return root(errors.squaredError());
  }

  /** MASE of the reference forecast on the same cells, with the scales of ours. */
  public OptionalDouble referenceMase() {
    return errors.reference().isEmpty() || errors.scaled() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(errors.reference().get().scaledError() / errors.scaled());
  }

  /** RMSSE of the reference forecast, likewise. */
  public OptionalDouble referenceRmsse() {
    return errors.reference().map(r -> root(r.squaredError())).orElse(OptionalDouble.empty());
  }

  /** Share of the cells in which ours was nearer than the reference; a tie is half of one. */
  public OptionalDouble winRate() {
    return errors.reference().isEmpty() || errors.forecasts() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            (errors.reference().get().won() + errors.reference().get().tied() / 2.0)
                / errors.forecasts());
  }

  private OptionalDouble root(double sum) {
    return errors.squared() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(sum / errors.squared()));
  }

  /** Mean of |f − a| ÷ the naive method's mean error in the series' history; empty without any. */
  public OptionalDouble mase() {
    return errors.scaled() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(errors.scaledError() / errors.scaled());
  }

  /** Share of what was wanted that lay from p10 to p90 of the forecast; 0.8 is aimed at. */
  public double coverage() {
    return (double) errors.inside() / errors.forecasts();
  }

  private OptionalDouble share(double sum) {
    return errors.actual() > 0 ? OptionalDouble.of(sum / errors.actual()) : OptionalDouble.empty();
  }
}
