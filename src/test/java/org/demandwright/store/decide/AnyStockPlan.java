package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.Words;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.decide.LeadTime;
import org.demandwright.core.decide.Policy;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.StockPlan;
import org.demandwright.core.decide.StockPolicy;
import org.demandwright.core.decide.Xyz;

/** Stock that was planned, and some that could not be. */
public final class AnyStockPlan {
  private AnyStockPlan() {}

  private static BigDecimal units(String text) {
    return new BigDecimal(text).setScale(6);
  }

  /** Returns a plan with something in every part. */
  public static PlannedStock planned(long number, String org, String item) {
    return planned(number, org, item, units("12"), units("30"));
  }

  /** Returns the same whose levels are one unit higher. */
  public static PlannedStock higher(long number, String org, String item) {
    return planned(number, org, item, units("13"), units("31"));
  }

  private static PlannedStock planned(
      long number, String org, String item, BigDecimal reorderPoint, BigDecimal orderUpTo) {
    StockPlan plan =
        new StockPlan(
            StockPolicy.REORDER_POINT_ORDER_UP_TO,
            reorderPoint,
            orderUpTo,
            units("18"),
            Optional.of(17.5),
            Optional.of(new StockPlan.Limit(units("30"), units("0.5"))),
            new StockPlan.Target(units("8"), units("3"), units("1"), units("18")),
            4,
            8,
            new StockPlan.Service(0.95, 0.99, 0.25, 18),
            23,
            0.125,
            Set.of(StockPlan.Remark.HORIZON, StockPlan.Remark.TAIL));
    return new PlannedStock(
        number,
        new PolicySubject(
            new PolicySubject.Key(org, item, "S1"),
            "goods",
            "V1",
            Optional.of(Abc.A),
            Optional.of(Xyz.Z)),
        List.of(
            new PlannedStock.Said("service", "FILL_RATE 0.98", Policy.Origin.RULE, "A, \"fine\""),
            new PlannedStock.Said("reviewDays", "7", Policy.Origin.DEFAULT, "")),
        new PlannedStock.Lead(
            5.5, 1.25, LeadTime.Source.LEARNED, 12, 40, 0.5, 0.25, Optional.of(0.375)),
        14.5,
        Optional.of(PlannedStock.By.FORECAST),
        Optional.empty(),
        Optional.of(plan),
        Optional.of(new ItemSpread.Deviation(6.5, 9, 0.875, 10.5, 7)),
        new PlannedStock.Stock(
            Optional.of(units("9.5")),
            units("1"),
            units("20"),
            Optional.of(0.0625),
            Optional.of(new PlannedStock.Waiting(units("6"), units("5"), units("0.5")))));
  }

  /** Returns one that could not be planned. */
  public static PlannedStock refused(long number, String org, String item) {
    return new PlannedStock(
        number,
        new PolicySubject(
            new PolicySubject.Key(org, item, "S1"), "", "", Optional.empty(), Optional.empty()),
        List.of(),
        new PlannedStock.Lead(7, 0, LeadTime.Source.DEFAULT, 0, 0, 0, 0, Optional.empty()),
        14,
        Optional.empty(),
        Optional.of(Words.of("decide.no-rate")),
        Optional.empty(),
        Optional.empty(),
        new PlannedStock.Stock(
            Optional.empty(), units("0"), units("0"), Optional.empty(), Optional.empty()));
  }
}
