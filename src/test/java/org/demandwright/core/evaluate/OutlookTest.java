package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;
import org.junit.jupiter.api.Test;

class OutlookTest {
  private static final Outlook OUTLOOK =
      new Outlook(
          List.of("Mean"),
          List.of("length", "slope"),
          List.of(10.0, 1.0),
          List.of(2.0, Double.POSITIVE_INFINITY),
          Map.of("Mean", List.of(0.1, 7.0, -0.2)),
          List.of(new Outlook.Bar(DemandPattern.LUMPY, "Network", Words.literal("it fell short"))),
          3);

  @Test
  void expectsWhatTheEquationOfTheStandardisedTraitsGives() {
    // (13 − 10) ÷ 2 = 1.5; the slope never changed, so it says nothing
    assertThat(OUTLOOK.standardised(new double[] {13, 5})).containsExactly(1.5, 0);
    assertThat(OUTLOOK.expected("Mean", new double[] {13, 5}).orElseThrow())
        .isEqualTo(0.1 * 1.5 - 0.2);
  }

  @Test
  void nothingIsExpectedOfAModelWithoutAnEquation() {
    assertThat(OUTLOOK.expected("Network", new double[] {13, 5})).isEmpty();
    assertThat(Outlook.none().expected("Mean", new double[0])).isEmpty();
  }

  @Test
  void aTraitIsHeldWithinFourDeviations() {
    assertThat(OUTLOOK.standardised(new double[] {1_000, 1})).containsExactly(4, 0);
    assertThat(OUTLOOK.standardised(new double[] {-1_000, 1})).containsExactly(-4, 0);
  }

  @Test
  void saysWhyAModelMayNotTakePartInAClass() {
    assertThat(OUTLOOK.barredBecause(DemandPattern.LUMPY, "Network"))
        .contains(Words.literal("it fell short"));
    assertThat(OUTLOOK.barredBecause(DemandPattern.SMOOTH, "Network")).isEmpty();
    assertThat(OUTLOOK.barredBecause(DemandPattern.LUMPY, "Mean")).isEmpty();
  }

  @Test
  void refusesNumbersThatDoNotFitTheTraits() {
    refused(List.of(0.0), List.of(1.0, 1.0), List.of(0.0, 0.0, 0.0), "2 traits but 1 means");
    refused(List.of(0.0, 0.0), List.of(1.0), List.of(0.0, 0.0, 0.0), "1 deviations");
    refused(List.of(0.0, 0.0), List.of(1.0, 1.0), List.of(0.0, 0.0), "Mean: 2 coefficients for 2");
    refused(
        List.of(0.0, 0.0), List.of(1.0, 0.0), List.of(0.0, 0.0, 0.0), "slope has the deviation 0");
  }

  private static void refused(
      List<Double> mean, List<Double> deviation, List<Double> equation, String words) {
    assertThatThrownBy(
            () ->
                new Outlook(
                    List.of("Mean"),
                    List.of("length", "slope"),
                    mean,
                    deviation,
                    Map.of("Mean", equation),
                    List.of(),
                    3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
