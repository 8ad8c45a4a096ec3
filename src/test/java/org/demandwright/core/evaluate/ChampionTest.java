package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.core.evaluate.TestTrials.flat;
import static org.demandwright.core.evaluate.TestTrials.learned;
import static org.demandwright.core.evaluate.TestTrials.simple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demandwright.core.Failure;
import org.demandwright.core.demand.DemandPattern;
import org.junit.jupiter.api.Test;

class ChampionTest {

  @Test
  void saysByWhatFiguresItWon() {
    Selection selection = chosen(0, flat(13, 3), simple("Theta", 10, 3), simple("Naive", 12, 3));
    assertThat(selection.modelId()).isEqualTo("Theta");
    assertThat(selection.verdict()).isEqualTo(Verdict.USE_SIMPLE);
    assertThat(selection.reason())
        .startsWith("Theta, tested at 3 past origins: RMSSE 0.50, totals of the horizon off by 0 %")
        .contains("69 % better than the plain mean")
        .contains("next Naive with 27 % better");
    assertThat(selection.scores()).extracting(Score::modelId).containsExactly("Theta", "Naive");
  }

  @Test
  void learningPaysWhereALearnedModelWins() {
    Selection selection =
        chosen(
            0,
            flat(13, 3),
            learned("Network", 10, 3),
            learned("Regression", 10.2, 3),
            simple("Naive", 12, 3));
    assertThat(selection.verdict()).isEqualTo(Verdict.ML_PAYS);
    assertThat(selection.reason()).contains("best simple method Naive");
  }

  @Test
  void learningDoesNotPayWhereTheFlatGuessWasAsGood() {
    assertThat(chosen(0, flat(10, 3), learned("Network", 10.5, 3)).verdict())
        .isEqualTo(Verdict.USE_SIMPLE);
  }

  @Test
  void learningDoesNotPayForAnItemThatHasEnded() {
    Contestant network = TestTrials.learnedOnSilence("Network", 0, 3);
    Contestant flat = TestTrials.learnedOnSilence(FlatGuess.ID, 3, 3);
    assertThat(chosen(0, flat, network).verdict()).isEqualTo(Verdict.USE_SIMPLE);
  }

  @Test
  void forecastingIsUselessWhereNothingBeatsThePlainMeanAndTotalsAreFarOff() {
    assertThat(chosen(0, flat(10, 3), simple("Naive", 17, 3)).verdict())
        .isEqualTo(Verdict.DO_NOT_FORECAST);
  }

  @Test
  void aForecastThatIsAsGoodAsThePlainMeanButRightIsUsed() {
    assertThat(chosen(0, flat(10, 3), simple("Naive", 10, 3)).verdict())
        .isEqualTo(Verdict.USE_SIMPLE);
  }

  @Test
  void tellsWhyABetterOneCouldNotBeUsed() {
    Selection selection = chosen(1, flat(13, 3), simple("Theta", 10, 3), simple("Naive", 12, 3));
    assertThat(selection.modelId()).isEqualTo("Naive");
    assertThat(selection.reason())
        .startsWith("Theta was among the best but could not be fitted to the whole history")
        .contains("too odd");
    assertThat(selection.failures()).containsOnlyKeys("Theta");
  }

  private static Selection chosen(int index, Contestant flat, Contestant... contestants) {
    List<Standing> standings =
        new ChampionRule(DemandPattern.SMOOTH, ClassPrior.none()).rank(List.of(contestants), flat);
    Map<String, Failure> refit =
        index == 0
            ? Map.of()
            : Map.of(standings.get(0).modelId(), new Failure(Failure.Reason.NUMERICAL, "too odd"));
    List<Standing> others = new ArrayList<>(standings);
    Standing champion = others.remove(index);
    return new Champion(champion, others, refit).selection(Map.of(), 1);
  }
}
