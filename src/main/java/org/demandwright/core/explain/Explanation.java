package org.demandwright.core.explain;

import java.util.List;
import java.util.Objects;
import org.demandwright.core.DoubleVector;

/**
 * A forecast as the sum of its contributions, step by step.
 *
 * <p>An explanation that does not add up cannot be made: at every step |Σ contributions − forecast|
 * ≤ {@value #ROUNDING} × (forecast + Σ |contributions|), which leaves room for the rounding of
 * doubles and for nothing else.
 *
 * @param forecast base units per period for the steps 1 … horizon
 * @param contributions one per driver, each as long as the forecast; none where the forecast is 0
 *     and nothing was computed
 */
public record Explanation(DoubleVector forecast, List<Contribution> contributions) {
  /** Share of the amounts by which their sum may differ from the forecast. */
  public static final double ROUNDING = 1e-9;

  public Explanation {
    Objects.requireNonNull(forecast, "forecast");
    contributions = List.copyOf(contributions);
    for (Contribution c : contributions) {
      if (c.amounts().size() != forecast.size()) {
        throw new IllegalArgumentException(
            "%s explains %d steps of %d"
                .formatted(c.driver(), c.amounts().size(), forecast.size()));
      }
    }
    long drivers = contributions.stream().map(Contribution::driver).distinct().count();
    if (drivers < contributions.size()) {
      throw new IllegalArgumentException("a driver contributes twice: " + contributions);
    }
    for (int step = 0; step < forecast.size(); step++) {
      requireSum(forecast.get(step), contributions, step);
    }
  }

  private static void requireSum(double number, List<Contribution> contributions, int step) {
    double sum = 0;
    double size = Math.abs(number);
    for (Contribution c : contributions) {
      sum += c.amounts().get(step);
      size += Math.abs(c.amounts().get(step));
    }
    if (!(Math.abs(sum - number) <= ROUNDING * size)) {
      throw new IllegalArgumentException(
          "step %d: the contributions sum to %s but the forecast is %s: %s"
              .formatted(step + 1, sum, number, contributions));
    }
  }

  /** Returns the explanation of a method that does not say what its number is made of. */
  public static Explanation whole(DoubleVector forecast) {
    return new Explanation(forecast, List.of(new Contribution(Drivers.WHOLE, forecast)));
  }

  /** Returns the explanation of a total: that of the steps {@code from} to {@code to}, from 1. */
  public Explanation total(int from, int to) {
    if (from < 1 || to < from || to > forecast.size()) {
      throw new IllegalArgumentException(
          "steps %d to %d of a forecast of %d steps".formatted(from, to, forecast.size()));
    }
    return new Explanation(
        DoubleVector.of(forecast.slice(from - 1, to).sum()),
        contributions.stream()
            .map(
                c ->
                    new Contribution(
                        c.driver(), DoubleVector.of(c.amounts().slice(from - 1, to).sum())))
            .toList());
  }
}
