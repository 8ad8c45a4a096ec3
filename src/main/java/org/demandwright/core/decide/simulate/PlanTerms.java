package org.demandwright.core.decide.simulate;

import org.demandwright.core.decide.DemandOverTime;
import org.demandwright.core.decide.ReviewCycle;
import org.demandwright.core.decide.StockTerms;

/** By what a stock is planned, which may follow from what is wanted. */
@FunctionalInterface
public interface PlanTerms {
  /**
   * Returns the terms of a day.
   *
   * @param demand from the day on
   * @param cycle that begins on it
   */
  StockTerms of(DemandOverTime demand, ReviewCycle cycle);
}
