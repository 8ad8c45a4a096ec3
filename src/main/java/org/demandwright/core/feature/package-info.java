/**
 * What a model may know: histories cut at an origin, and the features and factors made of them.
 *
 * <p>Two kinds of knowledge are kept apart. <b>Features</b> ({@link
 * org.demandwright.core.feature.FeatureStep}) describe the demand before an origin; a step is fed
 * one period after the other, so it cannot see what lies ahead. <b>Factors</b> ({@link
 * org.demandwright.core.feature.TargetTransform}) are multiplicative effects of what is known in
 * advance for each single period (season, promotion, price, holidays); they are divided out of the
 * demand before it is described and multiplied back onto the forecast.
 *
 * <p>Models and the pipeline call this package. Learning does not belong here, nor does anything
 * that reads a database.
 */
package org.demandwright.core.feature;
