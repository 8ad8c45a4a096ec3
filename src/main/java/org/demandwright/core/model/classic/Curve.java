package org.demandwright.core.model.classic;

import java.util.function.IntToDoubleFunction;

/**
 * What a method for values without season makes of them.
 *
 * @param steps forecast of step 1, 2, … on the scale of the values
 * @param fitted one-step-ahead values of the last periods, oldest first, owned by this record
 */
record Curve(IntToDoubleFunction steps, double[] fitted) {

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
