package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.core.evaluate.TestTrials.flat;
import static org.demandwright.core.evaluate.TestTrials.learned;
import static org.demandwright.core.evaluate.TestTrials.simple;

import java.util.List;
import org.demandwright.core.demand.DemandPattern;
import org.junit.jupiter.api.Test;

class ChampionRuleTest {
  private static final ChampionRule SMOOTH =
      new ChampionRule(DemandPattern.SMOOTH, ClassPrior.none());
  private static final Contestant FLAT = flat(13, 3);

  @Test
  void theSmallestErrorWins() {
    assertThat(ids(SMOOTH, simple("High", 14, 3), simple("Right", 10, 3), simple("Low", 7, 3)))
        .containsExactly("Right", "Low", "High");
  }

  @Test
  void aTieGoesToTheContestantNamedFirst() {
    assertThat(ids(SMOOTH, simple("First", 10, 3), simple("Second", 10, 3)))
        .containsExactly("First", "Second");
  }

  @Test
  void aLearnedModelMustBeClearlyBetter() {
    assertThat(ids(SMOOTH, learned("Network", 10.1, 3), simple("Mean", 10.12, 3)))
        .containsExactly("Mean", "Network");
    assertThat(ids(SMOOTH, learned("Network", 10.1, 3), simple("Mean", 11, 3)))
        .containsExactly("Network", "Mean");
  }

  @Test
  void theExperienceOfTheClassOutweighsASmallLeadOnOneSeries() {
    ClassPrior prior =
        new ClassPrior(
            List.of(
                new ClassPrior.Row(DemandPattern.SMOOTH, "Steady", -0.5, 900),
                new ClassPrior.Row(DemandPattern.SMOOTH, "Lucky", 0.3, 900)));
    ChampionRule rule = new ChampionRule(DemandPattern.SMOOTH, prior);
    assertThat(ids(rule, simple("Lucky", 10.4, 3), simple("Steady", 10.6, 3)))
        .containsExactly("Steady", "Lucky");
    assertThat(ids(SMOOTH, simple("Lucky", 10.4, 3), simple("Steady", 10.6, 3)))
        .containsExactly("Lucky", "Steady");
  }

  @Test
  void oneLuckyOriginCountsLessThanThree() {
    Contestant once = simple("Once", 10.4, 1);
    Contestant thrice = simple("Thrice", 10.4, 3);
    List<Standing> standings = SMOOTH.rank(List.of(once, thrice), FLAT);
    assertThat(standings.get(0).modelId()).isEqualTo("Thrice");
  }

  @Test
  void forecastingNothingCannotWinOnIntermittentDemand() {
    ChampionRule sparse = new ChampionRule(DemandPattern.INTERMITTENT, ClassPrior.none());
    assertThat(ids(sparse, simple("Nothing", 4.9, 3), simple("TooMuch", 40, 3)))
        .containsExactly("TooMuch", "Nothing");
    assertThat(ids(SMOOTH, simple("Nothing", 4.9, 3), simple("TooMuch", 40, 3)))
        .containsExactly("Nothing", "TooMuch");
  }

  private static List<String> ids(ChampionRule rule, Contestant... contestants) {
    return rule.rank(List.of(contestants), FLAT).stream().map(Standing::modelId).toList();
  }
}
