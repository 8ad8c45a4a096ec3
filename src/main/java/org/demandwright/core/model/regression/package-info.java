/**
 * Regression for forecasting: rows and weights that any learner can be trained on, and the two
 * forecasters around it.
 *
 * <p>A {@link org.demandwright.core.model.regression.Regressor} knows nothing of time. {@link
 * org.demandwright.core.model.regression.FeatureForecaster} turns one into a global model over all
 * series, {@link org.demandwright.core.model.regression.RecursiveForecaster} into a local one. The
 * learners themselves live beside, in {@code core.model.weka}.
 */
package org.demandwright.core.model.regression;
