package org.demandwright.bench;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.OpenDays;
import org.demandwright.core.decide.OpenSupply;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.Replenishment;
import org.demandwright.core.decide.Rescheduling;
import org.demandwright.core.decide.ReviewCycle;
import org.demandwright.core.decide.ServiceTarget;
import org.demandwright.core.decide.StockPlan;
import org.demandwright.core.decide.StockPlanner;
import org.demandwright.core.decide.StockPolicy;
import org.demandwright.core.decide.StockPosition;
import org.demandwright.core.decide.StockTerms;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalStep;

/**
 * Says what deciding takes of one core, without any store: from the totals of a version to stock,
 * suggestion and what to move of two open orders, sixty days ahead. {@code ./mvnw -q -Pbench test
 * -Dbench=DecideBench -Dargs=50000}.
 */
public final class DecideBench {
  private static final int USUAL = 20_000;
  private static final DayDistribution LEAD =
      DayDistribution.of(
          Map.of(5, 1.0, 6, 2.0, 7, 4.0, 8, 6.0, 9, 4.0, 10, 3.0, 11, 2.0, 14, 1.0, 20, 0.5));

  private DecideBench() {}

  public static void main(String... args) {
    int n = args.length == 0 ? USUAL : Integer.parseInt(args[0]);
    for (Bucket bucket : new Bucket[] {Bucket.DAY, Bucket.WEEK, Bucket.MONTH}) {
      long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      int ordered = 0;
      for (int i = 0; i < n; i++) {
        ordered += decide(bucket, i) ? 1 : 0;
      }
      long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
      System.out.printf(
          Locale.ROOT,
          "%s: %d item-sites in %.1f s of processor time, %.3f ms each; %d are to be ordered%n",
          bucket,
          n,
          took / 1e9,
          took / 1e6 / n,
          ordered);
    }
  }

  private static boolean decide(Bucket bucket, int seed) {
    LocalDate today = LocalDate.of(2026, 6, 1);
    DemandOverTime demand = DemandOverTime.of(totals(bucket, seed, today));
    SupplyDays days =
        SupplyDays.of(
            OpenDays.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
            new OpenDays(OpenDays.ALL.weekdays(), List.of(today.plusDays(20), today.plusDays(40))),
            List.of(),
            List.of());
    ReviewCycle cycle = ReviewCycle.from(today, days, LEAD, 7);
    StockTerms terms =
        StockTerms.of(
                seed % 2 == 0 ? StockPolicy.ORDER_UP_TO : StockPolicy.REORDER_POINT_ORDER_UP_TO,
                seed % 3 == 0 ? ServiceTarget.cycle(0.95) : ServiceTarget.fillRate(0.97))
            .with(new CostTerms(3, 0.2, 5, Optional.empty()));
    StockPlan plan = StockPlanner.plan(demand, cycle, terms);
    BigDecimal part =
        plan.orderUpTo()
            .multiply(BigDecimal.valueOf(seed % 5))
            .movePointLeft(1)
            .max(BigDecimal.ONE);
    StockPosition position =
        new StockPosition(
            part.add(part),
            BigDecimal.ZERO,
            List.of(
                new OpenSupply("a", OpenSupply.Kind.PURCHASE, today.plusDays(5), part),
                new OpenSupply("b", OpenSupply.Kind.PURCHASE, today.plusDays(25), part)),
            List.of());
    Replenishment.Situation at =
        new Replenishment.Situation(
            today, position, demand, days, LEAD, cycle, plan, OrderTerms.any(), terms.costs(), 60);
    Rescheduling.of(at, 3);
    Replenishment item = Replenishment.of(at);
    return item.suggestion().isPresent() || item.orderBy().isEmpty();
  }

  private static TotalDemand totals(Bucket bucket, int seed, LocalDate today) {
    double mean = (1 + seed % 50) * bucket.year() / 365.0 * 10;
    List<TotalStep> steps = new ArrayList<>();
    for (int h = 1; h <= 3 * bucket.defaultHorizon() / 2; h++) {
      double[] quantiles = new double[TotalLevels.COUNT];
      for (int i = 0; i < quantiles.length; i++) {
        quantiles[i] = mean * (h + Math.max(-h, Math.sqrt(h) * TotalLevels.NORMAL.get(i)));
      }
      TotalStep step = new TotalStep(mean * h, nothing(quantiles), DoubleVector.of(quantiles));
      steps.add(h == 1 ? step : step.notBelow(steps.get(h - 2)));
    }
    return new TotalDemand(Period.of(bucket, today), steps);
  }

  private static double nothing(double[] quantiles) {
    double nothing = 0;
    for (int i = 0; i < quantiles.length && quantiles[i] == 0; i++) {
      nothing = TotalLevels.ALL.get(i);
    }
    return nothing;
  }
}
