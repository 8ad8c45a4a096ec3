/**
 * How forecasts are judged: the error measures, the rolling origins, the weights of the models, and
 * the bands that follow from past errors.
 *
 * <p>{@link org.demandwright.core.evaluate.OutlookTrainer} learns from the tests of many series
 * what to expect of a model on a series of such traits; {@link
 * org.demandwright.core.evaluate.ModelWeights} adds what the series' own tests say; {@link
 * org.demandwright.core.evaluate.Champion} decides: method, verdict and reason are one decision.
 * {@link org.demandwright.core.evaluate.SilenceRule} tells items that ended from those that pause.
 *
 * <p>Called by {@code core.pipeline}. It knows series and forecasts as numbers and never fits a
 * model of demand; what a forecast costs or leads to belongs in {@code core.decide}.
 */
package org.demandwright.core.evaluate;
