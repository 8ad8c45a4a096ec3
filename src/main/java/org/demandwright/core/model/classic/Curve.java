package org.demandwright.core.model.classic;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * What a method for values without season makes of them.
 *
 * @param steps forecast of step 1, 2, … on the scale of the values
 * @param parts what a step consists of
 * @param fitted one-step-ahead values of the last periods, oldest first, owned by this record
 */
record Curve(
    IntToDoubleFunction steps, IntFunction<ForecastFunction.Parts> parts, double[] fitted) {

  /** A curve of which nothing more is known: its first step is level, what follows is trend. */
  Curve(IntToDoubleFunction steps, double[] fitted) {
    this(steps, h -> firstAndMore(steps, h), fitted);
  }

  private static ForecastFunction.Parts firstAndMore(IntToDoubleFunction steps, int h) {
    double level = steps.applyAsDouble(1);
    return new ForecastFunction.Parts(level, steps.applyAsDouble(h) - level, 0);
  }

  /** A method for values without season, which may be of either sign. */
  @FunctionalInterface
  interface Method {
    /**
     * Continues the values.
     *
     * @param unit the usual size of a value, above 0
     */
    Curve through(Observations values, double unit);
  }
}
