/**
 * Learning with Weka: the only files of the product that import {@code weka.*}.
 *
 * <p>A regressor here trains with Weka and gives back numbers of our own, so that a forecast, a
 * state in the store and a restart need no Weka object. Callers use the models by their identity;
 * the regressors may serve other forecasters in {@code core.model}. Time, seasons and series do not
 * belong here.
 */
package org.demandwright.core.model.weka;
