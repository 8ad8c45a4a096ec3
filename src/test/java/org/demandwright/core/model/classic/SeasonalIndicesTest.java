package org.demandwright.core.model.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;

class SeasonalIndicesTest {

  private static Observations demand(Bucket bucket, int n, IntToDoubleFunction f) {
    double[] units = new double[n];
    Arrays.setAll(units, f);
    Period first = Period.of(bucket, LocalDate.of(2020, 1, 6));
    return Observations.of(DemandSeries.of(SeriesKey.of("tea"), first, units), bucket.season());
  }

  @Test
  void findsTheSeasonThatIsThere() {
    SeasonalIndices s =
        SeasonalIndices.multiplicative(
            demand(Bucket.MONTH, 60, i -> 100 * (1 + 0.5 * Math.sin(Math.PI * i / 6))));

    for (int k = 0; k < 12; k++) {
      assertThat(s.at(k)).isCloseTo(1 + 0.5 * Math.sin(Math.PI * k / 6), within(0.05));
    }
    assertThat(s.factors().mean()).isCloseTo(1, within(1e-12));
  }

  @Test
  void drawsNoiseToNoSeason() {
    // Means of 4 years scatter by 20 ÷ √4 = 10 around 100: their variance is 0.01 unshrunk.
    double squares = 0;
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Observations noise =
          demand(Bucket.MONTH, 48, i -> Math.max(1, 100 + 20 * random.nextGaussian()));
      for (double factor : SeasonalIndices.multiplicative(noise).factors().toArray()) {
        squares += (factor - 1) * (factor - 1) / (50 * 12);
      }
    }
    assertThat(squares).isLessThan(0.01 / 3);
  }

  @Test
  void whatOneYearAloneShowsIsNoSeason() {
    for (double once : new double[] {0.1, 8}) {
      for (int year = 0; year < 5; year++) {
        int first = 12 * year + 4;
        Random random = new Random(3);
        Observations y =
            demand(
                Bucket.MONTH,
                60,
                i -> (i >= first && i < first + 3 ? once : 1) * (100 + 5 * random.nextGaussian()));

        for (SeasonalIndices s :
            List.of(SeasonalIndices.multiplicative(y), relative(SeasonalIndices.additive(y)))) {
          assertThat(s.factors().stream().boxed())
              .as("%s times the usual in year %d", once, year)
              .allSatisfy(f -> assertThat(f).isBetween(0.95, 1.05));
        }
      }
    }
  }

  private static SeasonalIndices relative(SeasonalIndices amounts) {
    return new SeasonalIndices(amounts.factors().map(a -> 1 + a / 100), 1);
  }

  @Test
  void aDipOfOneYearInQuartersAndWeeksIsNoSeason() {
    for (Bucket bucket : List.of(Bucket.QUARTER, Bucket.WEEK)) {
      int m = bucket.season();
      Random random = new Random(8);
      Observations y =
          demand(
              bucket,
              4 * m,
              i -> (i / m == 2 && i % m < m / 4 ? 0.1 : 1) * (100 + 5 * random.nextGaussian()));
      assertThat(SeasonalIndices.multiplicative(y).factors().stream().boxed())
          .as("%s", bucket)
          .allSatisfy(f -> assertThat(f).isBetween(0.9, 1.1));
    }
  }

  @Test
  void needsTwoSeasonsAndOnePeriod() {
    IntToDoubleFunction season = i -> i % 12 == 11 ? 300 : 100;

    assertThat(SeasonalIndices.multiplicative(demand(Bucket.MONTH, 24, season)).isNone()).isTrue();
    assertThat(SeasonalIndices.multiplicative(demand(Bucket.MONTH, 25, season)).isNone()).isFalse();
    assertThat(SeasonalIndices.additive(demand(Bucket.MONTH, 24, season)).isNone()).isTrue();
  }

  @Test
  void findsAWeekWithDaysWithoutDemand() {
    // Closed on Sundays, twice the usual on Saturdays.
    double[] week = {1, 1, 1, 1, 1, 2, 0};
    SeasonalIndices s =
        SeasonalIndices.multiplicative(demand(Bucket.DAY, 371, i -> 10 * week[i % 7]));

    assertThat(s.at(5)).isCloseTo(2, within(0.02));
    assertThat(s.at(6)).isLessThan(0.02);
    assertThat(s.at(0)).isCloseTo(1, within(0.02));
  }

  @Test
  void trustsNoSeasonOfAFewIntermittentDemands() {
    Observations lumpy = demand(Bucket.MONTH, 48, i -> i % 12 == 3 ? 5 : 0);

    assertThat(SeasonalIndices.multiplicative(lumpy).isNone()).isTrue();
  }

  @Test
  void takingOffAndDividingOutFlattenTheSeason() {
    Observations y = demand(Bucket.QUARTER, 24, i -> 100 + (i % 4 == 0 ? 40 : 0));

    Observations flat = SeasonalIndices.additive(y).takeOff(y);
    assertThat(flat.unit(8)).isCloseTo(flat.unit(9), within(1.0));
    Observations level = SeasonalIndices.multiplicative(y).divideOut(y);
    assertThat(level.unit(8)).isCloseTo(level.unit(9), within(1.0));
  }
}
