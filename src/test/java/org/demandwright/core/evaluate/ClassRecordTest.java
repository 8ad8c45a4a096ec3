package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.core.evaluate.TestTrials.flat;
import static org.demandwright.core.evaluate.TestTrials.learned;
import static org.demandwright.core.evaluate.TestTrials.levelOfLoss;
import static org.demandwright.core.evaluate.TestTrials.simple;

import java.util.Arrays;
import java.util.List;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;
import org.junit.jupiter.api.Test;

class ClassRecordTest {
  private static final Contestant MEAN = simple("Mean", 12, 3);

  @Test
  void aLearnedModelThatIsSixPercentWorseThanASimpleOneIsBarred() {
    List<Outlook.Bar> barred =
        barred(DemandPattern.SMOOTH, 5, MEAN, learned("Network", levelOfLoss(1.06, 12), 3));
    assertThat(barred)
        .containsExactly(
            new Outlook.Bar(
                DemandPattern.SMOOTH,
                "Network",
                Words.of(
                    "forecast.barred.worse",
                    15,
                    Words.of("demand.pattern.smooth"),
                    Words.decimal(6, 1),
                    "Mean")));
  }

  @Test
  void aLearnedModelThatIsAsGoodAsEverySimpleOneMayTakePart() {
    assertThat(barred(DemandPattern.SMOOTH, 5, MEAN, learned("Network", 12, 3))).isEmpty();
    assertThat(barred(DemandPattern.SMOOTH, 5, MEAN, learned("Network", 11.9, 3))).isEmpty();
  }

  @Test
  void theReasonNamesTheSimpleModelThatIsFurthestAhead() {
    assertThat(
            barred(DemandPattern.SMOOTH, 5, MEAN, simple("Best", 11, 3), learned("Network", 13, 3)))
        .singleElement()
        .extracting(Outlook.Bar::because)
        .asString()
        .endsWith("'Best')");
  }

  @Test
  void aSimpleModelMayBeWorse() {
    assertThat(barred(DemandPattern.SMOOTH, 5, MEAN, simple("Naive", 20, 3))).isEmpty();
    assertThat(barred(DemandPattern.SMOOTH, 5, learned("Network", 12, 3), learned("Trees", 20, 3)))
        .isEmpty();
  }

  @Test
  void fewerThanFifteenTestsBarNobody() {
    assertThat(barred(DemandPattern.SMOOTH, 4, MEAN, learned("Network", 20, 3))).isEmpty();
  }

  @Test
  void aModelIsComparedWithThoseThatWereTestedWhereItWas() {
    assertThat(barred(DemandPattern.SMOOTH, 15, simple("Mean", 12, 1), learned("Network", 20, 3)))
        .isEmpty();
    assertThat(barred(DemandPattern.SMOOTH, 15, MEAN, learned("Network", 20, 1)))
        .extracting(Outlook.Bar::modelId)
        .containsExactly("Network");
  }

  @Test
  void onIntermittentDemandAModelThatFallsGravelyShortIsBarred() {
    assertThat(barred(DemandPattern.LUMPY, 1, MEAN, simple("Nothing", 0, 3)))
        .containsExactly(
            new Outlook.Bar(
                DemandPattern.LUMPY,
                "Nothing",
                Words.of("forecast.barred.short", Words.of("demand.pattern.lumpy"))));
    assertThat(barred(DemandPattern.ERRATIC, 1, MEAN, simple("Nothing", 0, 3))).isEmpty();
  }

  @Test
  void aModelIsNotBlamedForARiseThatNobodyForesaw() {
    ClassRecord record = new ClassRecord(DemandPattern.LUMPY);
    record.add(List.of(simple("Low", 4, 3)), flat(4.5, 3));
    assertThat(record.barred(List.of("Low"))).isEmpty();
  }

  private static List<Outlook.Bar> barred(
      DemandPattern pattern, int series, Contestant... contestants) {
    ClassRecord record = new ClassRecord(pattern);
    for (int i = 0; i < series; i++) {
      record.add(List.of(contestants), flat(13, 3));
    }
    return record.barred(Arrays.stream(contestants).map(Contestant::modelId).toList());
  }
}
