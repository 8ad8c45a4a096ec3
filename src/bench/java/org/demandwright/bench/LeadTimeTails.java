package org.demandwright.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.decide.DemandDistribution;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.simulate.ForecastDays;

/**
 * What share of the totals that came over the days that a stock has to cover lay below the
 * quantiles that were told of them; equal ones count half, as a level that holds is passed through.
 * Beside it, how much was to be short of a stock of each quantile, told ÷ came, in money.
 */
final class LeadTimeTails {
  private static final int YEAR = 365;
  private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95, 0.98};

  /** One class of demand. */
  private static final class Tally {
    private final double[] below = new double[LEVELS.length];
    private int windows;
    private double came;
    private double told;
    private double error;
    private double plain;
    private final double[] shortTold = new double[LEVELS.length];
    private final double[] shortCame = new double[LEVELS.length];
  }

  private final Map<String, Tally> tallies = new TreeMap<>();

  /**
   * Counts the windows of an item, one a week.
   *
   * @param days of each window
   */
  void add(
      String name,
      SimulatedItem item,
      ForecastDays forecasts,
      LocalDate from,
      LocalDate to,
      int days) {
    for (LocalDate day = from; !day.plusDays(days).isAfter(to); day = day.plusWeeks(1)) {
      DemandOverTime demand = forecasts.on(day);
      DemandDistribution told = demand.over(days);
      double came = item.units(day, day.plusDays(days));
      for (String tallied : List.of(name, "all")) {
        Tally t = tallies.computeIfAbsent(tallied, n -> new Tally());
        t.windows++;
        t.came += came;
        t.told += told.mean();
        double year = item.demand().before(day).mean(YEAR) * item.order().unit().doubleValue();
        t.error += Math.pow((told.mean() - came) * item.costs().price(), 2);
        t.plain += Math.pow((year * days - came) * item.costs().price(), 2);
        for (int i = 0; i < LEVELS.length; i++) {
          double q = told.quantile(LEVELS[i]);
          t.shortTold[i] += told.expectedShortage(q) * item.costs().price();
          t.shortCame[i] += Math.max(0, came - q) * item.costs().price();
          t.below[i] += came < q ? 1 : came == q ? 0.5 : 0;
        }
      }
    }
  }

  void print() {
    System.out.printf(
        "%n| demand | windows | told ÷ came | error ÷ that of the year's mean | 50 %% | 80 %% | 90 %% | 95 %% | 98 %% | short of 50 %%, told ÷ came | of 80 %% | of 90 %% | of 95 %% | of 98 %% |%n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|%n");
    tallies.forEach(
        (name, t) -> {
          System.out.printf(
              Locale.ROOT,
              "| %s | %d | %.2f | %.3f",
              name,
              t.windows,
              t.told / t.came,
              Math.sqrt(t.error / t.plain));
          for (double b : t.below) {
            System.out.printf(Locale.ROOT, " | %.1f", 100 * b / t.windows);
          }
          for (int i = 0; i < LEVELS.length; i++) {
            System.out.printf(Locale.ROOT, " | %.2f", t.shortTold[i] / t.shortCame[i]);
          }
          System.out.println(" |");
        });
  }
}
