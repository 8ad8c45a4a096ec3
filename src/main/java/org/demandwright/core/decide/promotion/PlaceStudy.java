package org.demandwright.core.decide.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.Promotion;

/**
 * What an item would have sold at a site without its promotions.
 *
 * <p>Its ordinary days are those on which it could be sold, that lie neither in a promotion nor in
 * the {@value #AFTER} days behind one, nor on a {@linkplain MarketDays day on which the market is
 * apart}. Let w be the profile of the week on them, of mean 1. Before and behind a promotion the
 * {@value #SIDE} nearest ordinary days within {@value #REACH} days, at the list price that the
 * promotion had, tell a rate r = Σ sold ÷ Σ w; what was to be expected of a day is w times the mean
 * of both, so that a trend and a season that go straight across it cancel. One side is enough where
 * the other has less than {@value #LEAST_BASE} such days.
 */
final class PlaceStudy {
  static final int AFTER = 14;
  static final int SIDE = 42;
  static final int REACH = 84;
  static final int LEAST_BASE = 14;
  static final int LEAST_DAYS = 3;
  static final int LEAST_AFTER = 5;

  private static final int WEEK = 7;
  private static final int LOCAL = 28;
  private static final int LEAST_WEEK = 4;

  /** So many units of every weekday are taken to be as any other. */
  private static final double EVEN = 8;

  /** Prices that differ by less are the same. */
  private static final double SAME_PRICE = 0.005;

  /** Monday of the week that holds 1970-01-01 is three days before it. */
  private static final int MONDAY = 3;

  private static final double MOST_ON = 0.5;
  private static final double SHALLOWEST = 0.01;

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
  PlaceStudy(PlaceDays place, BitSet apart) {
    this.place = place;
    this.apart = apart;
    this.days = place.sold().size();
    this.begun = begun();
    this.promoted = promoted();
    for (int d = begun; d < days; d++) {
      ordinary.set(d, tells(d) && !promoted.get(d) && !behind(d));
    }
    learnProfile();
    sums = new double[days + 1];
    weights = new double[days + 1];
    for (int d = 0; d < days; d++) {
      boolean counts = ordinary.get(d);
      sums[d + 1] = sums[d] + (counts ? place.sold().get(d) : 0);
      weights[d + 1] = weights[d] + (counts ? profile(d) : 0);
    }
  }

  private int begun() {
    int d = 0;
    while (d < days && place.sold().get(d) == 0) {
      d++;
    }
    return d;
  }

  private boolean tells(int d) {
    return d >= begun && !place.out().get(d) && !apart.get(d);
  }

  private BitSet promoted() {
    BitSet on = new BitSet(days);
    for (Promotion p : place.promotions()) {
      int from = clipped(p.from());
      int to = clipped(p.to().plusDays(1));
      on.set(from, Math.max(from, to));
    }
    return on;
  }

  private int clipped(LocalDate day) {
    return (int) Math.max(0, Math.min(days, day.toEpochDay() - place.first().toEpochDay()));
  }

  private boolean behind(int d) {
    int last = promoted.previousSetBit(d);
    return last >= 0 && d - last <= AFTER;
  }

  private static int week(long epochDay) {
    return (int) Math.floorDiv(epochDay + MONDAY, (long) WEEK);
  }

  private int week(int d) {
    return week(place.first().toEpochDay() + d);
  }

  private double profile(int d) {
    return profile[(int) Math.floorMod(place.first().toEpochDay() + d + MONDAY, (long) WEEK)];
  }

  private void learnProfile() {
    double[] units = new double[WEEK];
    int[] count = new int[WEEK];
    double all = 0;
    for (int d = ordinary.nextSetBit(0); d >= 0; d = ordinary.nextSetBit(d + 1)) {
      int k = (int) Math.floorMod(place.first().toEpochDay() + d + MONDAY, (long) WEEK);
      units[k] += place.sold().get(d);
      count[k]++;
      all += place.sold().get(d);
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

  /** Returns whether the item is on promotion on more than half of the days on which it is sold. */
  boolean alwaysOn() {
    return days > begun && promoted.get(begun, days).cardinality() > MOST_ON * (days - begun);
  }

  double units() {
    return sums[days];
  }

  /** What demand scatters by; added up over items, it tells dispersion and the luck of weeks. */
  static final class Scatter {
    private double daySquares;
    private double dayMeans;

    /** Returns variance ÷ mean of what is sold within a week. */
    double dispersion() {
      return dayMeans <= 0 ? 1 : Math.max(0.05, daySquares / dayMeans);
    }
  }

  /**
   * Adds how days scatter within their weeks, and weeks around what was expected of them.
   *
   * @param luck sums of squares of weeks, of what units alone make of them, and of squared means
   */
  void scatter(Scatter of, double[] luck) {
    double squares = 0;
    double means = 0;
    double weekSquares = 0;
    double weekMeans = 0;
    double weekMeanSquares = 0;
    for (int d = begun; d < days; ) {
      int week = week(d);
      int end = d;
      double units = 0;
      double weight = 0;
      int count = 0;
      for (; end < days && week(end) == week; end++) {
        if (ordinary.get(end)) {
          units += place.sold().get(end);
          weight += profile(end);
          count++;
        }
      }
      if (count >= LEAST_WEEK) {
        for (int i = d; i < end; i++) {
          if (ordinary.get(i)) {
            double expected = units * profile(i) / weight;
            double off = place.sold().get(i) - expected;
            squares += off * off;
            means += expected * (1 - profile(i) / weight);
          }
        }
        int from = Math.max(0, d - LOCAL);
        int to = Math.min(days, end + LOCAL);
        double around = weights[to] - weights[from] - weight;
        if (around >= LEAST_BASE) {
          double expected = (sums[to] - sums[from] - units) / around * weight;
          double unsure = 1 + weight / around;
          weekSquares += (units - expected) * (units - expected);
          weekMeans += expected * unsure;
          weekMeanSquares += expected * expected * unsure;
        }
      }
      d = end;
    }
    of.daySquares += squares;
    of.dayMeans += means;
    double dispersion = means <= 0 ? 1 : squares / means;
    luck[0] += weekSquares - dispersion * weekMeans;
    luck[1] += weekMeanSquares;
  }

  /**
   * Adds what was sold on ordinary days apart from what the days around them had, week by week.
   *
   * @param more units above what was expected on ordinary days, by the number of the week less the
   *     first
   * @param expected units on ordinary days
   * @param all units expected on all days without a promotion
   */
  void apart(int firstWeek, double[] more, double[] expected, double[] all) {
    for (int d = promoted.nextClearBit(begun); d < days; d = promoted.nextClearBit(d + 1)) {
      int from = Math.max(0, d - LOCAL);
      int to = Math.min(days, d + LOCAL + 1);
      int at = week(d) - firstWeek;
      double around = weights[to] - weights[from];
      if (around >= LEAST_BASE && at >= 0 && at < more.length && !place.out().get(d)) {
        double usual = (sums[to] - sums[from]) / around * profile(d);
        all[at] += usual;
        if (ordinary.get(d)) {
          more[at] += place.sold().get(d) - usual;
          expected[at] += usual;
        }
      }
    }
  }

  static int weekOf(LocalDate day) {
    return week(day.toEpochDay());
  }

  /** Returns what each past promotion did; one that has not ended yet is left out. */
  List<CaseAtPlace> cases() {
    List<CaseAtPlace> cases = new ArrayList<>();
    for (Promotion p : apart(place.promotions())) {
      int from = clipped(p.from());
      int to = clipped(p.to().plusDays(1));
      if (p.to().toEpochDay() < place.first().toEpochDay() + days && to > Math.max(from, begun)) {
        cases.add(one(p, Math.max(from, begun), to));
      }
    }
    return cases;
  }

  /**
   * Promotions that overlap are one, by the first identity of them: what is told twice, such as by
   * the ERP and here, would count twice.
   */
  private static List<Promotion> apart(List<Promotion> promotions) {
    List<Promotion> sorted =
        promotions.stream().sorted(Comparator.comparing(Promotion::from)).toList();
    List<Promotion> apart = new ArrayList<>();
    for (Promotion p : sorted) {
      int last = apart.size() - 1;
      if (last >= 0 && !p.from().isAfter(apart.get(last).to())) {
        apart.set(last, both(apart.get(last), p));
      } else {
        apart.add(p);
      }
    }
    return apart;
  }

  private static Promotion both(Promotion one, Promotion other) {
    return new Promotion(
        one.promotionId(),
        one.item(),
        one.siteId(),
        one.from(),
        one.to().isAfter(other.to()) ? one.to() : other.to());
  }

  private CaseAtPlace one(Promotion p, int from, int to) {
    int tell = 0;
    int out = 0;
    double sold = 0;
    double weight = 0;
    double[] weeks = new double[week(to - 1) - week(from) + 1];
    for (int d = from; d < to; d++) {
      out += place.out().get(d) ? 1 : 0;
      if (tells(d)) {
        tell++;
        sold += place.sold().get(d);
        weight += profile(d);
        weeks[week(d) - week(from)] += profile(d);
      }
    }
    if (alwaysOn()) {
      return unknown(p, tell, WhyUnknown.ALWAYS_ON);
    }
    if (tell < LEAST_DAYS || 2 * tell < to - from) {
      return unknown(p, tell, 2 * out > to - from ? WhyUnknown.STOCK_OUT : WhyUnknown.TOO_FEW_DAYS);
    }
    Optional<Rate> rate = rate(from, to, price(from));
    if (rate.isEmpty()) {
      boolean moved = price(from) > 0 && rate(from, to, 0).isPresent();
      return unknown(p, tell, moved ? WhyUnknown.PRICE_MOVED : WhyUnknown.TOO_FEW_DAYS);
    }
    if (rate.get().perDay() <= 0) {
      return unknown(p, tell, WhyUnknown.TOO_LITTLE_SOLD);
    }
    double perDay = rate.get().perDay();
    double squares = 0;
    for (int k = 0; k < weeks.length; k++) {
      weeks[k] *= perDay;
      squares += weeks[k] * weeks[k];
    }
    return new CaseAtPlace(
        p.promotionId(),
        p.from(),
        p.to(),
        place.site(),
        tell,
        sold,
        weight * perDay,
        squares,
        rate.get().surety(),
        after(to, perDay),
        week(from),
        weeks,
        depth(from, to),
        Optional.empty());
  }

  private CaseAtPlace unknown(Promotion p, int days, WhyUnknown why) {
    return CaseAtPlace.unknown(p.promotionId(), p.from(), p.to(), place.site(), days, why);
  }

  private double price(int d) {
    return d < place.price().size() ? place.price().get(d) : 0;
  }

  private record Rate(double perDay, CaseAtPlace.Surety surety) {}

  /** Units and profile of ordinary days on one side of a promotion. */
  private record Side(int days, double units, double weight) {
    double rate() {
      return units / weight;
    }
  }

  /**
   * @param price at which days count, 0 = any
   */
  private Optional<Rate> rate(int from, int to, double price) {
    List<Side> sides = new ArrayList<>();
    for (Side side : List.of(side(from - 1, -1, price), side(to, 1, price))) {
      if (side.days() >= LEAST_BASE) {
        sides.add(side);
      }
    }
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    double sum = sides.stream().mapToDouble(Side::rate).sum();
    double ofUnits = 0;
    double ofWeeks = 0;
    for (Side side : sides) {
      double share = sum == 0 ? 0 : side.rate() / sum;
      ofUnits += share * share / Math.max(1, side.units());
      ofWeeks += share * share / (side.days() / (double) WEEK);
    }
    return Optional.of(new Rate(sum / sides.size(), new CaseAtPlace.Surety(ofUnits, ofWeeks)));
  }

  private Side side(int start, int step, double price) {
    int count = 0;
    double units = 0;
    double weight = 0;
    int reached = 0;
    for (int d = start; d >= 0 && d < days && count < SIDE && reached < REACH; d += step) {
      reached++;
      boolean same = price <= 0 || price(d) <= 0 || Math.abs(price(d) / price - 1) <= SAME_PRICE;
      if (ordinary.get(d) && same) {
        count++;
        units += place.sold().get(d);
        weight += profile(d);
      }
    }
    return new Side(count, units, weight);
  }

  private CaseAtPlace.After after(int to, double perDay) {
    int tell = 0;
    double sold = 0;
    double weight = 0;
    double[] weeks = new double[AFTER / WEEK + 2];
    for (int d = to; d < Math.min(days, to + AFTER) && !promoted.get(d); d++) {
      if (tells(d)) {
        tell++;
        sold += place.sold().get(d);
        weight += profile(d);
        weeks[week(d) - week(to)] += profile(d) * perDay;
      }
    }
    if (tell < LEAST_AFTER) {
      return CaseAtPlace.After.NONE;
    }
    double squares = 0;
    for (double week : weeks) {
      squares += week * week;
    }
    return new CaseAtPlace.After(tell, sold, weight * perDay, squares);
  }

  /** How much less was paid, by the weeks of which so much was sold in the promotion. */
  private Optional<Double> depth(int from, int to) {
    double usualUnits = 0;
    double usualMoney = 0;
    double shares = 0;
    double less = 0;
    List<double[]> touched = new ArrayList<>();
    for (PlaceDays.WeekPaid week : place.paid()) {
      int start = place.day(week.monday());
      boolean near = start >= from - REACH && start < to + REACH;
      if (!near || week.units() <= 0) {
        continue;
      }
      double in = units(Math.max(from, start), Math.min(to, start + WEEK));
      double all = units(Math.max(0, start), Math.min(days, start + WEEK));
      boolean free = promoted.get(Math.max(0, start), Math.max(0, start + WEEK)).isEmpty();
      if (free) {
        usualUnits += week.units();
        usualMoney += week.money();
      } else if (in > 0 && all > 0) {
        touched.add(
            new double[] {Math.min(1, in / all), week.money() / week.units(), week.units()});
      }
    }
    if (usualUnits <= 0 || usualMoney <= 0) {
      return Optional.empty();
    }
    double usual = usualMoney / usualUnits;
    for (double[] week : touched) {
      less += week[0] * (1 - week[1] / usual) * week[2];
      shares += week[0] * week[0] * week[2];
    }
    return shares > 0 && less / shares > SHALLOWEST
        ? Optional.of(Math.min(0.95, less / shares))
        : Optional.empty();
  }

  private double units(int from, int to) {
    double units = 0;
    for (int d = from; d < to; d++) {
      units += place.sold().get(d);
    }
    return units;
  }
}
