package org.demandwright.core.decide.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Regressions that can be reckoned by hand. With one column for the level and one for ln price that
 * takes two values only, the quasi-likelihood fits both means exactly, so that the elasticity is
 * ln(m₂ ÷ m₁) ÷ (x₂ − x₁), its variance is φ · (1 ÷ Σ₁ + 1 ÷ Σ₂) ÷ (x₂ − x₁)² with the sums of what
 * was sold at either price, and φ = Σ (y − m)² ÷ m ÷ (n − 2).
 */
class PriceRegressionGolden {
  private static final double[] SOLD = {8, 12, 10, 18, 22, 20};

  private static QuasiPoisson fit() {
    double step = Math.log(0.5);
    double[][] x = {{1, 0}, {1, 0}, {1, 0}, {1, step}, {1, step}, {1, step}};
    return QuasiPoisson.of(x, SOLD, new double[6]);
  }

  /** Means 10 and 20: ln 2 ÷ ln ½ = −1. */
  @Test
  void theElasticityIsTheRatioOfTheLogarithms() {
    assertThat(fit().coefficient(1)).isCloseTo(-1, within(1e-8));
    assertThat(fit().coefficient(0)).isCloseTo(Math.log(10), within(1e-8));
  }

  /** (4 + 4 + 0) ÷ 10 + (4 + 4 + 0) ÷ 20 = 1.2, over 6 − 2 degrees of freedom: 0.3. */
  @Test
  void theDispersionIsPearsons() {
    assertThat(fit().dispersion()).isCloseTo(0.3, within(1e-8));
  }

  /** 0.3 · (1 ÷ 30 + 1 ÷ 60) ÷ (ln 2)² = 0.015 ÷ 0.480453 = 0.0312205. */
  @Test
  void theVarianceIsThatOfTwoMeans() {
    double ln2 = Math.log(2);
    assertThat(fit().variance(1)).isCloseTo(0.015 / (ln2 * ln2), within(1e-8));
  }

  /**
   * Each price two clusters of observations: (8), (12, 10) and (18), (22, 20). A score is the
   * residual times −1 ÷ (30 ln ½) or 1 ÷ (60 ln ½): sums of residuals −2, 2, −2, 2, squares 4 each.
   */
  @Test
  void clustersAddTheirResidualsBeforeTheyAreSquared() {
    double ln2 = Math.log(2);
    double meat = (4 + 4) / (900 * ln2 * ln2) + (4 + 4) / (3600 * ln2 * ln2);
    double few = 4.0 / 3 * 5 / 4;
    assertThat(fit().clustered(1, new int[] {0, 1, 1, 2, 3, 3}, 4))
        .isCloseTo(few * meat, within(1e-8));
    assertThat(fit().clustered(1, new int[] {0, 1, 1, 2, 3, 3}, 5)).as("too few").isZero();
  }

  /**
   * Items of variance 0.5 that differ by 0.5 are believed with w = 0.5 ÷ (0.5 + 0.5). With equal
   * variances the category's mean is the plain one, −2, of variance 1 ÷ 5, so that an answer has ½
   * · 0.5 + ¼ · 0.2.
   */
  @Test
  void fiveItemsOfOneCategoryAreDrawnHalfWayWhereTheyDifferByAsMuchAsTheyAreUncertain() {
    double[] own = {-1, -2, -3, -1, -3};
    PricePool pool =
        PricePool.of(
            Arrays.stream(own)
                .mapToObj(e -> new PricePool.Member("goods", AnyFit.of(e, 0.5)))
                .toList(),
            0.5);
    assertThat(pool.between()).isEqualTo(0.5);
    PriceResponse first = pool.of(new PricePool.Member("goods", AnyFit.of(-1, 0.5)));
    assertThat(first.weight()).isCloseTo(0.5, within(1e-9));
    assertThat(first.pooled()).isCloseTo(-2, within(1e-9));
    assertThat(first.elasticity()).isCloseTo(-1.5, within(1e-9));
    assertThat(first.deviation()).isCloseTo(Math.sqrt(0.25 + 0.05), within(1e-9));
  }
}
