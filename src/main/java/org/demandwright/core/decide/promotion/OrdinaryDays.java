package org.demandwright.core.decide.promotion;

import java.time.LocalDate;
import java.util.BitSet;
import org.demandwright.core.demand.Promotion;

/**
 * The ordinary days of an item at a site: those on which it could be sold, that lie neither in a
 * promotion nor in the {@value #AFTER} days behind one, nor on a {@linkplain MarketDays day on
 * which the market is apart}; with the profile of the week on them, of mean 1.
 */
final class OrdinaryDays {
  static final int AFTER = 14;
  static final int WEEK = 7;

  /** So many units of every weekday are taken to be as any other. */
  private static final double EVEN = 8;

  /** Monday of the week that holds 1970-01-01 is three days before it. */
  private static final int MONDAY = 3;

  private static final double MOST_ON = 0.5;

  private final PlaceDays place;
  private final BitSet apart;
  private final int days;
  private final int begun;
  private final BitSet promoted;
  private final BitSet ordinary = new BitSet();
  private final double[] profile = new double[WEEK];
  private final double[] sums;
  private final double[] weights;

  /**
   * @param apart days of the market that tell nothing, counted from the place's first day
   */
  OrdinaryDays(PlaceDays place, BitSet apart) {
    this.place = place;
    this.apart = apart;
    this.days = place.sold().size();
    this.begun = begun(place);
    this.promoted = promoted();
    for (int d = begun; d < days; d++) {
      ordinary.set(d, tells(d) && !promoted.get(d) && !isBehind(d));
    }
    learnProfile();
    sums = new double[days + 1];
    weights = new double[days + 1];
    for (int d = 0; d < days; d++) {
      boolean counts = ordinary.get(d);
      sums[d + 1] = sums[d] + (counts ? sold(d) : 0);
      weights[d + 1] = weights[d] + (counts ? profile(d) : 0);
    }
  }

  private static int begun(PlaceDays place) {
    int d = 0;
    while (d < place.sold().size() && place.sold().get(d) == 0) {
      d++;
    }
    return d;
  }

  private BitSet promoted() {
    BitSet on = new BitSet(days);
    for (Promotion p : place.promotions()) {
      int from = day(p.from());
      int to = day(p.to().plusDays(1));
      on.set(from, Math.max(from, to));
    }
    return on;
  }

  private boolean isBehind(int d) {
    int last = promoted.previousSetBit(d);
    return last >= 0 && d - last <= AFTER;
  }

  private void learnProfile() {
    double[] units = new double[WEEK];
    int[] count = new int[WEEK];
    double all = 0;
    for (int d = ordinary.nextSetBit(0); d >= 0; d = ordinary.nextSetBit(d + 1)) {
      units[weekday(d)] += sold(d);
      count[weekday(d)]++;
      all += sold(d);
    }
    double mean = ordinary.isEmpty() ? 0 : all / ordinary.cardinality();
    double sum = 0;
    for (int k = 0; k < WEEK; k++) {
      profile[k] = mean == 0 ? 1 : (units[k] + EVEN) / (count[k] * mean + EVEN);
      sum += profile[k];
    }
    for (int k = 0; k < WEEK; k++) {
      profile[k] *= WEEK / sum;
    }
  }

  private int weekday(int d) {
    return (int) Math.floorMod(place.first().toEpochDay() + d + MONDAY, (long) WEEK);
  }

  private static int week(long epochDay) {
    return (int) Math.floorDiv(epochDay + MONDAY, (long) WEEK);
  }

  /** The number of a day's week, that of 1970-01-01 is 0. */
  static int weekOf(LocalDate day) {
    return week(day.toEpochDay());
  }

  /** The number of a day's week. */
  int week(int d) {
    return week(place.first().toEpochDay() + d);
  }

  /** A day counted from the first, not before it and not behind the last. */
  int day(LocalDate day) {
    return (int) Math.max(0, Math.min(days, day.toEpochDay() - place.first().toEpochDay()));
  }

  /** How many days are known. */
  int size() {
    return days;
  }

  /** The first day on which something was sold. */
  int begun() {
    return begun;
  }

  double sold(int d) {
    return place.sold().get(d);
  }

  boolean isOut(int d) {
    return place.out().get(d);
  }

  boolean isPromoted(int d) {
    return promoted.get(d);
  }

  /** Whether a day lies in no promotion, from one day to before another. */
  boolean isFree(int from, int to) {
    int next = promoted.nextSetBit(from);
    return next < 0 || next >= to;
  }

  boolean isOrdinary(int d) {
    return ordinary.get(d);
  }

  /** Whether the item could be sold on a day, and the market was not apart. */
  boolean tells(int d) {
    return d >= begun && !isOut(d) && !apart.get(d);
  }

  /** How much of a usual day's demand a day has. */
  double profile(int d) {
    return profile[weekday(d)];
  }

  /** Base units that were sold on the ordinary days from one day to before another. */
  double units(int from, int to) {
    return sums[to] - sums[from];
  }

  /** The sum of the profile over these days. */
  double weight(int from, int to) {
    return weights[to] - weights[from];
  }

  /** Returns whether the item is on promotion on more than half of the days on which it is sold. */
  boolean alwaysOn() {
    return days > begun && promoted.get(begun, days).cardinality() > MOST_ON * (days - begun);
  }
}
