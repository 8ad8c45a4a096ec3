package org.demandwright.core.model.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.demandwright.core.model.regression.Regression;
import org.demandwright.core.model.regression.TrainingSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Version;

class WekaSchemeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weka.classifiers.trees.M5P -M 20",
        "weka.classifiers.trees.RandomForest -I 10 -depth 8",
        "weka.classifiers.functions.SMOreg -C 1.0 -N 0",
        "weka.classifiers.meta.AdditiveRegression -S 0.5 -I 20 -W weka.classifiers.trees.REPTree"
      })
  void learnsAndIsRestoredToTheSameBits(String text) {
    WekaScheme scheme = WekaScheme.parse(text);
    TrainingSet rows = Rows.of(300, x -> 2 * x[0] - x[1] + 5, 1);
    Regression fit = scheme.fit(rows, 3).orElseThrow();
    Regression restored = scheme.restore(fit.state());
    assertThat(Rows.error(fit, rows)).isLessThan(1.5); // the variance of the target is 5
    Regression again = scheme.fit(rows, 3).orElseThrow();
    for (int r = 0; r < 50; r++) {
      double[] row = rows.features().row(r);
      assertThat(restored.predict(row)).isEqualTo(fit.predict(row));
      assertThat(again.predict(row)).isEqualTo(fit.predict(row));
    }
  }

  /** A tree of one leaf says the mean of what it learned from. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "weka.classifiers.trees.REPTree -L 0", // takes weights
        "weka.classifiers.lazy.IBk -K 200", // does too
        "weka.classifiers.trees.M5P -R -U -M 1000" // learns from drawn rows
      })
  void aRowOfWeightZeroTeachesNothing(String text) {
    TrainingSet all = Rows.of(200, x -> 1, 3);
    double[] target = all.target().clone();
    double[] weight = all.weight().clone();
    for (int r = 0; r < 100; r++) {
      target[r] = 1e6;
      weight[r] = 0;
    }
    TrainingSet rows = new TrainingSet(all.features(), target, weight);
    Regression fit = WekaScheme.parse(text).fit(rows, 1).orElseThrow();
    assertThat(fit.predict(new double[3])).isLessThan(1e5);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'give one such as weka.classifiers.trees.M5P'",
    "weka.classifiers.trees.Oak, is no classifier of Weka",
    "java.lang.String, is no classifier of Weka",
    "weka.classifiers.trees.M5P -depth 3, does not take the options",
    "weka.classifiers.functions.Logistic, choose a regressor",
  })
  void whatCannotLearnIsRefusedInWords(String text, String words) {
    assertThatThrownBy(() -> WekaScheme.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void theStateOfAnotherSchemeOrVersionIsRefused() {
    TrainingSet rows = Rows.of(100, x -> x[0], 1);
    String state =
        WekaScheme.parse("weka.classifiers.trees.REPTree").fit(rows, 1).orElseThrow().state();
    WekaScheme other = WekaScheme.parse("weka.classifiers.trees.REPTree -M 9");
    assertThatThrownBy(() -> other.restore(state)).hasMessageContaining("train the model again");
    String older = state.replace(Version.VERSION + " ", "3.6.0 ");
    WekaScheme same = WekaScheme.parse("weka.classifiers.trees.REPTree");
    assertThatThrownBy(() -> same.restore(older)).hasMessageContaining("train the model again");
  }

  @Test
  void aStateThatHoldsOtherClassesIsNotRead() throws IOException {
    WekaScheme scheme = new WekaScheme("weka.classifiers.trees.REPTree", List.of());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
      out.writeObject(new AtomicInteger(1));
    }
    String smuggled =
        Version.VERSION
            + " 3 "
            + scheme
            + "|"
            + Base64.getEncoder().encodeToString(bytes.toByteArray());
    assertThatThrownBy(() -> scheme.restore(smuggled)).hasMessageContaining("REJECTED");
  }
}
