package org.demandwright.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WekaModelsTest {

  @Test
  void entriesAreSeparatedByCommas() {
    assertThat(WekaModels.parse("")).isEmpty();
    assertThat(
            WekaModels.parse(
                "Tree=weka.classifiers.trees.M5P -M 20, Near=weka.classifiers.lazy.IBk -K 50"))
        .containsExactly(
            "Tree=weka.classifiers.trees.M5P -M 20", "Near=weka.classifiers.lazy.IBk -K 50");
  }

  @ParameterizedTest
  @CsvSource({
    "Tree=weka.classifiers.trees.Oak, is no classifier of Weka",
    "Tree=weka.classifiers.trees.M5P -depth 3, does not take the options",
    "Theta=weka.classifiers.trees.M5P, cannot be the id",
    "weka.classifiers.trees.M5P, has not the form Id=scheme options",
  })
  void aWrongEntryIsRefused(String text, String words) {
    assertThatThrownBy(() -> WekaModels.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
