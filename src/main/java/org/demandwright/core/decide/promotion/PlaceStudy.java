package org.demandwright.core.decide.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.Promotion;

/**
 * What an item would have sold at a site without its promotions.
 *
 * <p>Let w be the profile of the week on its {@linkplain OrdinaryDays ordinary days}. Before and
 * behind a promotion the {@value #SIDE} nearest ordinary days within {@value #REACH} days, at the
 * list price that the promotion had, tell a rate r = Σ sold ÷ Σ w; what was to be expected of a day
 * is w times the mean of both, so that a trend and a season that go straight across it cancel. One
 * side is enough where the other has less than {@value #LEAST_BASE} such days.
 */
final class PlaceStudy {
  static final int SIDE = 42;
  static final int REACH = 84;
  static final int LEAST_BASE = 14;
  static final int LEAST_DAYS = 3;
  static final int LEAST_AFTER = 5;

  /** Prices that differ by less are the same. */
  private static final double SAME_PRICE = 0.005;

  private final PlaceDays place;
  private final OrdinaryDays ordinary;

  PlaceStudy(PlaceDays place, OrdinaryDays ordinary) {
    this.place = place;
    this.ordinary = ordinary;
  }

  /** Returns what each past promotion did; one that has not ended yet is left out. */
  List<CaseAtPlace> cases() {
    List<CaseAtPlace> cases = new ArrayList<>();
    for (Promotion p : apart(place.promotions())) {
      int from = ordinary.day(p.from());
      int to = ordinary.day(p.to().plusDays(1));
      if (p.to().toEpochDay() < place.first().toEpochDay() + ordinary.size()
          && to > Math.max(from, ordinary.begun())) {
        cases.add(one(p, Math.max(from, ordinary.begun()), to));
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
    double[] weeks = new double[ordinary.week(to - 1) - ordinary.week(from) + 1];
    for (int d = from; d < to; d++) {
      out += ordinary.isOut(d) ? 1 : 0;
      if (ordinary.tells(d)) {
        tell++;
        sold += ordinary.sold(d);
        weight += ordinary.profile(d);
        weeks[ordinary.week(d) - ordinary.week(from)] += ordinary.profile(d);
      }
    }
    if (ordinary.alwaysOn()) {
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
        new PromotionWeeks(ordinary.week(from), weeks),
        PaidDepth.of(place, ordinary, from, to),
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
      ofWeeks += share * share / (side.days() / (double) OrdinaryDays.WEEK);
    }
    return Optional.of(new Rate(sum / sides.size(), new CaseAtPlace.Surety(ofUnits, ofWeeks)));
  }

  private Side side(int start, int step, double price) {
    int count = 0;
    double units = 0;
    double weight = 0;
    int reached = 0;
    for (int d = start;
        d >= 0 && d < ordinary.size() && count < SIDE && reached < REACH;
        d += step) {
      reached++;
      boolean same = price <= 0 || price(d) <= 0 || Math.abs(price(d) / price - 1) <= SAME_PRICE;
      if (ordinary.isOrdinary(d) && same) {
        count++;
        units += ordinary.sold(d);
        weight += ordinary.profile(d);
      }
    }
    return new Side(count, units, weight);
  }

  private CaseAtPlace.After after(int to, double perDay) {
    int tell = 0;
    double sold = 0;
    double weight = 0;
    double[] weeks = new double[OrdinaryDays.AFTER / OrdinaryDays.WEEK + 2];
    for (int d = to;
        d < Math.min(ordinary.size(), to + OrdinaryDays.AFTER) && !ordinary.isPromoted(d);
        d++) {
      if (ordinary.tells(d)) {
        tell++;
        sold += ordinary.sold(d);
        weight += ordinary.profile(d);
        weeks[ordinary.week(d) - ordinary.week(to)] += ordinary.profile(d) * perDay;
      }
    }
    if (tell < LEAST_AFTER) {
      return CaseAtPlace.After.NONE;
    }
    double squares = 0;
    for (double week : weeks) {
      squares += week * week;
    }
    return new CaseAtPlace.After(sold, weight * perDay, squares);
  }
}
