package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalLevels;
import org.demandwright.core.evaluate.TotalResolution;
import org.demandwright.core.evaluate.TotalStep;
import org.junit.jupiter.api.Test;

class BandedForecastTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

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

  @Test
  void totals_go_with_it_and_are_as_fine_as_totals_are_kept() {
    double[] quantiles = new double[TotalLevels.COUNT];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = 3 + i;
    }
    List<TotalStep> one =
        List.of(
            new TotalStep(10, 0, DoubleVector.of(quantiles)),
            new TotalStep(20, 0, DoubleVector.of(quantiles).map(q -> 2 * q)));
    BandedForecast with =
        new BandedForecast(
            TWO.steps(), Optional.of(new TotalDemand(Period.of(Bucket.WEEK, DAY), one)));
    BandedForecast third = with.scaledTo(DoubleVector.of(10 / 3.0, 0));
    List<TotalStep> totals = third.totals().orElseThrow().steps();
    assertThat(TotalResolution.of(totals).round(totals)).isEqualTo(totals);
    assertThat(totals.get(1).quantiles().get(TotalLevels.P90))
        .isEqualTo(third.steps().get(1).totalP90())
        .isGreaterThan(totals.get(1).quantiles().get(TotalLevels.P10));
  }
}
