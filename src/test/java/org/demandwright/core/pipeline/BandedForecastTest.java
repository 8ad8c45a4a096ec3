package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.junit.jupiter.api.Test;

class BandedForecastTest {
  private static final BandedForecast TWO =
      new BandedForecast(
          List.of(
              new BandedStep(1, 10, 4, 9, 16, 10, 4, 9, 16),
              new BandedStep(2, 10, 4, 9, 16, 20, 12, 19, 28)),
          Optional.empty());

  @Test
  void bands_go_with_the_mean_and_what_ends_has_none() {
    BandedForecast half = TWO.scaledTo(DoubleVector.of(5, 0));
    assertThat(half.steps())
        .containsExactly(
            new BandedStep(1, 5, 2, 4.5, 8, 5, 2, 4.5, 8),
            new BandedStep(2, 0, 0, 0, 0, 5, 3, 4.75, 7));
    assertThat(TWO.scaledTo(DoubleVector.of(0, 0)).steps().get(1))
        .isEqualTo(new BandedStep(2, 0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(TWO.scaledTo(DoubleVector.of(10, 10))).isEqualTo(TWO);
  }
}
