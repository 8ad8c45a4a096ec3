package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.quality.BookedLine.Money;
import org.demandwright.core.quality.SeriesProfile.Day;
import org.demandwright.core.quality.SeriesProfile.Sold;
import org.demandwright.core.quality.SeriesProfile.Week;

/**
 * Folds the lines of one series into a {@link SeriesProfile}. Lines come in the order of their
 * days; within a day any order gives the same profile. What is kept of a day or week that has
 * passed does not grow with its lines.
 */
public final class SeriesProfiler {
  private final List<Day> days = new ArrayList<>();
  private final List<Week> weeks = new ArrayList<>();
  private final Map<String, Sold> currencies = new TreeMap<>();
  private final RepeatCount repeats = new RepeatCount();

  private LocalDate day;
  private BigDecimal gross = BigDecimal.ZERO;
  private BigDecimal returned = BigDecimal.ZERO;
  private BigDecimal promoted = BigDecimal.ZERO;
  private int lines;
  private LocalDate monday;
  private Map<String, ExactSold> customers = new TreeMap<>();
  private Map<String, ExactSold> prices = new TreeMap<>();

  /** Sums that do not depend on the order of what was added. */
  private record ExactSold(long lines, BigDecimal units, BigDecimal amount) {
    static final ExactSold NOTHING = new ExactSold(0, BigDecimal.ZERO, BigDecimal.ZERO);

    ExactSold plus(BigDecimal moreUnits, BigDecimal moreAmount) {
      return new ExactSold(lines + 1, units.add(moreUnits), amount.add(moreAmount));
    }

    Sold rounded() {
      return new Sold(lines, units.doubleValue(), amount.doubleValue());
    }
  }

  /** Takes the next line; its day must not lie before that of the line before. */
  public void add(BookedLine line) {
    if (day != null && line.day().isBefore(day)) {
      throw new IllegalArgumentException(
          "a line of " + line.day() + " after one of " + day + ": lines come in order of days");
    }
    if (!line.day().equals(day)) {
      closeDay();
      day = line.day();
    }
    lines++;
    if (line.quantity().signum() <= 0) {
      returned = returned.subtract(line.quantity());
      return;
    }
    gross = gross.add(line.quantity());
    promoted = line.promoted() ? promoted.add(line.quantity()) : promoted;
    openWeek();
    customers.merge(
        line.customer(), ExactSold.NOTHING.plus(line.quantity(), BigDecimal.ZERO), this::sum);
    line.money().ifPresent(m -> price(line, m));
    repeats.add(line);
  }

  /** Returns the profile of all lines that were added. */
  public SeriesProfile profile() {
    closeDay();
    closeWeek();
    return new SeriesProfile(days, weeks, currencies, repeats.total());
  }

  private void price(BookedLine line, Money money) {
    ExactSold one = ExactSold.NOTHING.plus(line.quantity(), money.amount());
    prices.merge(money.currency(), one, this::sum);
  }

  private ExactSold sum(ExactSold a, ExactSold b) {
    return new ExactSold(
        a.lines() + b.lines(), a.units().add(b.units()), a.amount().add(b.amount()));
  }

  private void openWeek() {
    LocalDate start = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    if (!start.equals(monday)) {
      closeWeek();
      monday = start;
    }
  }

  private void closeDay() {
    if (day != null) {
      days.add(new Day(day, gross, returned, promoted, lines));
      repeats.closeDay();
    }
    gross = BigDecimal.ZERO;
    returned = BigDecimal.ZERO;
    promoted = BigDecimal.ZERO;
    lines = 0;
    day = null;
  }

  private void closeWeek() {
    if (monday == null) {
      return;
    }
    BigDecimal units = BigDecimal.ZERO;
    String top = "";
    ExactSold most = ExactSold.NOTHING;
    for (Map.Entry<String, ExactSold> e : customers.entrySet()) {
      units = units.add(e.getValue().units());
      if (!e.getKey().isEmpty() && e.getValue().units().compareTo(most.units()) > 0) {
        top = e.getKey();
        most = e.getValue();
      }
    }
    Map<String, Sold> sold = new TreeMap<>();
    prices.forEach((currency, s) -> sold.put(currency, s.rounded()));
    sold.forEach((c, s) -> currencies.merge(c, s, SeriesProfiler::total));
    weeks.add(
        new Week(monday, units.doubleValue(), top, most.units().doubleValue(), most.lines(), sold));
    customers = new TreeMap<>();
    prices = new TreeMap<>();
    monday = null;
  }

  private static Sold total(Sold a, Sold b) {
    return new Sold(a.lines() + b.lines(), a.units() + b.units(), a.amount() + b.amount());
  }
}
