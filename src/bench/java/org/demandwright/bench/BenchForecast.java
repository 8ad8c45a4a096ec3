package org.demandwright.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.evaluate.Bands;
import org.demandwright.core.pipeline.BandedStep;

/**
 * A forecast as it is scored.
 *
 * @param mean per step
 * @param bands empty for a method that has none
 */
record BenchForecast(DoubleVector mean, Optional<Bands> bands) {

  static BenchForecast of(DoubleVector mean) {
    return new BenchForecast(mean, Optional.empty());
  }

  static BenchForecast of(List<BandedStep> steps) {
    Bands bands =
        new Bands(
            column(steps, BandedStep::p10),
            column(steps, BandedStep::p50),
            column(steps, BandedStep::p90));
    return new BenchForecast(column(steps, BandedStep::mean), Optional.of(bands));
  }

  private static DoubleVector column(List<BandedStep> steps, ToDoubleFunction<BandedStep> value) {
    return DoubleVector.of(steps.stream().mapToDouble(value).toArray());
  }
}
