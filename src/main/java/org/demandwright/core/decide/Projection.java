package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the available stock of an item at a site goes on, day by day: what comes, what customers have
 * ordered, what is forecast beyond that, and with what probability it does not last.
 *
 * <p>A day begins with what arrives. Orders that are late are wanted on the first day. Of the
 * forecast up to a day only what goes beyond the orders that are due from today up to that day is
 * added: that much is ordered already. Stock that is reserved has left what is available, and the
 * orders that it is for are taken from the forecast all the same.
 *
 * <p>Quantities are exact: the forecast up to a day is rounded to the item's decimals, and a day
 * has the difference, so that opening + supply − orders − forecast = closing, and days add up to
 * the unit.
 *
 * <p>The probability of a stock-out is that by which the total demand up to a day exceeds what was
 * there for it; of several days that of the worst, since totals do not tell how days hang together.
 *
 * <p>Worked: 10 in the house, of which 2 are reserved for an order of the second day; a forecast of
 * 3 a day; an order of 1 is late. 8 are available; the first day takes 1 for the late order and 3
 * of the forecast, the second 1, since of its 3 there are 2 ordered; 3 are left.
 */
public final class Projection {
  private final LocalDate today;
  private final DemandOverTime demand;
  private final List<Day> days;

  /** What is left for what is not ordered up to the end of each day, and what is ordered. */
  private final BigDecimal[] left;

  private final BigDecimal[] ordered;

  /** The worst probability of a stock-out up to each day. */
  private final double[] worst;

  /**
   * One day.
   *
   * @param opening available in the morning
   * @param supply that arrives
   * @param orders of customers that are due and not reserved
   * @param forecast beyond the orders
   * @param closing what is left, negative where it is short
   */
  public record Day(
      LocalDate day,
      BigDecimal opening,
      BigDecimal supply,
      BigDecimal orders,
      BigDecimal forecast,
      BigDecimal closing) {}

  private Projection(
      LocalDate today,
      DemandOverTime demand,
      List<Day> days,
      BigDecimal[] left,
      BigDecimal[] ordered) {
    this.today = today;
    this.demand = demand;
    this.days = List.copyOf(days);
    this.left = left;
    this.ordered = ordered;
    this.worst = new double[left.length];
    for (int d = 0; d < worst.length; d++) {
      worst[d] = Math.max(d == 0 ? 0 : worst[d - 1], stockOut(d, BigDecimal.ZERO));
    }
  }

  /**
   * Returns how it goes on.
   *
   * @param today the first day, of which the position is that of the morning
   * @param demand from today on
   * @param delivery days on which one can receive
   * @param length days, at least 1
   * @param decimals of the item's quantities
   */
  public static Projection of(
      LocalDate today,
      StockPosition position,
      DemandOverTime demand,
      OpenDays delivery,
      int length,
      int decimals) {
    BigDecimal[] supply = zeros(length);
    for (OpenSupply s : position.supply()) {
      add(supply, today, arrival(s, today, delivery), s.quantity());
    }
    BigDecimal[] wanted = zeros(length);
    BigDecimal[] ordered = zeros(length);
    BigDecimal late = BigDecimal.ZERO;
    for (StockPosition.OpenOrder o : position.orders()) {
      if (o.due().isBefore(today)) {
        late = late.add(o.unreserved());
      } else {
        add(wanted, today, o.due(), o.unreserved());
        add(ordered, today, o.due(), o.quantity());
      }
    }
    wanted[0] = wanted[0].add(late);
    return new Walk(today, position.available(), demand, decimals).over(supply, wanted, ordered);
  }

  /** The way from the morning of the first day to the evening of the last. */
  private record Walk(LocalDate today, BigDecimal available, DemandOverTime demand, int decimals) {
    Projection over(BigDecimal[] supply, BigDecimal[] wanted, BigDecimal[] due) {
      List<Day> days = new ArrayList<>();
      BigDecimal[] left = new BigDecimal[supply.length];
      BigDecimal[] ordered = new BigDecimal[supply.length];
      BigDecimal opening = available;
      BigDecimal beyond = BigDecimal.ZERO;
      for (int d = 0; d < supply.length; d++) {
        BigDecimal before = d == 0 ? BigDecimal.ZERO : ordered[d - 1];
        ordered[d] = before.add(due[d]);
        left[d] = (d == 0 ? available : left[d - 1]).add(supply[d]).subtract(wanted[d]);
        BigDecimal expected =
            BigDecimal.valueOf(demand.mean(d + 1)).setScale(decimals, RoundingMode.HALF_EVEN);
        BigDecimal more = expected.subtract(ordered[d]).max(beyond);
        BigDecimal forecast = more.subtract(beyond);
        beyond = more;
        BigDecimal closing = opening.add(supply[d]).subtract(wanted[d]).subtract(forecast);
        days.add(new Day(today.plusDays(d), opening, supply[d], wanted[d], forecast, closing));
        opening = closing;
      }
      return new Projection(today, demand, days, left, ordered);
    }
  }

  private static BigDecimal[] zeros(int length) {
    BigDecimal[] zeros = new BigDecimal[length];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  private static void add(BigDecimal[] days, LocalDate today, LocalDate day, BigDecimal quantity) {
    long at = ChronoUnit.DAYS.between(today, day);
    if (at < days.length) {
      days[(int) at] = days[(int) at].add(quantity);
    }
  }

  /** Returns the day on which something arrives that may be overdue. */
  public static LocalDate arrival(OpenSupply supply, LocalDate today, OpenDays delivery) {
    return supply.due().isBefore(today) ? delivery.onOrAfter(today.plusDays(1)) : supply.due();
  }

  public List<Day> days() {
    return days;
  }

  /** Returns the first day of which stock is expected to be short; empty where it lasts. */
  public Optional<LocalDate> runsOut() {
    return days.stream().filter(d -> d.closing().signum() < 0).map(Day::day).findFirst();
  }

  /** Returns the first day at whose end stock may be out with a probability above this. */
  public Optional<LocalDate> riskAbove(double tolerated) {
    for (int d = 0; d < worst.length; d++) {
      if (worst[d] > tolerated) {
        return Optional.of(today.plusDays(d));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the probability 0–1 that stock has been out before some days have gone by.
   *
   * @param length days, at least 0; what lies beyond the projection counts as its end
   */
  public double stockOutWithin(int length) {
    return length == 0 ? 0 : worst[Math.min(length, worst.length) - 1];
  }

  /**
   * Returns the same if something more arrives.
   *
   * @param more base units
   * @param arrival day on which it does, counted from 0
   */
  public double stockOutWithin(int length, BigDecimal more, int arrival) {
    double highest = stockOutWithin(Math.min(length, arrival));
    for (int d = arrival; d < Math.min(length, worst.length); d++) {
      highest = Math.max(highest, stockOut(d, more));
    }
    return highest;
  }

  /** Returns the probability that stock with so much more is out at the end of a day, from 0. */
  double stockOut(int day, BigDecimal more) {
    BigDecimal there = left[day].add(more);
    return there.signum() < 0 ? 1 : demand.stockOut(day + 1, there.add(ordered[day]).doubleValue());
  }

  /**
   * Returns the inventory position: what is there for all demand up to a day, with what arrives by
   * then, less what is owed.
   *
   * @param length days, what lies beyond the projection counts as its end
   */
  public BigDecimal position(int length) {
    int day = Math.max(0, Math.min(length, left.length) - 1);
    return left[day].add(ordered[day]);
  }

  /** Returns what customers have ordered for the days up to one. */
  public BigDecimal ordered(int length) {
    return ordered[Math.max(0, Math.min(length, left.length) - 1)];
  }
}
