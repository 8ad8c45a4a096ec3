package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the lines of one series add up to: as large as its days, however many lines there are. Built
 * by {@link SeriesProfiler}.
 *
 * @param days with lines, in order
 * @param weeks ISO weeks with sales, in order
 * @param currencies what was sold in each, by its code
 * @param repeats lines that repeat another
 */
public record SeriesProfile(
    List<Day> days, List<Week> weeks, Map<String, Sold> currencies, Repeats repeats) {

  /**
   * One day: base units demanded and taken back, both ≥ 0, and the number of lines.
   *
   * @param promoted base units of the demand that the ERP says were sold under a promotion
   */
  public record Day(
      LocalDate day, BigDecimal gross, BigDecimal returned, BigDecimal promoted, int lines) {}

  /**
   * What was sold: lines, base units, and the amount in one currency.
   *
   * @param lines number of lines
   * @param units base units
   * @param amount money without tax
   */
  public record Sold(long lines, double units, double amount) {
    static final Sold NOTHING = new Sold(0, 0, 0);

    /** Returns the mean price of a base unit; only where units were sold. */
    double price() {
      return amount / units;
    }
  }

  /**
   * One week from Monday on: base units sold, the customer who took most of them, and what was sold
   * in each currency.
   *
   * @param customer empty where no line names a customer
   * @param customerUnits base units of that customer
   * @param customerLines lines of that customer
   */
  public record Week(
      LocalDate monday,
      double units,
      String customer,
      double customerUnits,
      long customerLines,
      Map<String, Sold> prices) {
    public Week {
      prices = Map.copyOf(prices);
    }

    /** Returns the share of the week that the largest customer took, 0–1. */
    double customerShare() {
      return units > 0 ? customerUnits / units : 0;
    }
  }

  /**
   * Lines of one day and document with the same customer and quantity as one before them.
   *
   * @param surplus lines that repeat another
   * @param unitsBeyondChance their base units, without what chance explains
   * @param leastLikely the quantities whose repeats chance explains least, empty where hardly any
   *     document has one
   * @param flagged surplus lines that the ERP's view itself marks as repeats
   * @param involved all lines concerned, those that are repeated too
   * @param first the first day with one, null where there is none
   * @param last the last day with one, null where there is none
   */
  public record Repeats(
      long surplus,
      double unitsBeyondChance,
      Optional<RepeatGroup> leastLikely,
      long flagged,
      long involved,
      LocalDate first,
      LocalDate last) {}

  public SeriesProfile {
    days = List.copyOf(days);
    weeks = List.copyOf(weeks);
    currencies = new TreeMap<>(currencies);
  }

  /** Returns all base units that were demanded. */
  public double gross() {
    return days.stream().map(Day::gross).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
  }

  /** Returns the mean base units of a line, 0 where there is none. */
  public double meanLine() {
    long lines = days.stream().mapToLong(Day::lines).sum();
    return lines == 0 ? 0 : gross() / lines;
  }

  /** Returns the share of all gross demand, 0 where there is none. */
  public double shareOf(double units) {
    double gross = gross();
    return gross > 0 ? units / gross : 0;
  }

  /**
   * Returns what units are worth at the mean price of this series; empty where it was not sold in
   * just one currency.
   */
  public Optional<Finding.Money> valueOf(double units) {
    List<Map.Entry<String, Sold>> priced =
        currencies.entrySet().stream().filter(e -> e.getValue().units() > 0).toList();
    return priced.size() != 1
        ? Optional.empty()
        : priced.stream()
            .filter(e -> e.getValue().amount() >= 0)
            .map(e -> new Finding.Money(units * e.getValue().price(), e.getKey()))
            .findFirst();
  }

  /** Returns the share of what was demanded from one day to another that was promoted, 0–1. */
  public double promotedShare(LocalDate first, LocalDate last) {
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal promoted = BigDecimal.ZERO;
    for (Day d : days) {
      if (!d.day().isBefore(first) && !d.day().isAfter(last)) {
        gross = gross.add(d.gross());
        promoted = promoted.add(d.promoted());
      }
    }
    return gross.signum() > 0 ? promoted.doubleValue() / gross.doubleValue() : 0;
  }

  /** Returns the number of lines from one day to another, both included. */
  public long lines(LocalDate first, LocalDate last) {
    return days.stream()
        .filter(d -> !d.day().isBefore(first) && !d.day().isAfter(last))
        .mapToLong(Day::lines)
        .sum();
  }
}
