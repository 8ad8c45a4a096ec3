package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.SeriesProfile.Day;
import org.demandwright.core.quality.SeriesProfile.Sold;
import org.demandwright.core.quality.SeriesProfile.Week;

/**
 * Puts a {@link SeriesProfile} together from the sums of thirteen weeks each, or from lines, which
 * it counts first. Both come in the order of their days.
 */
public final class SeriesProfiler {
  private final List<Day> days = new ArrayList<>();
  private final List<Week> weeks = new ArrayList<>();
  private final Map<String, Sold> currencies = new TreeMap<>();
  private final RepeatTotal repeats = new RepeatTotal();
  private ThirteenWeeks last;
  private ThirteenWeeks counted;
  private SalesCount count;

  /** Takes the next line; its day must not lie before that of the line before. */
  public void add(BookedLine line) {
    ThirteenWeeks span = ThirteenWeeks.of(line.day());
    if (!span.equals(counted)) {
      closeCount();
      requireLater(span);
      count = new SalesCount(span);
      counted = span;
    }
    count.add(line);
  }

  /** Takes the sums of the next thirteen weeks with lines. */
  public void add(SalesSums sums) {
    closeCount();
    requireLater(sums.span());
    last = sums.span();
    Map<LocalDate, BigDecimal> sold = new TreeMap<>();
    for (SalesSums.Day d : sums.days()) {
      days.add(new Day(d.day(), d.gross(), d.returned(), d.promoted(), d.lines()));
      sold.merge(mondayOf(d.day()), d.gross(), BigDecimal::add);
    }
    sums.weeks().forEach(w -> add(w, sold.get(w.monday())));
    repeats.add(sums.repeats());
  }

  /** Returns the profile of all that was added. */
  public SeriesProfile profile() {
    closeCount();
    return new SeriesProfile(days, weeks, currencies, repeats.repeats());
  }

  private void add(SalesSums.Week week, BigDecimal units) {
    Map<String, Sold> sold = new TreeMap<>();
    week.prices().forEach((currency, amount) -> sold.put(currency, amount.rounded()));
    sold.forEach((currency, s) -> currencies.merge(currency, s, SeriesProfiler::total));
    weeks.add(
        new Week(
            week.monday(),
            units.doubleValue(),
            week.customer(),
            week.ofCustomer().units().doubleValue(),
            week.ofCustomer().lines(),
            sold));
  }

  private void requireLater(ThirteenWeeks span) {
    if (last != null && last.compareTo(span) >= 0) {
      throw new IllegalArgumentException(
          "weeks from %s after those from %s: lines come in order of days"
              .formatted(span.first(), last.first()));
    }
  }

  private void closeCount() {
    if (count != null) {
      SalesSums sums = count.sums();
      count = null;
      counted = null;
      add(sums);
    }
  }

  private static LocalDate mondayOf(LocalDate day) {
    return day.minusDays(day.getDayOfWeek().getValue() - 1L);
  }

  private static Sold total(Sold a, Sold b) {
    return new Sold(a.lines() + b.lines(), a.units() + b.units(), a.amount() + b.amount());
  }
}
