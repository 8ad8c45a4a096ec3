package org.demandwright.core.evaluate;

/**
 * A model's errors on one series over all rolling origins; the formulas stand at {@link Metric}.
 *
 * @param modelId the model
 * @param rmsse root mean squared scaled error
 * @param mase mean absolute scaled error
 * @param absoluteError Σ|a − f|, base units
 * @param cumulativeError Σ over origins of |Σ a − Σ f|, base units
 * @param error Σ(f − a), base units; positive = forecast too high
 * @param actual Σ a, base units
 */
public record Score(
    String modelId,
    double rmsse,
    double mase,
    double absoluteError,
    double cumulativeError,
    double error,
    double actual) {}
