package org.demandwright.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.junit.jupiter.api.Test;

class TrainingPanelTest {
  private static final History BOLT = history("bolt", 2800, 5, 6, 7);
  private static final History SCREW = history("screw", 2801, 8, 9);

  @Test
  void historiesStandInTheOrderOfTheirKeys() {
    assertThat(TrainingPanel.of(List.of(SCREW, BOLT)).histories()).containsExactly(BOLT, SCREW);
  }

  @Test
  void aSeriesCannotBeInThePanelTwice() {
    assertThatThrownBy(() -> TrainingPanel.of(List.of(BOLT, BOLT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bolt")
        .hasMessageContaining("twice");
  }

  @Test
  void allSeriesEndAtOneOrigin() {
    assertThatThrownBy(() -> TrainingPanel.of(List.of(BOLT, history("nut", 2800, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nut")
        .hasMessageContaining("same origin");
  }

  @Test
  void whatIsDerivedAlikeIsDerivedOnce() {
    AtomicInteger made = new AtomicInteger();
    TrainingPanel panel = TrainingPanel.of(List.of(BOLT, SCREW));
    assertThat(panel.derived(new Total(1, made))).isEqualTo(35);
    assertThat(panel.derived(new Total(1, made))).isEqualTo(35);
    assertThat(panel.derived(new Total(2, made))).isEqualTo(70);
    assertThat(made).hasValue(2);
  }

  private record Total(int factor, AtomicInteger made) implements TrainingPanel.Derivation<Double> {
    @Override
    public Double from(TrainingPanel panel) {
      made.incrementAndGet();
      return panel.histories().stream().mapToDouble(h -> factor * h.units().sum()).sum();
    }
  }

  private static History history(String item, int first, double... units) {
    return History.of(DemandSeries.of(SeriesKey.of(item), new Period(Bucket.WEEK, first), units));
  }
}
