package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.Words;

/**
 * Something that looks wrong, with the rows behind it and what it may have done to demand.
 *
 * @param rule what was looked for
 * @param severity how much it matters
 * @param subject the series, item or site concerned
 * @param first the first day concerned
 * @param last the last day concerned, included
 * @param lines the ERP's lines that it rests on
 * @param rows identities of rows of the ERP that it rests on and that are no sales lines, at most
 *     {@value #MOST_ROWS}
 * @param effectUnits estimated base units by which demand is off, ≥ 0
 * @param effectShare the same as a share of all gross demand of the subject, ≥ 0; 0 where it has
 *     none; of a subject with items of several units the share of its lines
 * @param value what these units are worth, empty where no price or more than one currency is known
 * @param meaning what a planner is told, with the numbers behind it
 */
public record Finding(
    Rule rule,
    Severity severity,
    Subject subject,
    LocalDate first,
    LocalDate last,
    LineSelection lines,
    List<String> rows,
    double effectUnits,
    double effectShare,
    Optional<Money> value,
    Words meaning) {
  /** Rows that are named with a finding; there may be any number of them. */
  public static final int MOST_ROWS = 10;

  /** An amount without tax in one currency. */
  public record Money(double amount, String currency) {
    public Money {
      Objects.requireNonNull(currency, "currency");
      if (!(amount >= 0) || Double.isInfinite(amount)) {
        throw new IllegalArgumentException(amount + " " + currency + " is no value of an effect");
      }
    }
  }

  public Finding {
    Objects.requireNonNull(value, "value");
    rows = List.copyOf(rows);
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(meaning, "meaning");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(rule + " from " + first + " to " + last + ": no day");
    }
    if (!(effectUnits >= 0) || !(effectShare >= 0) || Double.isInfinite(effectUnits)) {
      throw new IllegalArgumentException(
          "%s of %s: effect %s units, share %s; neither may be negative"
              .formatted(rule, subject, effectUnits, effectShare));
    }
  }
}
