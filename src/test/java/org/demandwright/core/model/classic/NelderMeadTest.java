package org.demandwright.core.model.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NelderMeadTest {

  @Test
  void findsTheMinimumOfOneAndOfTwoDimensions() {
    double[] one = NelderMead.minimise(x -> 1 + (x[0] - 3) * (x[0] - 3), new double[] {0}, 1, 200);
    assertThat(one[0]).isCloseTo(3, within(1e-3));

    // Rosenbrock's valley, minimum at (1, 1)
    double[] two =
        NelderMead.minimise(
            x -> 1 + 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2),
            new double[] {-1.2, 1},
            1,
            1000);
    assertThat(two[0]).isCloseTo(1, within(1e-2));
    assertThat(two[1]).isCloseTo(1, within(1e-2));
  }

  @Test
  void keepsItsBudget() {
    AtomicInteger evaluations = new AtomicInteger();
    NelderMead.minimise(
        x -> {
          evaluations.incrementAndGet();
          return 1 + x[0] * x[0] + 7 * x[1] * x[1];
        },
        new double[] {100, 30},
        1,
        50);

    assertThat(evaluations.get()).isBetween(50, 54);
  }

  @Test
  void climbsOutOfForbiddenGround() {
    double[] best =
        NelderMead.minimise(
            x -> x[0] < 0 ? Double.NaN : (x[0] - 2) * (x[0] - 2) + 1, new double[] {0.7}, -1, 200);

    assertThat(best[0]).isCloseTo(2, within(1e-3));
  }
}
