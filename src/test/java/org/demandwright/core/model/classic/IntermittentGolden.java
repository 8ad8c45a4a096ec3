package org.demandwright.core.model.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.core.model.classic.Months.fit;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.model.FittedModel;
import org.junit.jupiter.api.Test;

/**
 * Methods for intermittent demand against numbers that were computed by hand; each test says how.
 */
class IntermittentGolden {
  private static final Offset<Double> EXACT = within(1e-9);

  /** 0, 4, 0, 0, 2 with α = 0.1: z = 4 − 0.2 = 3.8, p = 2 + 0.1·(3 − 2) = 2.1; 0.95·3.8/2.1. */
  @Test
  void crostonSmoothsSizeAndIntervalApart() {
    FittedModel sba = fit(new Croston(), 12, 0, 4, 0, 0, 2);

    assertThat(sba.forecast(1).get(0)).isCloseTo(0.95 * 3.8 / 2.1, EXACT);
    assertThat(sba.fitted().size()).isEqualTo(3);
    assertThat(sba.fitted().get(0)).isCloseTo(0.95 * 4 / 2, EXACT);
  }

  /** α = 0.5: z = 4 + 0.5·(2 − 4) = 3, p = 2 + 0.5·(3 − 2) = 2.5; 0.75·3/2.5 = 0.9. */
  @Test
  void crostonTakesItsParameter() {
    FittedModel sba = fit(new Croston(), "alpha", "0.5", 0, 4, 0, 0, 2);

    assertThat(sba.forecast(1).get(0)).isCloseTo(0.9, EXACT);
  }

  /** Without the correction: α = 0.1, 3.8/2.1. */
  @Test
  void crostonHasAPlainVariant() {
    assertThat(fit(new Croston(), "variant", "croston", 0, 4, 0, 0, 2).forecast(1).get(0))
        .isCloseTo(3.8 / 2.1, EXACT);
    assertThatThrownBy(() -> fit(new Croston(), "variant", "sbj", 0, 4, 0, 0, 2))
        .hasMessageContaining("variant must be sba or croston");
  }

  /** 0, 4: z = 4, p = 1/2; 0, 0: p = 0.5·0.9² = 0.405; 2: p = 0.4645, z = 3.8; p·z = 1.7651. */
  @Test
  void tsbSmoothsTheProbabilityOfADemand() {
    FittedModel tsb = fit(new TSB(), 12, 0, 4, 0, 0, 2);

    assertThat(tsb.forecast(1).get(0)).isCloseTo((0.405 + 0.1 * 0.595) * 3.8, EXACT);
    assertThat(tsb.fitted().size()).isEqualTo(3);
    assertThat(tsb.fitted().last()).isCloseTo(0.405 * 4, EXACT);
  }

  /** Twenty months without a sale leave 0.9^20 of the forecast, where Croston's stays. */
  @Test
  void tsbForgetsAnItemThatEnded() {
    double[] units = new double[30];
    Arrays.fill(units, 0, 10, 6);

    assertThat(fit(new TSB(), 1, units).forecast(1).get(0)).isCloseTo(6 * Math.pow(0.9, 20), EXACT);
    assertThat(fit(new Croston(), 1, units).forecast(1).get(0)).isCloseTo(0.95 * 6, EXACT);
  }

  /** k = 8/4 = 2, buckets 2, 4, 2, 4; α = 0.3: l = 2, 2.6, 2.42, 2.894; 2.894/2. */
  @Test
  void adidaSmoothsBuckets() {
    assertThat(fit(new ADIDA(), 12, 0, 2, 0, 4, 0, 2, 0, 4).forecast(2))
        .isEqualTo(DoubleVector.of(1.447, 1.447));
  }

  /** A demand of 5 every third month: k = 3 and every bucket holds one, so the rate is 5/3. */
  @Test
  void adidaFindsTheRateOfARegularDemand() {
    double[] units = new double[26];
    Arrays.setAll(units, i -> i % 3 == 1 ? 5 : 0);

    assertThat(fit(new ADIDA(), 12, units).forecast(1).get(0)).isCloseTo(5.0 / 3, EXACT);
  }
}
