package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.core.evaluate.TestTrials.simple;

import java.util.List;
import org.demandwright.core.model.Objective;
import org.junit.jupiter.api.Test;

/** Demand is 8, 12, 8, 12 …: it changes by 4, which is the scale, and its mean is 10. */
class TrialTest {

  @Test
  void aPerfectTotalCostsHalfTheErrorOfThePeriods() {
    assertThat(trial(10).loss()).isCloseTo(0.5 * 2 / 4, within(1e-12));
  }

  @Test
  void aTotalThatFellShortCostsTwiceAsMuchAsOneThatWasTooHigh() {
    // errors 1 and −3 in turns, or 3 and −1: both √5 per period, and 1 per period in sum
    double periods = 0.5 * Math.sqrt(5) / 4;
    double tooLow = trial(9).loss() - periods;
    double tooHigh = trial(11).loss() - periods;
    assertThat(tooHigh).isCloseTo(0.5 * 2 / 3 / 4, within(1e-12));
    assertThat(tooLow).isCloseTo(2 * tooHigh, within(1e-12));
  }

  /** By the money of stock, errors that make up for each other within a lead time cost less. */
  @Test
  void costGoesByTheErrorsOfTotals() {
    // 12, 8, 12, 8 against 10: errors of 2 in turns; totals of two and four periods are right
    Trial even = ofCost(trial(10));
    int n = even.backtest().actual().size();
    double three = n < 3 ? 0 : Math.sqrt(4.0 / 3);
    double spans = Math.min(4, n);
    assertThat(even.loss()).isCloseTo((2 + three) / spans / 4, within(1e-12));
    assertThat(ofCost(trial(9)).loss())
        .as("one side costs what the other does")
        .isCloseTo(ofCost(trial(11)).loss(), within(0.05))
        .isGreaterThan(even.loss());
  }

  @Test
  void theOtherObjectivesHaveTheLossThatTheyHad() {
    Trial trial = trial(9);
    assertThat(new Trial(trial.training(), trial.backtest(), Objective.MEAN).loss())
        .isEqualTo(trial.loss());
  }

  private static Trial ofCost(Trial trial) {
    return new Trial(trial.training(), trial.backtest(), Objective.COST);
  }

  @Test
  void whereDemandNeverChangedTheScaleIsItsMean() {
    Trial silent = TestTrials.learnedOnSilence("Network", 3, 1).trials().get(0);
    assertThat(silent.loss()).isCloseTo(0.5 * (3 + 2.0 / 3 * 3) / silent.scale(), within(1e-12));
  }

  @Test
  void refusesTrainingThatDoesNotEndAtTheOrigin() {
    Trial trial = trial(10);
    assertThatThrownBy(
            () -> new Trial(trial.training().head(trial.training().size() - 1), trial.backtest()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("screw");
    assertThatThrownBy(() -> new Contestant("Mean", false, List.of()))
        .hasMessageContaining("not tested");
  }

  private static Trial trial(double level) {
    return simple("Mean", level, 1).trials().get(0);
  }
}
