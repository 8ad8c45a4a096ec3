package org.demandwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.demandwright.core.Failure;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.Words;
import org.junit.jupiter.api.Test;

/** What an English reader is told of failures, as it was told before it was words. */
class FailureWordsTest {
  private static final String TEA = "C1|tea|S1|";
  private static final Map<String, Words> SENTENCES = new LinkedHashMap<>();

  static {
    sentence(
        TEA
            + ": Theta needs 4 observed periods and has 3; wait for more sales or use a simpler"
            + " method",
        Words.of("failure.short.observed", TEA, "Theta", 4, 3));
    sentence(
        TEA
            + ": Naive needs 1 observed period and has 0; wait for more sales or use a simpler"
            + " method",
        Words.of("failure.short.observed", TEA, "Naive", 1, 0));
    sentence(
        TEA
            + ": HoltWinters needs 2 season(s) of 12 periods and has 20 periods; use a method"
            + " without season",
        Words.of("failure.short.seasons", TEA, "HoltWinters", 2, 12, 20));
    sentence(
        TEA + ": Theta needs 4 observed periods of the newest 24 and has 1; use a simpler method",
        Words.of("failure.short.newest", TEA, "Theta", 4, 24, 1));
    sentence(
        TEA
            + ": SeasonalNaive never observed the season position of 2024-03; use a method without"
            + " season",
        Words.of("failure.short.position", TEA, "SeasonalNaive", "2024-03"));
    sentence(
        TEA + ": 20 periods were observed; PerceptronSeries with season 12 needs 26",
        Words.of("failure.short.season", TEA, 20, "PerceptronSeries", 12, 26));
    sentence(
        TEA + ": 1 period was observed; PerceptronSeries with season 12 needs 26",
        Words.of("failure.short.season", TEA, 1, "PerceptronSeries", 12, 26));
    sentence(
        TEA + ": 3 periods were observed; PooledTrees describes a series of at least 5",
        Words.of("failure.short.features", TEA, 3, "PooledTrees", 5));
    sentence(
        TEA + ": 1 period was observed; PooledTrees describes a series of at least 5",
        Words.of("failure.short.features", TEA, 1, "PooledTrees", 5));
    sentence(
        "no series has demand before this origin to learn from", Words.of("failure.short.panel"));
    sentence(TEA + ": no demand in 1234 periods", Words.of("failure.no-demand", TEA, 1234));
    sentence(TEA + ": no demand in 1 period", Words.of("failure.no-demand", TEA, 1));
    sentence(
        TEA + ": no demand in 9 observed periods", Words.of("failure.no-demand.observed", TEA, 9));
    sentence(
        TEA + ": no demand in 1 observed period", Words.of("failure.no-demand.observed", TEA, 1));
    sentence(
        TEA + ": no demand before 2025-03-01, the end of the last complete period",
        Words.of("failure.no-demand.before", TEA, "2025-03-01"));
    sentence(
        TEA
            + ": ThetaLog takes logarithms and only 5 of 12 periods have demand; use a method"
            + " without logarithms",
        Words.of("failure.logarithms", TEA, "ThetaLog", 5, 12));
    sentence(
        TEA
            + ": [MNN] of ExponentialSmoothing needs demand in every period, or 2 seasons of 12"
            + " periods; leave the form to the data",
        Words.of("failure.forms", TEA, "[MNN]", "ExponentialSmoothing", 2, 12));
    sentence(
        "Theta: the fit gave a number that is not finite", Words.of("failure.not-finite", "Theta"));
    sentence(
        "Weka's MultilayerPerceptron on 120 rows gave a weight that is not finite",
        Words.of("failure.not-finite.weight", "Weka's MultilayerPerceptron", 120));
    sentence(
        "Weka's LinearRegression on 120 rows gave a coefficient that is not finite",
        Words.of("failure.not-finite.coefficient", "Weka's LinearRegression", 120));
    sentence(
        "weka.classifiers.trees.M5P -M 4 on 7 rows: java.lang.Exception: it's {0}, odd",
        Words.of(
            "failure.weka", "weka.classifiers.trees.M5P -M 4", 7, new Exception("it's {0}, odd")));
    sentence(
        "PooledTrees: 2 series give 30 training rows of horizon 6; it takes at least 100 rows from"
            + " origins that 4 series share",
        Words.of("failure.few-rows", "PooledTrees", 2, 30, 6, 100, 4));
    sentence("Theta is not among the contestants", Words.of("failure.no-contestant", "Theta"));
    sentence(
        "PooledTrees was not trained at origin 2; train the global models first",
        Words.of("failure.not-trained", "PooledTrees", 2));
    Map<String, Failure> byModel = new LinkedHashMap<>();
    byModel.put("Theta", new Failure(Reason.NUMERICAL, Words.of("failure.not-finite", "Theta")));
    byModel.put("Old", new Failure(Reason.NO_DEMAND, Words.literal("nothing, it's so")));
    String told =
        "{Theta=NUMERICAL: Theta: the fit gave a number that is not finite,"
            + " Old=NO_DEMAND: nothing, it's so}";
    sentence(
        TEA + ": too short to test or to forecast: " + told,
        Words.of("failure.short.all", TEA, Failure.said(byModel)));
    sentence(
        TEA + ": no tested model could be fitted to the whole history: " + told,
        Words.of("failure.no-fit", TEA, Failure.said(byModel)));
  }

  private static void sentence(String english, Words words) {
    SENTENCES.put(english, words);
  }

  @Test
  void everyFailureIsSaidAsItWas() {
    SENTENCES.forEach(
        (english, words) -> {
          Failure kept = Failure.parse(new Failure(Reason.NOT_APPLICABLE, words).text());
          assertThat(english(kept.words())).isEqualTo(english);
          assertThat(english(kept.said())).isEqualTo("NOT_APPLICABLE: " + english);
        });
  }

  @Test
  void noKeyIsForgotten() throws IOException {
    Properties worded = new Properties();
    try (var lines =
        Files.newBufferedReader(
            Path.of("src/main/resources/org/demandwright/words/failure.properties"))) {
      worded.load(lines);
    }
    String all = SENTENCES.values().toString();
    assertThat(worded.stringPropertyNames())
        .allSatisfy(key -> assertThat(all).contains("~" + key.replaceAll("\\.one$", "") + "("));
  }

  @Test
  void aSentenceOfAnOlderStoreIsSaidAsItCame() {
    for (String kept :
        new String[] {
          "NO_DEMAND: C1|tea||: no demand in 1 periods",
          "NO_DEMAND: ~C1|tea||: no demand in 5 periods",
          "SHORT_HISTORY: C1|tea||: too short to test or to forecast: {Naive=NO_DEMAND: C1|te…"
        }) {
      assertThat(english(Failure.parse(kept).said())).isEqualTo(kept);
    }
  }
}
