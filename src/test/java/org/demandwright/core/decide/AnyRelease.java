package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Suggestions that rules look at, and rules. */
final class AnyRelease {
  /** Nothing is asked. */
  static final ReleaseRule.Confidence ANY =
      new ReleaseRule.Confidence(false, Optional.empty(), false, ReleaseRule.Lateness.ANY);

  /** Sure of everything. */
  static final ReleaseCase.Confidence SURE = new ReleaseCase.Confidence(true, 0, false, 0.5);

  private AnyRelease() {}

  static BigDecimal units(String text) {
    return new BigDecimal(text);
  }

  /** Returns 24 units that cost 60, at most 20 of which were ordered at once before. */
  static ReleaseCase of(long number) {
    return of(number, "tea", "S1", "60", 0.5, Optional.empty());
  }

  static ReleaseCase of(
      long number, String item, String site, String money, double risk, Optional<String> least) {
    return new ReleaseCase(
        number,
        SuggestionKind.BUY,
        new PolicySubject(
            new PolicySubject.Key("A", item, site),
            "goods",
            "V1",
            Optional.of(Abc.A),
            Optional.empty()),
        Optional.of("V1"),
        units("24"),
        ReleaseCase.Worth.of(units(money)),
        least.map(BigDecimal::new),
        Optional.of(units("20")),
        new ReleaseCase.Confidence(true, 0, false, risk));
  }

  static ReleaseCase sure(ReleaseCase c, ReleaseCase.Confidence confidence) {
    return new ReleaseCase(
        c.number(),
        c.kind(),
        c.subject(),
        c.vendor(),
        c.quantity(),
        c.worth(),
        c.least(),
        c.largestLine(),
        confidence);
  }

  static ReleaseCase worth(ReleaseCase c, ReleaseCase.Worth worth) {
    return new ReleaseCase(
        c.number(),
        c.kind(),
        c.subject(),
        c.vendor(),
        c.quantity(),
        worth,
        c.least(),
        c.largestLine(),
        c.confidence());
  }

  /** Returns one that sends it from another site. */
  static ReleaseCase sent(ReleaseCase c) {
    return new ReleaseCase(
        c.number(),
        SuggestionKind.TRANSFER,
        c.subject(),
        Optional.empty(),
        c.quantity(),
        ReleaseCase.Worth.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        c.confidence());
  }

  /** Returns a rule about anything. */
  static ReleaseRule rule(String name, ReleaseRule.Limits limits) {
    return new ReleaseRule(
        name, new ReleaseRule.Scope(PolicyRule.Conditions.ANY, Set.of()), limits);
  }

  /** Returns limits in quantity, money and change; empty texts are none. */
  static ReleaseRule.Limits limits(
      String quantity, String money, String change, ReleaseRule.Confidence confidence) {
    return new ReleaseRule.Limits(limit(quantity), limit(money), limit(change), confidence);
  }

  private static Optional<BigDecimal> limit(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty()).map(BigDecimal::new);
  }
}
