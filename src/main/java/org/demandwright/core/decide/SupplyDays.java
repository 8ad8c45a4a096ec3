package org.demandwright.core.decide;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The days between a vendor and a site: those that a lead time is counted in, and those on which
 * one can order and receive.
 *
 * <p>A delivery is usable from the morning of its day on. An order of a day arrives on the first
 * day of delivery that is not before so many working days after it.
 *
 * @param work on which both work: lead times are counted in them
 * @param order on which the vendor takes orders
 * @param delivery on which the vendor delivers and the site receives
 */
public record SupplyDays(OpenDays work, OpenDays order, OpenDays delivery) {
  /** Every day, for whatever is done. */
  public static final SupplyDays ALL = new SupplyDays(OpenDays.ALL, OpenDays.ALL, OpenDays.ALL);

  private static final double MIDDLE = 0.5;

  public SupplyDays {
    Objects.requireNonNull(work, "work");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(delivery, "delivery");
  }

  /**
   * Returns the days between two calendars.
   *
   * @param orderWeekdays on which the vendor takes orders; empty = whenever it works
   * @param deliveryWeekdays on which it delivers; empty = whenever both work
   */
  public static SupplyDays of(
      OpenDays vendor,
      OpenDays site,
      Collection<DayOfWeek> orderWeekdays,
      Collection<DayOfWeek> deliveryWeekdays) {
    OpenDays both = vendor.and(site);
    return new SupplyDays(
        both,
        orderWeekdays.isEmpty() ? vendor : vendor.and(OpenDays.of(orderWeekdays)),
        deliveryWeekdays.isEmpty() ? both : both.and(OpenDays.of(deliveryWeekdays)));
  }

  /** Returns the day on which what is ordered on a day arrives after so many working days. */
  public LocalDate arrival(LocalDate ordered, int workingDays) {
    return delivery.onOrAfter(work.plus(ordered, workingDays));
  }

  /**
   * Returns the day of the order after one: the first occasion from so many days later on whose
   * delivery comes later, too. An order that would come with the same delivery is no other one.
   *
   * @param reviewDays calendar days from one order to the next; 0 = at any time, so that the next
   *     one is on the same day
   * @param workingDays lead time, of which the median counts
   */
  public LocalDate orderAfter(LocalDate ordered, int reviewDays, DayDistribution workingDays) {
    if (reviewDays == 0) {
      return ordered;
    }
    int middle = workingDays.quantile(MIDDLE);
    LocalDate arrives = arrival(ordered, middle);
    LocalDate next = order.onOrAfter(ordered.plusDays(reviewDays));
    while (!arrival(next, middle).isAfter(arrives)) {
      next = order.onOrAfter(next.plusDays(1));
    }
    return next;
  }

  /**
   * Returns after how many calendar days an order arrives.
   *
   * @param from the day that is counted from, not after the order
   * @param workingDays lead time
   */
  public DayDistribution arrivals(LocalDate from, LocalDate ordered, DayDistribution workingDays) {
    TreeMap<Integer, Double> shares = new TreeMap<>();
    LocalDate day = work.plus(ordered, workingDays.first());
    for (int lead = workingDays.first(); lead <= workingDays.last(); lead++) {
      if (lead > workingDays.first()) {
        day = work.plus(day, 1);
      }
      double share = workingDays.share(lead);
      if (share > 0) {
        int days = (int) ChronoUnit.DAYS.between(from, delivery.onOrAfter(day));
        shares.merge(days, share, Double::sum);
      }
    }
    return DayDistribution.of(shares);
  }
}
