package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.BookedLine.Money;
import org.demandwright.core.quality.SalesSums.Amount;
import org.demandwright.core.quality.SalesSums.Day;
import org.demandwright.core.quality.SalesSums.TakenBack;
import org.demandwright.core.quality.SalesSums.Week;

/**
 * Counts the lines of one series in {@link ThirteenWeeks}. Lines come in the order of their days;
 * within a day any order gives the same sums. What is kept of a day or week that has passed does
 * not grow with its lines.
 */
public final class SalesCount {
  private final ThirteenWeeks span;
  private final List<Day> days = new ArrayList<>();
  private final List<TakenBack> returns = new ArrayList<>();
  private final List<Week> weeks = new ArrayList<>();
  private final RepeatCount repeats = new RepeatCount();

  private LocalDate day;
  private BigDecimal gross = BigDecimal.ZERO;
  private BigDecimal returned = BigDecimal.ZERO;
  private BigDecimal promoted = BigDecimal.ZERO;
  private int lines;
  private int sales;
  private final Map<LocalDate, TakenBack> takenBack = new TreeMap<>();
  private LocalDate monday;
  private Map<String, Amount> customers = new TreeMap<>();
  private Map<String, Amount> prices = new TreeMap<>();

  public SalesCount(ThirteenWeeks span) {
    this.span = span;
  }

  /** Takes the next line; its day must not lie before that of the line before. */
  public void add(BookedLine line) {
    if (!ThirteenWeeks.of(line.day()).equals(span)) {
      throw new IllegalArgumentException(
          "a line of " + line.day() + " does not lie in the thirteen weeks from " + span.first());
    }
    if (day != null && line.day().isBefore(day)) {
      throw new IllegalArgumentException(
          "a line of " + line.day() + " after one of " + day + ": lines come in order of days");
    }
    if (!line.day().equals(day)) {
      closeDay();
      day = line.day();
    }
    lines++;
    if (line.quantity().signum() > 0) {
      sold(line);
    } else {
      returned(line);
    }
  }

  private void sold(BookedLine line) {
    sales++;
    gross = gross.add(line.quantity());
    promoted = line.promoted() ? promoted.add(line.quantity()) : promoted;
    openWeek();
    customers.merge(line.customer(), new Amount(1, line.quantity(), BigDecimal.ZERO), Amount::plus);
    line.money().ifPresent(m -> price(line, m));
    repeats.add(line);
  }

  private void returned(BookedLine line) {
    returned = returned.subtract(line.quantity());
    Optional<LocalDate> sale = line.saleDay().filter(d -> d.isBefore(line.day()));
    if (sale.isPresent() && line.quantity().signum() < 0) {
      takenBack.merge(
          sale.get(),
          new TakenBack(line.day(), sale.get(), line.quantity().negate(), 1),
          (a, b) ->
              new TakenBack(a.day(), a.saleDay(), a.units().add(b.units()), a.lines() + b.lines()));
    }
  }

  private void price(BookedLine line, Money money) {
    prices.merge(money.currency(), new Amount(1, line.quantity(), money.amount()), Amount::plus);
  }

  /** Returns the sums of all lines that were added. */
  public SalesSums sums() {
    closeDay();
    closeWeek();
    return new SalesSums(span, days, returns, weeks, repeats.sums());
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
      days.add(new Day(day, gross, returned, promoted, lines, sales));
      returns.addAll(takenBack.values());
      repeats.closeDay();
    }
    gross = BigDecimal.ZERO;
    returned = BigDecimal.ZERO;
    promoted = BigDecimal.ZERO;
    lines = 0;
    sales = 0;
    takenBack.clear();
    day = null;
  }

  private void closeWeek() {
    if (monday == null) {
      return;
    }
    String top = "";
    Amount most = Amount.NOTHING;
    for (Map.Entry<String, Amount> e : customers.entrySet()) {
      if (!e.getKey().isEmpty() && e.getValue().units().compareTo(most.units()) > 0) {
        top = e.getKey();
        most = e.getValue();
      }
    }
    weeks.add(new Week(monday, top, most, prices));
    customers = new TreeMap<>();
    prices = new TreeMap<>();
    monday = null;
  }
}
