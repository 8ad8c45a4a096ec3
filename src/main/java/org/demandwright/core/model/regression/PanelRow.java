package org.demandwright.core.model.regression;

import org.demandwright.core.feature.RowKey;

/**
 * One origin of one series, with what followed it.
 *
 * @param key which series, and what lies before and after the origin
 * @param back number of the origin, counted back from the newest
 * @param features at the origin
 * @param level at the origin, base units per period, above 0: the unit of the target
 * @param roughness at the origin, base units per period, above 0: the scale of the error
 * @param recent mean demand of the last 13 periods before the origin
 * @param after mean and variance of the demand of the horizon after it
 * @param blockMean mean demand of each block of the horizon, NaN where nothing was observed
 */
record PanelRow(
    RowKey key,
    int back,
    double[] features,
    double level,
    double roughness,
    double recent,
    WindowMoments after,
    double[] blockMean) {}
