package org.demandwright.bench;

import org.demandwright.core.decide.simulate.WayOfOrdering;

/**
 * A way of ordering as a row of the tables.
 *
 * @param name of its row
 * @param factors that are tried, ascending
 */
record SimulatedPolicy(String name, WayOfOrdering way, double... factors) {

  static SimulatedPolicy of(String name, WayOfOrdering way) {
    return new SimulatedPolicy(name, way, way.knobs());
  }
}
