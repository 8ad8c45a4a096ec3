package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.core.evaluate.TestTrials.learned;
import static org.demandwright.core.evaluate.TestTrials.simple;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.core.DoubleVector;
import org.junit.jupiter.api.Test;

class CombinationTest {

  @Test
  void forecastsTheWeightedMean() {
    Contestant both =
        Combination.of(
            List.of(weighed(simple("A", 10, 3), 0.75), weighed(simple("B", 14, 3), 0.25)));
    assertThat(both.modelId()).isEqualTo("A+B");
    assertThat(forecasts(both)).containsExactly(11.0, 11.0, 11.0);
    assertThat(both.trials().get(0).backtest().actual())
        .isEqualTo(simple("A", 10, 3).trials().get(0).backtest().actual());
  }

  @Test
  void oneAloneIsItself() {
    Contestant alone = simple("A", 10, 3);
    assertThat(Combination.of(List.of(weighed(alone, 1), weighed(simple("B", 14, 3), 0))))
        .isSameAs(alone);
  }

  @Test
  void whereAMemberWasNotTestedTheOthersShareItsWeight() {
    Contestant all =
        Combination.of(
            List.of(
                weighed(simple("A", 10, 3), 0.5),
                weighed(simple("B", 20, 1), 0.3),
                weighed(simple("C", 17, 3), 0.2)));
    List<Double> forecasts = forecasts(all);
    assertThat(forecasts.get(0)).isCloseTo(14.4, within(1e-12));
    // (0.5 × 10 + 0.2 × 17) ÷ 0.7
    assertThat(forecasts.get(1)).isCloseTo(12, within(1e-12));
    assertThat(forecasts).hasSize(3);
  }

  @Test
  void whereMostOfTheWeightWasNotTestedThereIsNoTest() {
    Contestant all =
        Combination.of(List.of(weighed(simple("A", 10, 1), 0.6), weighed(simple("B", 20, 3), 0.4)));
    assertThat(forecasts(all)).containsExactly(14.0);
  }

  @Test
  void isTestedSomewhereThoughNoOriginHasHalfOfTheWeight() {
    List<Trial> trials = simple("A", 10, 3).trials();
    Contestant all =
        Combination.of(
            List.of(
                weighed(new Contestant("A", false, trials.subList(0, 1)), 0.4),
                weighed(new Contestant("B", false, trials.subList(1, 2)), 0.3),
                weighed(new Contestant("C", false, trials.subList(2, 3)), 0.3)));
    assertThat(all.trials()).hasSize(1);
    assertThat(all.trials().get(0).backtest().origin())
        .isEqualTo(trials.get(0).backtest().origin());
  }

  @Test
  void isLearnedIfAnyMemberIs() {
    Contestant network = learned("Network", 10, 3);
    Contestant mean = simple("Mean", 10, 3);
    assertThat(Combination.of(List.of(weighed(mean, 0.5), weighed(network, 0.5))).learned())
        .isTrue();
    assertThat(Combination.of(List.of(weighed(mean, 0.9), weighed(network, 0.1))).learned())
        .isTrue();
    assertThat(Combination.of(List.of(weighed(mean, 1), weighed(network, 0))).learned()).isFalse();
  }

  @Test
  void vectorsOfUnequalLengthAreAlignedToTheirEnds() {
    assertThat(
            Combination.mean(
                List.of(DoubleVector.of(1, 2, 3), DoubleVector.of(10, 20)), List.of(0.5, 0.5)))
        .isEqualTo(DoubleVector.of(6, 11.5));
  }

  private static List<Double> forecasts(Contestant contestant) {
    return contestant.trials().stream().map(t -> t.backtest().forecast().get(0)).toList();
  }

  private static Standing weighed(Contestant contestant, double weight) {
    return new Standing(contestant, 0, 0, OptionalDouble.empty(), weight, Optional.empty());
  }
}
