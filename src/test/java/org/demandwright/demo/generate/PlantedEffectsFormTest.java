package org.demandwright.demo.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.demandwright.demo.generate.PlantedEffects.Form;
import org.junit.jupiter.api.Test;

class PlantedEffectsFormTest {
  private static PlantedEffects effects(Form form) {
    return new PlantedEffects(form, -1.5, 4, 0.3, 0.2);
  }

  @Test
  void aConstantAnswerIsAPowerOfThePrice() {
    assertThat(effects(Form.CONSTANT).priceFactor(0.8))
        .isCloseTo(Math.pow(0.8, -1.5), within(1e-12));
  }

  @Test
  void aSaturatingAnswerHasTheSameSlopeAtTheFirstPriceAndBringsLessTheLowerThePrice() {
    PlantedEffects saturating = effects(Form.SATURATING);
    assertThat(Math.log(saturating.priceFactor(1.001)) / Math.log(1.001))
        .isCloseTo(-1.5, within(0.01));
    assertThat(saturating.priceFactor(0.6)).isBetween(1.3, Math.pow(0.6, -1.5));
    assertThat(saturating.priceFactor(0.01)).isLessThan(2);
  }

  @Test
  void whereThePriceMovesWithPromotionsItsEffectIsInTheirUplift() {
    assertThat(effects(Form.WITH_PROMOTION).uplift(0.2))
        .isCloseTo(1.8 * Math.pow(0.8, -1.5), within(1e-12));
    assertThat(effects(Form.UNCHANGED).uplift(0.2)).isCloseTo(1.8, within(1e-12));
  }
}
