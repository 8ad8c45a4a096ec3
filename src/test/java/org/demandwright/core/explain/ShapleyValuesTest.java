package org.demandwright.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ShapleyValuesTest {
  /** Ten players of unlike strength, of which 3 and 4 are worth more together. */
  private static final int TEN = 10;

  private static double ten(boolean[] present) {
    double value = 5;
    for (int i = 0; i < TEN; i++) {
      value += present[i] ? i * i : 0;
    }
    return present[3] && present[4] ? value + 12 : value;
  }

  @Test
  void twoFactorsShareWhatTheyMakeTogether() {
    ToDoubleFunction<boolean[]> demand = s -> 10 * (s[0] ? 2 : 1) * (s[1] ? 2 : 1);
    assertThat(ShapleyValues.of(2, demand, 1)).containsExactly(15, 15);
  }

  @Test
  void aPlayerThatChangesNothingGetsNothing() {
    ToDoubleFunction<boolean[]> game = s -> (s[0] ? 3 : 1) * (s[2] ? 7 : 2);
    assertThat(ShapleyValues.of(3, game, 1)[1]).isZero();
  }

  @Test
  void noPlayersShareNothing() {
    assertThat(ShapleyValues.of(0, s -> 4, 1)).isEmpty();
  }

  @Test
  void drawnOrdersComeCloseToAllOfThem() {
    double[] exact = ShapleyValues.exact(TEN, ShapleyValuesTest::ten);
    double[] sampled = ShapleyValues.sampled(TEN, ShapleyValuesTest::ten, 7);
    assertThat(exact[3]).isCloseTo(9 + 6, within(1e-9));
    for (int i = 0; i < TEN; i++) {
      assertThat(sampled[i]).isCloseTo(exact[i], within(2.0));
    }
  }

  /** A pair of players is divided in half by every order and its reverse. */
  @Test
  void anOrderAndItsReverseAreExactForPairs() {
    double[] sampled = ShapleyValues.sampled(TEN, ShapleyValuesTest::ten, 7);
    assertThat(sampled[3]).isCloseTo(15, within(1e-9));
    assertThat(sampled[4]).isCloseTo(22, within(1e-9));
  }

  @Test
  void theSeedDecidesTheOrders() {
    ToDoubleFunction<boolean[]> game = s -> ten(s) * (s[0] && s[5] && s[7] ? 3 : 1);
    double[] one = ShapleyValues.of(TEN, game, 1);
    assertThat(ShapleyValues.of(TEN, game, 1)).isEqualTo(one);
    assertThat(ShapleyValues.of(TEN, game, 2)).isNotEqualTo(one);
    assertThat(Arrays.stream(one).sum()).isCloseTo(3 * (5 + 285 + 12) - 5, within(1e-9));
  }
}
