package org.demandwright.core.explain;

import java.util.Objects;
import org.demandwright.core.DoubleVector;

/**
 * What one driver adds to a forecast.
 *
 * @param driver its name, one of {@link Drivers} or that of a feature
 * @param amounts base units per period for the steps 1 … horizon; negative where it takes away
 */
public record Contribution(String driver, DoubleVector amounts) {
  public Contribution {
    Objects.requireNonNull(amounts, "amounts");
    if (driver.isEmpty()) {
      throw new IllegalArgumentException("a contribution needs the name of its driver");
    }
  }
}
