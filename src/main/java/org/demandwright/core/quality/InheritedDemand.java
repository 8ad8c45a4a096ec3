package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.LaunchRamp;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.demand.StockOut;

/**
 * What the demand of an item gets of another one that it follows: that one's demand of the days
 * before the link holds, times its factor; and, while a new item comes to its level, what its own
 * sales fall short of it.
 *
 * @param days in order, each with the units that are added, > 0
 * @param unseen spells on which the predecessor could not be bought, or people take nothing from
 *     them; in order
 */
public record InheritedDemand(List<Day> days, List<StockOut> unseen) {
  private static final int SCALE = 6;

  /** What is added on a day, base units of the item that inherits. */
  public record Day(LocalDate day, BigDecimal units) {}

  public InheritedDemand {
    days = List.copyOf(days);
    unseen = List.copyOf(unseen);
  }

  /**
   * Returns what a series inherits.
   *
   * @param predecessor with its corrections
   * @param stockOuts of the predecessor
   * @param own what the successor sold itself
   * @param ramp by which it comes to its level
   */
  public static InheritedDemand of(
      LifecycleLink link,
      LayeredDemand predecessor,
      List<StockOut> stockOuts,
      List<DayTotal> own,
      LaunchRamp ramp) {
    TreeMap<LocalDate, BigDecimal> days = new TreeMap<>();
    for (DayTotal d : predecessor.days()) {
      if (d.day().isBefore(link.first())) {
        add(days, d.day(), d.gross().multiply(link.factor()));
      }
    }
    for (DayTotal d : own) {
      double share = ramp.share(d.day());
      if (share > 0 && share < 1) {
        add(days, d.day(), d.gross().multiply(BigDecimal.valueOf(1 / share - 1)));
      }
    }
    List<StockOut> unseen = new ArrayList<>();
    for (List<StockOut> spells : List.of(stockOuts, predecessor.excluded())) {
      for (StockOut spell : spells) {
        if (spell.from().isBefore(link.first())) {
          unseen.add(
              spell.to().isAfter(link.first()) ? new StockOut(spell.from(), link.first()) : spell);
        }
      }
    }
    return new InheritedDemand(
        days.entrySet().stream()
            .map(e -> new Day(e.getKey(), e.getValue().setScale(SCALE, RoundingMode.HALF_UP)))
            .filter(d -> d.units().signum() > 0)
            .toList(),
        unseen);
  }

  private static void add(TreeMap<LocalDate, BigDecimal> days, LocalDate day, BigDecimal units) {
    days.merge(day, units, BigDecimal::add);
  }

  /** Returns whether nothing is inherited. */
  public boolean isEmpty() {
    return days.isEmpty();
  }

  /** Returns Σ of what is added. */
  public BigDecimal sum() {
    return days.stream().map(Day::units).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns it as a layer over the demand of the series that inherits. */
  public DemandLayer layer() {
    return DemandLayer.inherited(this);
  }
}
