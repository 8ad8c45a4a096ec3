package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.ReviewCycle;
import org.demandwright.core.decide.StockTerms;
import org.demandwright.core.decide.simulate.DailyDemand;
import org.demandwright.core.decide.simulate.MinMaxOrders;
import org.demandwright.core.decide.simulate.PlanTerms;
import org.demandwright.core.decide.simulate.ReplayedPlace;
import org.demandwright.core.decide.simulate.SimulationTerms;
import org.demandwright.core.decide.simulate.Unserved;

/** Makes of what was sold by the day what is replayed. */
final class SimulatedDays {
  private static final double MIDDLE = 0.5;

  private SimulatedDays() {}

  /**
   * Returns an item at a site as it is replayed.
   *
   * @param sold base units by day, of all channels
   */
  static ReplayedPlace of(
      SimulationBasis basis, Place place, PlaceTerms terms, Map<LocalDate, BigDecimal> sold) {
    PlaceTerms.Replayable by = terms.replayable().orElseThrow();
    BigDecimal unit = unit(by.order().unit(), sold);
    OrderTerms order =
        new OrderTerms(
            unit,
            by.order().minimum(),
            by.order().multiple(),
            by.order().purchaseUnit(),
            Optional.empty());
    return new ReplayedPlace(
        place.key().org() + "|" + place.key().item() + "|" + place.key().site(),
        daily(basis, unit, sold),
        new SimulationTerms(
            by.reviewDays(),
            by.days(),
            by.drawn(),
            by.believed().quantile(MIDDLE),
            order,
            by.costs(),
            Unserved.LOST),
        by.believed(),
        ReviewCycle.from(basis.windows().tuneFrom(), by.days(), by.believed(), by.reviewDays()),
        planned(by, unit),
        Optional.ofNullable(basis.rules().get(place.key()))
            .map(levels -> MinMaxOrders.fixed(levels.minimum(), levels.maximum())));
  }

  /** As {@link PlacePlan} plans it. */
  private static PlanTerms planned(PlaceTerms.Replayable by, BigDecimal unit) {
    StockTerms said = by.planned().withUnit(unit);
    return (demand, cycle) -> by.policy().economic(demand, cycle, said);
  }

  /** The smallest quantity that is ordered, or a decimal of it where less was sold. */
  private static BigDecimal unit(BigDecimal ordered, Map<LocalDate, BigDecimal> sold) {
    boolean whole = sold.values().stream().allMatch(q -> q.remainder(ordered).signum() == 0);
    if (whole) {
      return ordered;
    }
    int scale = Math.max(0, ordered.stripTrailingZeros().scale());
    for (BigDecimal q : sold.values()) {
      scale = Math.max(scale, q.stripTrailingZeros().scale());
    }
    return BigDecimal.ONE.movePointLeft(scale);
  }

  private static DailyDemand daily(
      SimulationBasis basis, BigDecimal unit, Map<LocalDate, BigDecimal> sold) {
    LocalDate end = basis.windows().testTo();
    LocalDate first =
        sold.keySet().stream()
            .min(LocalDate::compareTo)
            .filter(day -> day.isBefore(basis.windows().tuneFrom()))
            .orElse(basis.windows().tuneFrom());
    long[] units = new long[(int) ChronoUnit.DAYS.between(first, end)];
    sold.forEach(
        (day, quantity) ->
            units[(int) ChronoUnit.DAYS.between(first, day)] =
                quantity.divideToIntegralValue(unit).longValueExact());
    return DailyDemand.of(first, units);
  }
}
