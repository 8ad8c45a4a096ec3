package org.demandwright.core.decide.promotion;

/**
 * What was expected on the days of a promotion, week by week.
 *
 * @param first number of the first week
 * @param expected base units of each
 */
record PromotionWeeks(int first, double[] expected) {
  static final PromotionWeeks NONE = new PromotionWeeks(0, new double[0]);
}
