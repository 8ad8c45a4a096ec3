/**
 * How forecasts are judged: the error measures, the rolling origins, the rule that names a champion
 * and the bands that follow from past errors.
 *
 * <p>Called by {@code core.pipeline}. It knows series and forecasts as numbers and never fits a
 * model; what a forecast costs or leads to belongs in {@code core.decide}.
 */
package org.demandwright.core.evaluate;
