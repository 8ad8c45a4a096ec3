package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was ordered already for the periods that a forecast covers: lines wanted from the as-of day
 * on. It is a part of what is forecast and no addition to it; what is forecast beyond it is the
 * mean less the open units, at least 0.
 *
 * @param steps per step from 1, empty where nothing is open up to the horizon
 */
public record OpenDemand(List<Step> steps) {

  /**
   * The open units of one step.
   *
   * @param units base units, ≥ 0
   * @param total the same from step 1 up to this one
   */
  public record Step(BigDecimal units, BigDecimal total) {}

  public OpenDemand {
    steps = List.copyOf(steps);
  }

  /**
   * Adds up open lines by step; those wanted later than the horizon are not in it.
   *
   * @param days from the as-of day on, in any order
   * @param origin the first period that is forecast
   */
  public static OpenDemand of(List<DayTotal> days, Period origin, int horizon) {
    BigDecimal[] units = new BigDecimal[horizon];
    Arrays.fill(units, BigDecimal.ZERO);
    for (DayTotal day : days) {
      int step = origin.until(Period.of(origin.bucket(), day.day()));
      if (step >= 0 && step < horizon) {
        units[step] = units[step].add(day.gross());
      }
    }
    List<Step> steps = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (BigDecimal u : units) {
      total = total.add(u);
      steps.add(new Step(u, total));
    }
    return new OpenDemand(total.signum() == 0 ? List.of() : steps);
  }
}
