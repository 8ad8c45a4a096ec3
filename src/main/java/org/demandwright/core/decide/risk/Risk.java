package org.demandwright.core.decide.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;

/**
 * Something that may go wrong with an item at a site, before it is decided whether to say so.
 *
 * @param about what of the item at the site, such as an order's line; empty = all of it
 * @param vendor whom it concerns, by the ERP's own key; empty = nobody
 * @param score the higher, the rather it is said; compared within its kind alone
 * @param units what is at stake, base units, at least 0
 * @param worth by what a unit is valued
 * @param evidence the figures that it rests on
 * @param said in a sentence
 */
public record Risk(
    RiskKind kind,
    String about,
    String vendor,
    double score,
    BigDecimal units,
    Worth worth,
    List<Figure> evidence,
    Words said) {
  private static final int DECIMALS = 6;

  /** By what a unit that is at stake is valued. */
  public enum Worth {
    /** What is earned by selling it: price less cost; the price where no cost is known. */
    MARGIN,
    /** What it costs to buy. */
    COST,
    /** What it is sold for. */
    PRICE
  }

  /**
   * A figure that a risk rests on.
   *
   * @param name lower case with capitals within, as members of the API
   */
  public record Figure(String name, BigDecimal value) {
    public Figure {
      Objects.requireNonNull(name, "name");
      value = value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Returns a figure of a finite number. */
    public static Figure of(String name, double value) {
      return new Figure(name, BigDecimal.valueOf(value));
    }
  }

  public Risk {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(worth, "worth");
    Objects.requireNonNull(said, "said");
    evidence = List.copyOf(evidence);
    units = units.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    if (Double.isNaN(score) || units.signum() < 0) {
      throw new IllegalArgumentException("%s with %s of %s units".formatted(kind, score, units));
    }
  }

  /** Returns the risk of this kind for all of an item at a site. */
  static Risk ofAll(
      RiskKind kind, double score, double units, Worth worth, List<Figure> evidence, Words said) {
    return new Risk(kind, "", "", score, BigDecimal.valueOf(units), worth, evidence, said);
  }

  /** Returns so many periods as they are told. */
  static Words periods(Bucket bucket, int count) {
    return Words.of(
        switch (bucket) {
          case DAY -> "risk.days";
          case WEEK -> "risk.weeks";
          case MONTH -> "risk.months";
          case QUARTER -> "risk.quarters";
        },
        count);
  }

  /** Returns a share as it is told: per cent, without decimals. */
  static Object percent(double share) {
    return Words.decimal(100 * share, 0);
  }

  /** Returns units as they are told. */
  static Object told(double units) {
    return Words.decimal(units, Math.abs(units) >= 10 || units == Math.rint(units) ? 0 : 1);
  }
}
