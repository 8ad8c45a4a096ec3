package org.demandwright.app.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleSimulationTest {
  @Test
  void a_sample_is_evenly_spread() {
    List<Integer> all = IntStream.range(0, 10).boxed().toList();
    assertThat(SampleSimulation.spread(all, 4)).containsExactly(0, 2, 5, 7);
    assertThat(SampleSimulation.spread(all, 10)).isEqualTo(all);
    assertThat(SampleSimulation.spread(all, 99)).isEqualTo(all);
    assertThat(SampleSimulation.spread(List.of(), 9)).isEmpty();
  }
}
