package org.demandwright.core.decide.risk;

import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;

/**
 * Whether forecasts lie on one side of what comes: the tracking signal of Trigg (1964),
 * <i>Monitoring a forecasting system</i>, Operational Research Quarterly 15: the smoothed error
 * over the smoothed absolute error, from −1 (always too high) to 1 (always too low).
 *
 * <p>Both are smoothed with {@value #SMOOTHING} and begin with the mean of the first {@value
 * #FIRST} errors. Of forecasts without a bias its spread is about 1.2 · √(α ÷ (2 − α)) (Trigg &amp;
 * Leach), so that 0.5 is about two deviations.
 *
 * @param signal −1 … 1
 * @param bias smoothed error, what came less what was forecast, base units a period
 * @param periods of which errors are known
 */
public record ForecastDrift(double signal, double bias, int periods) {
  /** So many of the newest errors are enough: what is older weighs less than 0.2 %. */
  public static final int MEMORY = 60;

  static final int FIRST = 6;
  private static final double SMOOTHING = 0.1;

  /**
   * Returns the signal; empty with too few errors, or where all were 0.
   *
   * @param errors what came less what was forecast, the newest last
   */
  public static Optional<ForecastDrift> of(DoubleVector errors) {
    if (errors.size() < FIRST) {
      return Optional.empty();
    }
    double bias = errors.head(FIRST).mean();
    double size = errors.head(FIRST).map(Math::abs).mean();
    for (int t = FIRST; t < errors.size(); t++) {
      bias += SMOOTHING * (errors.get(t) - bias);
      size += SMOOTHING * (Math.abs(errors.get(t)) - size);
    }
    return size == 0
        ? Optional.empty()
        : Optional.of(new ForecastDrift(bias / size, bias, errors.size()));
  }

  /**
   * Returns what is to be said of it.
   *
   * @param ahead periods for which stock has to last: so long one goes by the wrong figure
   * @param bucket width of a period
   */
  public Risk risk(double ahead, Bucket bucket) {
    return Risk.ofAll(
        RiskKind.FORECAST_DRIFT,
        Math.abs(signal),
        Math.abs(bias) * ahead,
        Risk.Worth.PRICE,
        List.of(
            Risk.Figure.of("signal", signal),
            Risk.Figure.of("bias", bias),
            Risk.Figure.of("periods", periods)),
        Words.of(
            bias > 0 ? "risk.drift.low" : "risk.drift.high",
            Risk.periods(bucket, periods),
            Risk.told(Math.abs(bias)),
            Words.decimal(signal, 2)));
  }
}
