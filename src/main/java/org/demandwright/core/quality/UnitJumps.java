package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demandwright.core.Quantity;
import org.demandwright.core.Words;
import org.demandwright.core.quality.SeriesProfile.Sold;
import org.demandwright.core.quality.SeriesProfile.Week;

/**
 * A change of unit: from one week on, the price of a base unit is another by about a pack factor
 * (6, 10, 12, 20, 24, 48, 50, 100, 144 or 1000), and demand is by about the same factor the other
 * way.
 *
 * <p>With R = median price of the {@value #SIDE} weeks from a week on ÷ that of the {@value #SIDE}
 * weeks before it, and D the same of demand: |ln R ∓ ln k| ≤ ln {@value #NEAR} for a pack factor k,
 * |ln R + ln D| ≤ ln {@value #SAME_MONEY} (the money that it brings stayed about the same), and the
 * prices of each side lie within {@value #STEADY} of their median. Weeks without a sale do not
 * count; money is compared in the currency of most lines. The week of the largest |ln R| is
 * reported. Effect = what the demand of the side with fewer units lacks against the other unit:
 * from that week on to the end, units × (k − 1) where units fell, units × (1 − 1/k) where they
 * rose.
 */
final class UnitJumps implements SeriesRule {
  /** Two months of sales on each side: a price that holds so long is no special offer. */
  static final int SIDE = 8;

  /** A price change of 15 % may come with it. */
  static final double NEAR = 1.15;

  /** Demand may double or halve at the same time. */
  static final double SAME_MONEY = 2;

  /** Prices of one side: campaigns of 30 %, but no second unit among them. */
  static final double STEADY = 1.5;

  /** The smallest is far from any change of price; below it, a pack cannot be told from one. */
  private static final int[] PACKS = {6, 10, 12, 20, 24, 48, 50, 100, 144, 1000};

  private record Jump(int index, double ratio, int pack) {}

  @Override
  public List<Finding> inspect(InspectedSeries s) {
    Optional<String> main =
        s.profile().currencies().entrySet().stream()
            .max(Comparator.comparingLong(e -> e.getValue().lines()))
            .map(Map.Entry::getKey);
    if (main.isEmpty()) {
      return List.of();
    }
    List<Week> weeks = s.profile().weeks().stream().filter(w -> price(w, main.get()) > 0).toList();
    return IntStream.rangeClosed(SIDE, weeks.size() - SIDE)
        .mapToObj(i -> jump(weeks, main.get(), i))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(j -> Math.abs(Math.log(j.ratio()))))
        .map(jump -> List.of(finding(s, weeks, main.get(), jump)))
        .orElse(List.of());
  }

  private static double price(Week week, String currency) {
    Sold sold = week.prices().getOrDefault(currency, Sold.NOTHING);
    return sold.units() > 0 && sold.amount() > 0 ? sold.amount() / sold.units() : 0;
  }

  private static Optional<Jump> jump(List<Week> weeks, String currency, int at) {
    double[] before = prices(weeks.subList(at - SIDE, at), currency);
    double[] after = prices(weeks.subList(at, at + SIDE), currency);
    double ratio = Typical.of(after).middle() / Typical.of(before).middle();
    for (int pack : PACKS) {
      if (Math.abs(Math.abs(Math.log(ratio)) - Math.log(pack)) <= Math.log(NEAR)
          && steady(before)
          && steady(after)
          && sameMoney(weeks, at, ratio)) {
        return Optional.of(new Jump(at, ratio, pack));
      }
    }
    return Optional.empty();
  }

  private static double[] prices(List<Week> weeks, String currency) {
    return weeks.stream().mapToDouble(w -> price(w, currency)).toArray();
  }

  private static boolean steady(double[] prices) {
    double middle = Typical.of(prices).middle();
    for (double p : prices) {
      if (Math.abs(Math.log(p / middle)) > Math.log(STEADY)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameMoney(List<Week> weeks, int at, double ratio) {
    double before = units(weeks.subList(at - SIDE, at));
    double after = units(weeks.subList(at, at + SIDE));
    return Math.abs(Math.log(ratio * after / before)) <= Math.log(SAME_MONEY);
  }

  private static double units(List<Week> weeks) {
    return Typical.of(weeks.stream().mapToDouble(Week::units).toArray()).middle();
  }

  private static Finding finding(InspectedSeries s, List<Week> weeks, String currency, Jump jump) {
    Week week = weeks.get(jump.index());
    List<SeriesProfile.Day> days = s.profile().days();
    LocalDate last = days.get(days.size() - 1).day();
    double after =
        weeks.subList(jump.index(), weeks.size()).stream().mapToDouble(Week::units).sum();
    boolean fewer = jump.ratio() > 1;
    double effect = fewer ? after * (jump.pack() - 1) : after * (1 - 1.0 / jump.pack());
    double beforePrice =
        Typical.of(prices(weeks.subList(jump.index() - SIDE, jump.index()), currency)).middle();
    double afterPrice =
        Typical.of(prices(weeks.subList(jump.index(), jump.index() + SIDE), currency)).middle();
    Words what =
        Words.of(
            fewer ? "quality.unit-jump.times" : "quality.unit-jump.divided",
            Quantity.words(afterPrice),
            Quantity.words(beforePrice),
            currency,
            jump.pack(),
            Quantity.words(units(weeks.subList(jump.index(), jump.index() + SIDE))),
            Quantity.words(units(weeks.subList(jump.index() - SIDE, jump.index()))));
    LineSelection lines =
        LineSelection.ofDays(week.monday(), last, s.profile().lines(week.monday(), last));
    double share = s.profile().shareOf(effect);
    return new Finding(
        Rule.UNIT_JUMP,
        Severity.HIGH,
        Subject.of(s.key()),
        week.monday(),
        last,
        lines,
        List.of(),
        effect,
        share,
        s.profile().valueOf(effect),
        what);
  }
}
