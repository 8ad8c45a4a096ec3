package org.demandwright.core.model.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksAndTextTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 13, 28})
  void blocksCoverTheHorizonWithoutGapOrOverlap(int horizon) {
    HorizonBlocks blocks = new HorizonBlocks(horizon);
    int step = 0;
    for (int b = 0; b < blocks.count(); b++) {
      assertThat(blocks.from(b)).isEqualTo(step);
      for (; step < blocks.to(b); step++) {
        assertThat(blocks.blockOf(step)).isEqualTo(b);
      }
    }
    assertThat(step).isEqualTo(horizon);
    assertThat(blocks.blockOf(horizon + 5)).isEqualTo(blocks.count() - 1);
  }

  @Test
  void everyDoubleReadsBackToItsBits() {
    double[] numbers = {1.0 / 3, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Math.PI * 1e-200};
    StateText text = StateText.empty("X state 1");
    text.put("numbers", numbers);
    text.put("none");
    StateText read = StateText.parse("X state 1", text.toString());
    assertThat(read.numbers("numbers")).isEqualTo(numbers);
    assertThat(read.numbers("none")).isEmpty();
    assertThatThrownBy(() -> read.text("missing")).hasMessageContaining("no \"missing\"");
  }

  @Test
  void aBrokenStateIsRefused() {
    assertThatThrownBy(() -> StateText.parse("X state 1", "X state 1\nnonsense"))
        .hasMessageContaining("line 2");
  }

  @Test
  void aSampleKeepsItsShareAndKnowsNoOrder() {
    RowSampling sampling = RowSampling.of(20_000, 5);
    int kept = 0;
    for (int s = 0; s < 1_000; s++) {
      for (int back = 0; back < 30; back++) {
        kept += sampling.keeps(SeriesKey.of("item-" + s), back) ? 1 : 0;
      }
    }
    assertThat(kept).isBetween(2_800, 3_200); // a tenth of 30,000
    assertThat(RowSampling.of(2_000, 5).share()).isEqualTo(1);
  }
}
