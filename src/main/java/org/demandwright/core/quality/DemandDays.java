package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.demandwright.core.demand.DayTotal;

/** The demand of one series by day, as its {@link SalesDays} tell it. */
public final class DemandDays {
  private static final OfDay NOTHING = new OfDay(BigDecimal.ZERO, BigDecimal.ZERO, 0);

  private DemandDays() {}

  /** A day while returns are moved; one without lines is none. */
  private record OfDay(BigDecimal gross, BigDecimal returned, int lines) {
    OfDay plus(BigDecimal units, int more) {
      return new OfDay(gross, returned.add(units), lines + more);
    }

    OfDay plus(OfDay more) {
      return new OfDay(gross.add(more.gross), returned.add(more.returned), lines + more.lines);
    }
  }

  /**
   * Returns the days with lines before a day, in order.
   *
   * @param returnsOnDayOfSale whether a return counts on the day of the sale that it takes back,
   *     where that is known and earlier
   */
  public static List<DayTotal> before(
      LocalDate day, boolean returnsOnDayOfSale, List<SalesDays> sums) {
    TreeMap<LocalDate, OfDay> days = new TreeMap<>();
    for (SalesDays s : sums) {
      s.days().stream()
          .filter(d -> d.day().isBefore(day))
          .forEach(
              d -> days.merge(d.day(), new OfDay(d.gross(), d.returned(), d.lines()), OfDay::plus));
      if (returnsOnDayOfSale) {
        s.returns().stream().filter(t -> t.day().isBefore(day)).forEach(t -> move(days, t));
      }
    }
    return days.entrySet().stream()
        .filter(e -> e.getValue().lines() > 0)
        .map(e -> new DayTotal(e.getKey(), e.getValue().gross(), e.getValue().returned()))
        .toList();
  }

  private static void move(TreeMap<LocalDate, OfDay> days, SalesSums.TakenBack t) {
    days.computeIfPresent(t.day(), (d, of) -> of.plus(t.units().negate(), -t.lines()));
    days.put(t.saleDay(), days.getOrDefault(t.saleDay(), NOTHING).plus(t.units(), t.lines()));
  }

  /** Returns the days from one day on for which lines are wanted, in order. */
  public static List<DayTotal> from(LocalDate day, List<SalesDays> sums) {
    return sums.stream()
        .flatMap(s -> s.days().stream())
        .filter(d -> !d.day().isBefore(day) && d.sales() > 0)
        .map(d -> DayTotal.of(d.day(), d.gross()))
        .toList();
  }
}
