package org.demandwright.core.pipeline;

/**
 * One step of a finished forecast, base units. The bands are nested and not negative; daily
 * quantiles do not add up, so the total from step 1 to this step has bands of its own.
 *
 * @param step 1 … horizon
 * @param mean of this period
 * @param p10 demand is below with probability 0.1
 * @param p50 median
 * @param p90 demand is below with probability 0.9
 * @param totalMean of the periods 1 … step: lead-time demand where the lead time is {@code step}
 * @param totalP10 of the total
 * @param totalP50 of the total
 * @param totalP90 of the total
 */
public record BandedStep(
    int step,
    double mean,
    double p10,
    double p50,
    double p90,
    double totalMean,
    double totalP10,
    double totalP50,
    double totalP90) {
  public BandedStep {
    if (step < 1
        || !(0 <= p10 && p10 <= p50 && p50 <= p90)
        || !(0 <= totalP10 && totalP10 <= totalP50 && totalP50 <= totalP90)
        || !(mean >= 0)
        || !(totalMean >= 0)) {
      throw new IllegalArgumentException(
          "step %d: bands %s ≤ %s ≤ %s or totals %s ≤ %s ≤ %s are not nested, or negative"
              .formatted(step, p10, p50, p90, totalP10, totalP50, totalP90));
    }
  }
}
