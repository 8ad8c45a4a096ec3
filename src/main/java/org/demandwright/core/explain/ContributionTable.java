package org.demandwright.core.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;

/** Collects amounts by driver and step until they explain a forecast. */
public final class ContributionTable {
  private final int steps;
  private final Map<String, double[]> amounts = new LinkedHashMap<>();

  /** Makes an empty table for the steps 1 … {@code steps}. */
  public ContributionTable(int steps) {
    this.steps = steps;
  }

  /** Adds base units to what a driver contributes at a step, which is counted from 0. */
  public void add(String driver, int step, double amount) {
    amounts.computeIfAbsent(driver, d -> new double[steps])[step] += amount;
  }

  /** Adds {@code weight} times all that an explanation holds. */
  void add(Explanation explanation, double weight) {
    for (Contribution c : explanation.contributions()) {
      for (int step = 0; step < steps; step++) {
        add(c.driver(), step, weight * c.amounts().get(step));
      }
    }
  }

  /**
   * Returns the explanation of this forecast, drivers in the order in which they came; those that
   * contribute nothing at any step are left out.
   */
  public Explanation explain(DoubleVector forecast) {
    List<Contribution> contributions = new ArrayList<>();
    amounts.forEach(
        (driver, byStep) -> {
          DoubleVector vector = DoubleVector.of(byStep);
          if (vector.stream().anyMatch(amount -> amount != 0)) {
            contributions.add(new Contribution(driver, vector));
          }
        });
    return new Explanation(forecast, contributions);
  }
}
