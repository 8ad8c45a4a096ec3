package org.demandwright.core.model.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.core.model.classic.Months.fit;
import static org.demandwright.core.model.classic.Months.months;

import java.util.Arrays;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ModelSpec;
import org.junit.jupiter.api.Test;

/**
 * Lines, averages and naive methods against numbers that were computed by hand; each test says how.
 */
class ClassicGolden {
  private static final Offset<Double> EXACT = within(1e-9);

  /** 100, 110 … 150: t̄ = 3.5, ȳ = 125, b1 = 175/17.5 = 10, b0 = 125 − 35 = 90; S(7) = 160. */
  @Test
  void theLineThroughARisingItem() {
    FittedModel line = fit(new LinearTrend(), 12, 100, 110, 120, 130, 140, 150);

    assertThat(line.forecast(1).get(0)).isCloseTo(160, EXACT);
    assertThat(line.forecast(3).get(2)).isCloseTo(180, EXACT);
    Line s = Line.through(Observations.of(months(100, 110, 120, 130, 140, 150), 12));
    assertThat(s.b0()).isCloseTo(90, EXACT);
    assertThat(s.b1()).isCloseTo(10, EXACT);
  }

  /** Four years of an exact line have no season, so the line goes on: 100 + 10·59 = 690. */
  @Test
  void anExactLineHasNoSeason() {
    double[] units = new double[59];
    Arrays.setAll(units, i -> 100 + 10 * i);

    assertThat(fit(new LinearTrend(), 12, units).forecast(1).get(0)).isCloseTo(690, EXACT);
  }

  /** 4, 2, 9 at t = 1, 2, 3: b1 = (−1·−1 + 1·4)/2 = 2.5, b0 = 5 − 5 = 0; S(4) = 10. */
  @Test
  void theLineThroughThreePoints() {
    assertThat(fit(new LinearTrend(), 1, 4, 2, 9).forecast(1).get(0)).isCloseTo(10, EXACT);
  }

  @Test
  void aFallingLineEndsAtZero() {
    assertThat(fit(new LinearTrend(), 1, 30, 20, 10).forecast(3))
        .isEqualTo(DoubleVector.of(0, 0, 0));
  }

  @Test
  void naiveRepeatsTheLastDemand() {
    FittedModel naive = fit(new Naive(), 12, 3, 5, 4);

    assertThat(naive.forecast(2)).isEqualTo(DoubleVector.of(4, 4));
    assertThat(naive.fitted()).isEqualTo(DoubleVector.of(3, 5));
  }

  @Test
  void seasonalNaiveRepeatsTheLastSeason() {
    FittedModel naive = fit(new SeasonalNaive(), 4, 1, 2, 3, 4, 5, 6);

    assertThat(naive.forecast(5)).isEqualTo(DoubleVector.of(3, 4, 5, 6, 3));
    assertThat(naive.fitted()).isEqualTo(DoubleVector.of(1, 2));
  }

  @Test
  void seasonalNaiveGoesBackToTheLastObservedSeason() {
    DemandSeries series =
        new DemandSeries(
            SeriesKey.of("tea"),
            Months.JANUARY,
            DoubleVector.of(1, 2, 3, 4, 0, 6, 7, 8),
            DoubleVector.of(1, 1, 1, 1, 0, 1, 1, 1));
    SeasonalNaive model = new SeasonalNaive();
    ModelSpec spec = ModelSpec.of(model.id(), 4, 1);

    assertThat(model.fit(spec, History.of(series)).orElseThrow().forecast(4))
        .isEqualTo(DoubleVector.of(1, 6, 7, 8));

    DemandSeries never =
        new DemandSeries(
            SeriesKey.of("tea"),
            Months.JANUARY,
            DoubleVector.of(0, 2, 3, 4, 0, 6),
            DoubleVector.of(0, 1, 1, 1, 0, 1));
    assertThat(model.fit(spec, History.of(never)).toFailure().orElseThrow().reason())
        .isEqualTo(Reason.SHORT_HISTORY);
  }

  /** Window 2 of 2, 4, 6: (4 + 6)/2 = 5; before: 2 and (2 + 4)/2 = 3. Default: 13 of 1 … 14. */
  @Test
  void theMovingAverageOfTheLastPeriods() {
    FittedModel two = fit(new MovingAverage(), "window", "2", 2, 4, 6);
    assertThat(two.forecast(2)).isEqualTo(DoubleVector.of(5, 5));
    assertThat(two.fitted()).isEqualTo(DoubleVector.of(2, 3));

    double[] units = new double[14];
    Arrays.setAll(units, i -> i + 1);
    assertThat(fit(new MovingAverage(), 1, units).forecast(1).get(0)).isCloseTo(8, EXACT);
  }

  @Test
  void theSeasonalAverageOfTheLastSeasons() {
    ModelSpec two = new ModelSpec("SeasonalAverage", 2, Map.of("window", "2"), 1);
    FittedModel average =
        new SeasonalAverage().fit(two, History.of(months(1, 2, 3, 4, 5, 6))).orElseThrow();

    assertThat(average.forecast(3)).isEqualTo(DoubleVector.of(4, 5, 4));
    assertThat(average.fitted()).isEqualTo(DoubleVector.of(1, 2, 2, 3));
  }

  /** Line 7, 7 + 2·t of quarters with an additive season of −3, 0, 3, 0. */
  @Test
  void aLineWithASeasonGoesOn() {
    double[] season = {-3, 0, 3, 0};
    double[] units = new double[24];
    Arrays.setAll(units, i -> 7 + 2 * i + season[i % 4]);

    DoubleVector forecast = fit(new LinearTrend(), 4, units).forecast(4);
    for (int h = 0; h < 4; h++) {
      assertThat(forecast.get(h)).isCloseTo(7 + 2 * (24 + h) + season[h], within(0.3));
    }
  }
}
