package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;
import static org.demandwright.core.evaluate.TestTrials.flat;
import static org.demandwright.core.evaluate.TestTrials.learned;
import static org.demandwright.core.evaluate.TestTrials.outlook;
import static org.demandwright.core.evaluate.TestTrials.simple;

import java.util.Map;
import org.demandwright.core.Failure;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;
import org.junit.jupiter.api.Test;

class ChampionTest {

  @Test
  void saysByWhatFiguresItWon() {
    Selection selection = chosen(flat(13, 3), simple("Theta", 10, 3), simple("Naive", 12, 3));
    assertThat(selection.modelId()).isEqualTo("Theta");
    assertThat(selection.verdict()).isEqualTo(Verdict.USE_SIMPLE);
    assertThat(english(selection.reason()))
        .startsWith("Theta, tested at 3 past origins: RMSSE 0.50, totals of the horizon off by 0 %")
        .contains("by these tests 52 % better than the plain mean");
    assertThat(selection.scores()).extracting(Score::modelId).containsExactly("Theta", "Naive");
  }

  @Test
  void learningPaysWhereALearnedModelWins() {
    Selection selection =
        chosen(
            flat(13, 3),
            learned("Network", 10, 3),
            learned("Regression", 10.2, 3),
            simple("Naive", 12, 3));
    assertThat(selection.verdict()).isEqualTo(Verdict.ML_PAYS);
    assertThat(english(selection.reason())).contains("better than the best simple choice, Naive");
  }

  @Test
  void theSimpleMethodsForecastAloneWhereLearningIsNotBetter() {
    Selection selection = chosen(flat(13, 3), learned("Network", 10.3, 3), simple("Theta", 10, 3));
    assertThat(selection.members()).containsExactly(new Member("Theta", 1));
    assertThat(selection.verdict()).isEqualTo(Verdict.USE_SIMPLE);
    assertThat(english(selection.reason())).contains("better than a forecast with learned models");
    assertThat(selection.scores()).extracting(Score::modelId).containsExactly("Theta", "Network");
  }

  @Test
  void whatThePanelShowsCountsAsTest() {
    Contestant flat = flat(10.2, 3);
    Contestant network = learned("Network", 10.4, 3);
    Contestant naive = simple("Naive", 10.3, 3);
    assertThat(chosen(flat, network, naive).modelId()).isEqualTo("Naive");
    Outlook panel = outlook(Map.of("Network", -0.4, "Naive", 0.1, FlatGuess.ID, 0.6));
    Selection selection =
        new Champion(TestTrials.weigh(DemandPattern.SMOOTH, panel, flat, network, naive))
            .selection(Map.of(), 1);
    assertThat(selection.modelId()).isEqualTo("Network");
    assertThat(selection.verdict()).isEqualTo(Verdict.ML_PAYS);
    assertThat(english(selection.reason()))
        .contains("by these tests and 90 of the panel")
        .contains("better than the plain mean and")
        .contains("better than the best simple choice, Naive");
  }

  @Test
  void learnedModelsThatLoseMoreThanThePlainMeanAreNotRecommended() {
    Selection selection = chosen(flat(10, 3), learned("Network", 10.5, 3), simple("Naive", 14, 3));
    assertThat(selection.verdict()).isEqualTo(Verdict.DO_NOT_FORECAST);
    assertThat(english(selection.reason()))
        .startsWith("No method is worth more than the plain mean; the least bad is Network, tested")
        .contains("worse than the plain mean");
  }

  @Test
  void learnedModelsAsGoodAsThePlainMeanForecastSteadyDemand() {
    Selection selection = chosen(flat(10, 3), learned("Network", 10.05, 3), simple("Naive", 14, 3));
    assertThat(selection.verdict()).isEqualTo(Verdict.ML_PAYS);
    assertThat(english(selection.reason()))
        .contains("as good as the plain mean (")
        .contains("better than the best simple choice, Naive");
  }

  @Test
  void learningDoesNotPayForAnItemThatHasEnded() {
    Contestant network = TestTrials.learnedOnSilence("Network", 0, 3);
    Contestant flat = TestTrials.learnedOnSilence(FlatGuess.ID, 3, 3);
    Contestant decay = new Contestant("Decay", false, flat.trials());
    Selection selection = chosen(flat, network, decay);
    assertThat(selection.modelId()).isEqualTo("Decay");
    assertThat(english(selection.reason())).doesNotContain("learned");
  }

  @Test
  void forecastingIsUselessWhereNothingBeatsThePlainMeanAndTotalsAreFarOff() {
    assertThat(chosen(flat(10, 3), simple("Naive", 17, 3)).verdict())
        .isEqualTo(Verdict.DO_NOT_FORECAST);
  }

  @Test
  void aForecastThatIsAsGoodAsThePlainMeanButRightIsUsed() {
    assertThat(chosen(flat(10, 3), simple("Naive", 10, 3)).verdict()).isEqualTo(Verdict.USE_SIMPLE);
  }

  @Test
  void saysWithWhatSharesSeveralForecast() {
    Selection selection = chosen(flat(13, 3), simple("Theta", 10, 3), simple("Mean", 10, 3));
    assertThat(selection.modelId()).isEqualTo("Theta+Mean");
    assertThat(selection.members())
        .containsExactly(new Member("Theta", 0.5), new Member("Mean", 0.5));
    assertThat(english(selection.reason()))
        .startsWith("Mean of Theta 50 %, Mean 50 %, tested at 3 past");
    assertThat(selection.scores())
        .extracting(Score::modelId)
        .containsExactly("Theta+Mean", "Theta", "Mean");
  }

  @Test
  void saysWhyItForecastsWhereEveryModelIsBarred() {
    Selection selection =
        chosen(DemandPattern.LUMPY, flat(13, 3), simple("Nothing", 0, 3), simple("Little", 1, 3));
    assertThat(english(selection.reason()))
        .endsWith(
            "all models are barred, this one because it forecast less than half of what came.");
  }

  @Test
  void keepsTheFailuresOfThoseThatCouldNotForecast() {
    Map<String, Failure> failures =
        Map.of("Croston", new Failure(Failure.Reason.NUMERICAL, Words.literal("too odd")));
    Contestant flat = flat(13, 3);
    Weighing weighing =
        TestTrials.weigh(DemandPattern.SMOOTH, Outlook.none(), flat, simple("Theta", 10, 3));
    assertThat(new Champion(weighing).selection(failures, 1).failures()).isEqualTo(failures);
  }

  private static Selection chosen(Contestant flat, Contestant... contestants) {
    return chosen(DemandPattern.SMOOTH, flat, contestants);
  }

  private static Selection chosen(
      DemandPattern pattern, Contestant flat, Contestant... contestants) {
    return new Champion(TestTrials.weigh(pattern, Outlook.none(), flat, contestants))
        .selection(Map.of(), 1);
  }
}
