package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.core.evaluate.TestTrials.flat;
import static org.demandwright.core.evaluate.TestTrials.learned;
import static org.demandwright.core.evaluate.TestTrials.outlook;
import static org.demandwright.core.evaluate.TestTrials.simple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;
import org.junit.jupiter.api.Test;

class ModelWeightsTest {
  private static final Contestant FLAT = flat(13, 3);

  @Test
  void theSmallestErrorForecastsAlone() {
    List<Standing> standings =
        smooth(Outlook.none(), simple("High", 14, 3), simple("Right", 10, 3), simple("Low", 7, 3));
    assertThat(standings).extracting(Standing::modelId).containsExactly("Right", "High", "Low");
    assertThat(standings).extracting(Standing::weight).containsExactly(1.0, 0.0, 0.0);
  }

  @Test
  void equalsShareAndTheContestantNamedFirstComesFirst() {
    List<Standing> standings =
        smooth(Outlook.none(), simple("First", 10, 3), simple("Second", 10, 3));
    assertThat(standings).extracting(Standing::modelId).containsExactly("First", "Second");
    assertThat(standings).extracting(Standing::weight).containsExactly(0.5, 0.5);
  }

  @Test
  void ofEqualsTheContestantNamedFirstForecastsWhereOnlyOneMay() {
    List<Standing> standings =
        new ModelWeights(DemandPattern.SMOOTH, Outlook.none(), 1)
            .weigh(
                List.of(simple("First", 10, 3), simple("Second", 10, 3)),
                FLAT,
                TestTrials.series(40),
                1,
                Map.of())
            .standings();
    assertThat(Combination.members(standings)).containsExactly(new Member("First", 1));
  }

  @Test
  void weightsFallInALineFromTheBestToTheReach() {
    Map<String, Double> weights = weights(foreseen(0, 0.4, 0.9, 1.1));
    // 1, 0.6 and 0.1 before they are made to sum to 1
    assertThat(weights.get("M0")).isCloseTo(1 / 1.7, within(1e-9));
    assertThat(weights.get("M1")).isCloseTo(0.6 / 1.7, within(1e-9));
    assertThat(weights.get("M2")).isCloseTo(0.1 / 1.7, within(1e-9));
    assertThat(weights.get("M3")).isZero();
  }

  @Test
  void theLeastSharesAreDropped() {
    Map<String, Double> weights = weights(foreseen(0, 0.4, 0.97));
    assertThat(weights.get("M0")).isCloseTo(1 / 1.6, within(1e-9));
    assertThat(weights.get("M1")).isCloseTo(0.6 / 1.6, within(1e-9));
    assertThat(weights.get("M2")).isZero();
  }

  @Test
  void atMostFiveForecast() {
    Map<String, Double> weights = weights(foreseen(0, 0, 0, 0, 0, 0));
    assertThat(weights.values()).filteredOn(w -> w > 0).hasSize(5).containsOnly(0.2);
    assertThat(weights.get("M5")).isZero();
  }

  @Test
  void whatIsForeseenOutweighsASmallLeadOnOneSeries() {
    Contestant lucky = simple("Lucky", 10.4, 3);
    Contestant steady = simple("Steady", 10.6, 3);
    Outlook outlook = outlook(Map.of("Steady", -0.5, "Lucky", 0.3));
    assertThat(smooth(Outlook.none(), lucky, steady).get(0).modelId()).isEqualTo("Lucky");
    assertThat(smooth(outlook, lucky, steady).get(0).modelId()).isEqualTo("Steady");
  }

  @Test
  void expectationIsTheMeanOfTheRecordAndTheOutlook() {
    List<Standing> standings =
        smooth(outlook(Map.of("One", -0.23)), simple("One", 10, 3), simple("Two", 10, 3));
    // both have the record 0; three origins against the weight of the outlook
    double weight = Evidence.PANEL_WEIGHT;
    assertThat(standings.get(0).expected()).isCloseTo(-0.23 * weight / (3 + weight), within(1e-12));
    assertThat(standings.get(1).expected()).isZero();
  }

  @Test
  void oneLuckyOriginCountsLessThanThree() {
    List<Standing> standings =
        smooth(
            Outlook.none(), simple("Once", 10, 1), simple("Thrice", 10, 3), simple("Bad", 14, 3));
    assertThat(standings.get(0).modelId()).isEqualTo("Thrice");
    assertThat(standings.get(0).expected()).isLessThan(standings.get(1).expected());
  }

  @Test
  void forecastingNothingCannotWinOnIntermittentDemand() {
    Contestant nothing = simple("Nothing", 4.9, 3);
    Contestant tooMuch = simple("TooMuch", 40, 3);
    List<Standing> sparse =
        TestTrials.weigh(DemandPattern.INTERMITTENT, Outlook.none(), FLAT, nothing, tooMuch)
            .standings();
    assertThat(Combination.members(sparse)).containsExactly(new Member("TooMuch", 1));
    assertThat(sparse.get(1).barredBecause()).contains(Words.of("forecast.barred.short.own"));
    assertThat(Combination.members(smooth(Outlook.none(), nothing, tooMuch)))
        .containsExactly(new Member("Nothing", 1));
  }

  @Test
  void whatIsKnownOfTheClassDecidesAboutAShortfallNotOneSeries() {
    Outlook outlook = outlook(Map.of("Low", -0.3, "High", 0.3));
    List<Standing> standings =
        TestTrials.weigh(
                DemandPattern.INTERMITTENT,
                outlook,
                FLAT,
                simple("Low", 4.9, 3),
                simple("High", 5, 3))
            .standings();
    assertThat(standings.get(0).modelId()).isEqualTo("Low");
    assertThat(standings.get(0).barred()).isFalse();
  }

  @Test
  void barredModelsTakePartOnlyWhereAllAre() {
    Outlook.Bar network =
        new Outlook.Bar(DemandPattern.SMOOTH, "Network", Words.literal("too often wrong"));
    Outlook.Bar trees = new Outlook.Bar(DemandPattern.SMOOTH, "Trees", Words.literal("no better"));
    Outlook outlook = outlook(Map.of(), network, trees);
    Contestant best = learned("Network", 10, 3);
    assertThat(Combination.members(smooth(outlook, best, simple("Mean", 13, 3))))
        .containsExactly(new Member("Mean", 1));
    List<Standing> onlyBarred = smooth(outlook, best, learned("Trees", 14, 3));
    assertThat(Combination.members(onlyBarred)).containsExactly(new Member("Network", 1));
    assertThat(onlyBarred.get(0).barredBecause()).contains(Words.literal("too often wrong"));
  }

  @Test
  void aBarHoldsInItsOwnClassAlone() {
    Outlook outlook =
        outlook(
            Map.of(),
            new Outlook.Bar(DemandPattern.LUMPY, "Network", Words.literal("too often wrong")));
    assertThat(smooth(outlook, learned("Network", 10, 3), simple("Mean", 13, 3)).get(0).modelId())
        .isEqualTo("Network");
  }

  /** Models M0, M1 … as good as each other on the series; foreseen in units of the reach. */
  private static List<Standing> foreseen(double... expected) {
    double reach = ModelWeights.REACH * (3 + Evidence.PANEL_WEIGHT);
    Map<String, Double> outlook = new HashMap<>();
    Contestant[] contestants = new Contestant[expected.length];
    for (int i = 0; i < expected.length; i++) {
      outlook.put("M" + i, expected[i] * reach / Evidence.PANEL_WEIGHT);
      contestants[i] = simple("M" + i, 10, 3);
    }
    return smooth(outlook(outlook), contestants);
  }

  private static Map<String, Double> weights(List<Standing> standings) {
    Map<String, Double> weights = new HashMap<>();
    standings.forEach(s -> weights.put(s.modelId(), s.weight()));
    return weights;
  }

  private static List<Standing> smooth(Outlook outlook, Contestant... contestants) {
    return TestTrials.weigh(DemandPattern.SMOOTH, outlook, FLAT, contestants).standings();
  }
}
