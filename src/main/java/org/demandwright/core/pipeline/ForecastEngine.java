package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.model.GlobalFit;

/**
 * The forecasting engine: clean → contest → refit → forecast, as pure functions that the nightly
 * job and the benchmarks both call. The result depends on the data and the {@link EngineOptions}
 * alone, never on the order of the series, on threads or on partitions.
 *
 * <p>A run has three parts: {@link #trainGlobal} once per origin over all series, {@link #contest}
 * once per series, {@link #calibrate} once over all results; then {@link #bands} per series.
 */
public final class ForecastEngine {
  private final EngineOptions options;

  public ForecastEngine(EngineOptions options) {
    this.options = options;
  }

  /**
   * Trains every global contestant on the panel as known at one origin.
   *
   * @param origin 0 = the final origin, 1 … {@link EngineOptions#origins()} = backtest origins
   * @return by model id; a model that learned nothing says why
   */
  public Map<String, Outcome<GlobalFit>> trainGlobal(List<SeriesInput> panel, int origin) {
    throw new UnsupportedOperationException("helper B");
  }

  /**
   * Cleans, tests, chooses and forecasts one series.
   *
   * @param global for each origin 0 … origins the fits of {@link #trainGlobal}
   */
  public Outcome<SeriesResult> contest(
      SeriesInput input, List<Map<String, Outcome<GlobalFit>>> global) {
    throw new UnsupportedOperationException("helper B");
  }

  /** Pools the backtest residuals of all series by demand class and step. */
  public Calibration calibrate(List<CalibrationSample> samples) {
    throw new UnsupportedOperationException("helper B");
  }

  /** Puts bands around the forecast of one series. */
  public List<BandedStep> bands(
      DemandPattern pattern, double scale, DoubleVector mean, Calibration calibration) {
    throw new UnsupportedOperationException("helper B");
  }
}
