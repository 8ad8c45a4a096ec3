package org.demandwright.core.decide.promotion;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A past promotion of an item at one site: what was sold in it and after it, and what would have
 * been without it.
 *
 * @param days of it that tell something
 * @param sold base units on them
 * @param expected what they would have been without it
 * @param squares sum over its weeks of the squares of what was expected
 * @param surety how sure the expectation is
 * @param after days behind it that tell something, with what was sold and expected on them
 * @param weeks what was expected on its days
 * @param depth what was paid less than usual, share 0–1; empty where not known
 * @param unknown why it tells nothing; then the other figures are 0
 */
record CaseAtPlace(
    String promotionId,
    LocalDate from,
    LocalDate to,
    String site,
    int days,
    double sold,
    double expected,
    double squares,
    Surety surety,
    After after,
    PromotionWeeks weeks,
    Optional<Double> depth,
    Optional<WhyUnknown> unknown) {

  /**
   * How sure an expectation is: its relative variance is dispersion × {@code luckOfUnits} +
   * variance of weeks × {@code luckOfWeeks}.
   */
  record Surety(double luckOfUnits, double luckOfWeeks) {
    static final Surety NONE = new Surety(0, 0);
  }

  /** What was sold behind a promotion. */
  record After(double sold, double expected, double squares) {
    static final After NONE = new After(0, 0, 0);
  }

  static CaseAtPlace unknown(
      String id, LocalDate from, LocalDate to, String site, int days, WhyUnknown why) {
    return new CaseAtPlace(
        id,
        from,
        to,
        site,
        days,
        0,
        0,
        0,
        Surety.NONE,
        After.NONE,
        PromotionWeeks.NONE,
        Optional.empty(),
        Optional.of(why));
  }
}
