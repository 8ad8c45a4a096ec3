package org.demandwright.core.feature;

import org.demandwright.core.explain.Drivers;

/**
 * A number that is known in advance for every period, such as the share under promotion. It is 0 in
 * a usual period.
 */
interface PlannedFeature {

  /** Returns the name under which its effect is stored. */
  String name();

  /** Returns the driver under which an explanation counts its effect. */
  default String driver() {
    return Drivers.HOLIDAYS;
  }

  /** Returns whether all series with the same calendar have the same value in a period. */
  default boolean ofCalendar() {
    return false;
  }

  /**
   * Returns the value of the period at {@code index} of the history, which may lie past its end.
   */
  double at(History history, int index);
}
