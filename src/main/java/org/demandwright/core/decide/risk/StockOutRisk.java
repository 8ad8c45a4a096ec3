package org.demandwright.core.decide.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.demandwright.core.Words;

/**
 * With what probability stock is at 0 or below at the end of some day before anything that is
 * ordered today can be there, and how much is not served until then.
 *
 * <p>What is on its way comes on random days. {@value #SCENARIOS} equally likely courses are looked
 * at: of each delivery the middles of as many slices of its distribution, in an order of its own,
 * so that every delivery is early and late evenly often (a Latin hypercube; McKay, Beckman &amp;
 * Conover 1979, Technometrics 21). Within one course the day before each delivery and the last day
 * are the worst ones; the probability of the course is that of its worst, since totals do not tell
 * how days hang together.
 *
 * <p>Worked: 10 units, nothing on its way, and with probability 0.3 at least 10 are wanted in a
 * week: 0.3. With 100 units that come on the first or the last day of it, evenly likely, 0.15 and
 * what may be wanted in one day.
 *
 * @param probability 0–1
 * @param lost expected base units that are wanted and not there
 */
public record StockOutRisk(double probability, double lost) {
  private static final int SCENARIOS = 20;

  /** Coprime to {@link #SCENARIOS}, so that multiples of it are permutations of the slices. */
  private static final int[] STEPS = {1, 7, 3, 9, 11, 13, 17, 19};

  /**
   * Returns the risk.
   *
   * @param available base units that are there for the demand of these days
   * @param days until what is ordered today is there, at least 1
   */
  public static StockOutRisk of(
      DemandAhead demand, double available, List<AwaitedSupply> awaited, int days) {
    double probability = 0;
    double lost = 0;
    boolean certain = awaited.stream().allMatch(a -> a.days().shares().size() == 1);
    int courses = certain ? 1 : SCENARIOS;
    for (int course = 0; course < courses; course++) {
      StockOutRisk one = course(demand, available, arrivals(awaited, course), days);
      probability += one.probability / courses;
      lost += one.lost / courses;
    }
    return new StockOutRisk(Math.min(1, probability), lost);
  }

  /**
   * Returns what is to be said of it.
   *
   * @param available as it was looked at
   * @param awaited as it was looked at
   * @param days as they were looked at
   */
  public Risk risk(double available, List<AwaitedSupply> awaited, int days) {
    double coming = awaited.stream().mapToDouble(AwaitedSupply::quantity).sum();
    return Risk.ofAll(
        RiskKind.STOCK_OUT,
        probability,
        lost,
        Risk.Worth.MARGIN,
        List.of(
            Risk.Figure.of("probability", probability),
            Risk.Figure.of("lostUnits", lost),
            Risk.Figure.of("available", available),
            Risk.Figure.of("onOrder", coming),
            Risk.Figure.of("days", days)),
        Words.of(
            "risk.stock-out",
            Risk.percent(probability),
            days,
            Risk.told(available),
            Risk.told(coming),
            Risk.told(lost)));
  }

  private record Delivery(int day, double quantity) {}

  private static List<Delivery> arrivals(List<AwaitedSupply> awaited, int course) {
    List<Delivery> arrivals = new ArrayList<>();
    for (int i = 0; i < awaited.size(); i++) {
      int slice = (course * STEPS[i % STEPS.length] + i) % SCENARIOS;
      AwaitedSupply supply = awaited.get(i);
      arrivals.add(
          new Delivery(supply.days().quantile((slice + 0.5) / SCENARIOS), supply.quantity()));
    }
    arrivals.sort(Comparator.comparingInt(Delivery::day));
    return arrivals;
  }

  private static StockOutRisk course(
      DemandAhead demand, double available, List<Delivery> arrivals, int days) {
    double there = available;
    double probability = 0;
    double lost = 0;
    for (Delivery next : arrivals) {
      if (next.day() >= days) {
        break;
      }
      if (next.day() > 0) {
        probability = Math.max(probability, demand.reaches(next.day(), there));
        lost = Math.max(lost, demand.beyond(next.day(), there));
      }
      there += next.quantity();
    }
    return new StockOutRisk(
        Math.max(probability, demand.reaches(days, there)),
        Math.max(lost, demand.beyond(days, there)));
  }
}
