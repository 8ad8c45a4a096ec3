package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.Words;

/**
 * A rule by which suggestions are released without anybody being asked: which ones it is about, and
 * how far it trusts them.
 *
 * @param name by which people know it
 */
public record ReleaseRule(String name, Scope scope, Limits limits) {
  /** What a release is answered by has the rule's name and a few characters more. */
  public static final int LONGEST_NAME = 70;

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  /**
   * Which suggestions it is about.
   *
   * @param when what must be so of the item at the site
   * @param kinds what is to be done; empty = anything
   */
  public record Scope(PolicyRule.Conditions when, Set<SuggestionKind> kinds) {
    public Scope {
      Objects.requireNonNull(when, "when");
      kinds = Set.copyOf(kinds);
    }
  }

  /** Whether it comes too late for the risk that is accepted. */
  public enum Lateness {
    /** In time or too late. */
    ANY,
    /** In time alone. */
    NOT_LATE,
    /** Too late alone. */
    LATE_ONLY
  }

  /**
   * What it releases at most; an empty part allows anything.
   *
   * @param quantity base units of one suggestion, above 0
   * @param money that one suggestion costs, in the reporting currency
   * @param change how many times the largest line that was ordered for the item at the site in the
   *     last 365 days; where there was none nothing can be known of it
   * @param confidence how sure it has to be
   */
  public record Limits(
      Optional<BigDecimal> quantity,
      Optional<BigDecimal> money,
      Optional<BigDecimal> change,
      Confidence confidence) {
    public Limits {
      requirePositive("quantity", quantity);
      requirePositive("money", money);
      requirePositive("change", change);
      Objects.requireNonNull(confidence, "confidence");
    }
  }

  /**
   * How sure a suggestion has to be.
   *
   * @param forecast true = its stock is planned by the forecast and not by a rate
   * @param risk least probability 0–1 of running out without it
   * @param withinHorizon true = its stock has to last no longer than the forecast reaches
   */
  public record Confidence(
      boolean forecast, Optional<BigDecimal> risk, boolean withinHorizon, Lateness lateness) {
    public Confidence {
      Objects.requireNonNull(lateness, "lateness");
      if (risk.filter(r -> r.signum() < 0 || r.compareTo(BigDecimal.ONE) > 0).isPresent()) {
        throw new IllegalArgumentException(
            "risk is %s; a probability is from 0 to 1".formatted(risk.get().toPlainString()));
      }
    }
  }

  public ReleaseRule {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(limits, "limits");
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a rule needs a name that people know it by, of %d characters at most"
              .formatted(LONGEST_NAME));
    }
  }

  private static void requirePositive(String what, Optional<BigDecimal> limit) {
    if (limit.filter(value -> value.signum() <= 0).isPresent()) {
      throw new IllegalArgumentException(
          "%s is %s; it must be above 0, or left out to allow any"
              .formatted(what, limit.get().toPlainString()));
    }
  }

  /** Returns whether the rule is about a suggestion. */
  public boolean about(ReleaseCase of) {
    return (scope.kinds().isEmpty() || scope.kinds().contains(of.kind()))
        && scope.when().fulfilled(of.subject());
  }

  /**
   * A limit that a suggestion is beyond.
   *
   * @param why in words, with what it is and what the limit is
   */
  public record Objection(ReleaseLimit limit, Words why) {}

  /**
   * Returns the first limit that a suggestion is beyond; empty where the rule releases it.
   *
   * @param currency in which money is told
   */
  public Optional<Objection> objection(ReleaseCase of, String currency) {
    return unvalued(of, currency)
        .or(() -> quantity(of))
        .or(() -> money(of, currency))
        .or(() -> change(of))
        .or(() -> confidence(of.confidence()));
  }

  /** What is bought has to be worth something that is known: the day's money counts it. */
  private static Optional<Objection> unvalued(ReleaseCase of, String currency) {
    if (of.worth().money().isPresent() || of.kind() != SuggestionKind.BUY) {
      return Optional.empty();
    }
    return Optional.of(
        of.worth()
            .rateOf()
            .map(
                from ->
                    new Objection(
                        ReleaseLimit.RATE, Words.of("decide.release.no-rate", from, currency)))
            .orElseGet(
                () -> new Objection(ReleaseLimit.PRICE, Words.of("decide.release.no-price"))));
  }

  private Optional<Objection> quantity(ReleaseCase of) {
    return limits
        .quantity()
        .filter(most -> of.quantity().compareTo(most) > 0)
        .map(
            most ->
                new Objection(
                    ReleaseLimit.QUANTITY,
                    Words.of("decide.release.quantity", plain(of.quantity()), plain(most))));
  }

  private Optional<Objection> money(ReleaseCase of, String currency) {
    if (limits.money().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal most = limits.money().get();
    if (of.worth().money().isEmpty()) {
      return Optional.of(
          new Objection(
              ReleaseLimit.MONEY, Words.of("decide.release.money-unknown", plain(most), currency)));
    }
    return of.worth()
        .money()
        .filter(money -> money.compareTo(most) > 0)
        .map(
            money ->
                new Objection(
                    ReleaseLimit.MONEY,
                    Words.of("decide.release.money", plain(money), plain(most), currency)));
  }

  private Optional<Objection> change(ReleaseCase of) {
    if (limits.change().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal times = limits.change().get();
    if (of.largestLine().isEmpty()) {
      return Optional.of(
          new Objection(ReleaseLimit.CHANGE, Words.of("decide.release.change-unknown")));
    }
    BigDecimal largest = of.largestLine().get();
    return Optional.of(largest.multiply(times))
        .filter(most -> of.quantity().compareTo(most) > 0)
        .map(
            most ->
                new Objection(
                    ReleaseLimit.CHANGE,
                    Words.of(
                        "decide.release.change",
                        plain(of.quantity()),
                        plain(times),
                        plain(largest))));
  }

  private Optional<Objection> confidence(ReleaseCase.Confidence is) {
    Confidence asked = limits.confidence();
    if (asked.forecast() && !is.forecast()) {
      return Optional.of(
          new Objection(ReleaseLimit.PLANNED_BY_RATE, Words.of("decide.release.by-rate")));
    }
    if (asked.risk().filter(r -> is.stockOutWithout() < r.doubleValue()).isPresent()) {
      return Optional.of(
          new Objection(
              ReleaseLimit.RISK,
              Words.of(
                  "decide.release.risk",
                  percent(is.stockOutWithout()),
                  plain(asked.risk().get().multiply(PERCENT)))));
    }
    if (asked.withinHorizon() && is.beyondHorizon() > 0) {
      return Optional.of(
          new Objection(
              ReleaseLimit.HORIZON,
              Words.of("decide.release.horizon", percent(is.beyondHorizon()))));
    }
    return lateness(is.late());
  }

  private Optional<Objection> lateness(boolean late) {
    return switch (limits.confidence().lateness()) {
      case ANY -> Optional.empty();
      case NOT_LATE ->
          Optional.of(new Objection(ReleaseLimit.LATENESS, Words.of("decide.release.late")))
              .filter(o -> late);
      case LATE_ONLY ->
          Optional.of(new Objection(ReleaseLimit.LATENESS, Words.of("decide.release.in-time")))
              .filter(o -> !late);
    };
  }

  /** Rounded down, so that what lacks a little of a limit is not told to reach it. */
  private static BigDecimal percent(double share) {
    return plain(BigDecimal.valueOf(share).multiply(PERCENT).setScale(1, RoundingMode.DOWN));
  }

  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
