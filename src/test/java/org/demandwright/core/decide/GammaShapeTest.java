package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaShapeTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0.95, 2.9957322735539895",
    "0.25, 0.95, 1.9384141319831814",
    "0.25, 0.05, 0.3415795991874577",
    "4, 0.95, 4.8404645497790515",
    "4, 0.5, 0.1746952094114936",
    "6, 0.99, 12.1617538008496",
    "6, 0.05, 5.976830289402164e-08",
    "0.01, 0.99, 1.247225614907208",
    "0.001, 0.99, 1.075032832086435"
  })
  void quantilesAreThoseOfTables(double variance, double level, double quantile) {
    GammaShape shape = GammaShape.of(variance);
    assertThat(shape.exact(level)).isCloseTo(quantile, within(1e-8 * quantile));
    assertThat(shape.quantile(level))
        .isCloseTo(quantile, within(GammaShape.TOLERANCE * Math.sqrt(variance)));
  }

  @Test
  void exactQuantilesAreThoseOfTheDistributionWhateverItsShape() {
    for (double variance = 6; variance > 6e-4; variance *= 0.7) {
      for (double level = 0.001; level < 1; level += 0.0105) {
        double quantile = GammaShape.of(variance).exact(level);
        double cdf = Gamma.regularizedGammaP(1 / variance, quantile / variance, 1e-14, 100_000);
        assertThat(cdf).as("%s at %s", variance, level).isCloseTo(level, within(1e-8));
      }
    }
  }

  @Test
  void whatIsReadOffTheTableIsAsGoodAsSaid() {
    for (double variance = 6; variance > 1e-4; variance *= 0.93) {
      GammaShape shape = GammaShape.of(variance);
      double before = 0;
      for (double level = 0.0004; level < 0.9999; level += 0.0031) {
        double quantile = shape.quantile(level);
        assertThat(quantile)
            .as("%s at %s", variance, level)
            .isGreaterThan(before)
            .isCloseTo(shape.exact(level), within(GammaShape.TOLERANCE * Math.sqrt(variance)));
        before = quantile;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.0004, 0.98, 1.0415027466855264", "0.0001, 0.05, 0.9836085110855193"})
  void whatScattersLittleIsNearlyNormal(double variance, double level, double quantile) {
    assertThat(GammaShape.of(variance).quantile(level)).isCloseTo(quantile, within(1e-4));
  }
}
