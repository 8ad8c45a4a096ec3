package org.demandwright.core.decide.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.junit.jupiter.api.Test;

class HypergeometricTest {
  @Test
  void a_lady_tasted_tea() {
    assertThat(Hypergeometric.atLeast(4, 8, 4, 4)).isCloseTo(1.0 / 70, within(1e-15));
    assertThat(Hypergeometric.atLeast(3, 8, 4, 4)).isCloseTo(17.0 / 70, within(1e-15));
  }

  @Test
  void it_is_what_the_library_sums_up() {
    for (int n = 1; n <= 30; n += 3) {
      for (int one = 0; one <= n; one += 2) {
        for (int other = 0; other <= n; other += 3) {
          HypergeometricDistribution of = new HypergeometricDistribution(n, one, other);
          for (int k = 0; k <= n; k++) {
            assertThat(Hypergeometric.atLeast(k, n, one, other))
                .as("%d of %d, %d and %d", k, n, one, other)
                .isCloseTo(of.upperCumulativeProbability(k), within(1e-12));
          }
        }
      }
    }
  }

  @Test
  void a_far_tail_of_many_is_small_and_not_nothing() {
    assertThat(Hypergeometric.atLeast(100, 1_000_000, 2_000, 3_000)).isBetween(1e-100, 1e-60);
  }

  @Test
  void more_than_all_is_refused() {
    assertThatThrownBy(() -> Hypergeometric.atLeast(1, 8, 9, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
