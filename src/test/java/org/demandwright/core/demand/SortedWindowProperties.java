package org.demandwright.core.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SortedWindowProperties {

  @Property
  void itSaysWhatSortingSays(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 9) Double> given,
      @ForAll @IntRange(min = 1, max = 12) int width) {
    double[] values = given.stream().mapToDouble(v -> v).toArray();
    SortedWindow window = new SortedWindow(width + 1);
    for (int i = 0; i < values.length; i++) {
      window.add(values[i]);
      if (i >= width) {
        window.remove(values[i - width]);
      }
      double[] near = Arrays.copyOfRange(values, Math.max(0, i - width + 1), i + 1);
      double centre = median(near);
      double[] distance = Arrays.stream(near).map(v -> Math.abs(v - centre)).toArray();
      assertThat(window.median()).isEqualTo(centre);
      assertThat(window.medianDistance(centre)).isEqualTo(median(distance));
      assertThat(window.mean()).isCloseTo(Arrays.stream(near).average().orElse(0), within(1e-12));
    }
  }

  @Property
  void distancesAreThoseFromAnyCentre(
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = 0, max = 9) Double> given,
      @ForAll @DoubleRange(min = -1, max = 10) double centre) {
    double[] values = given.stream().mapToDouble(v -> v).toArray();
    SortedWindow window = new SortedWindow(values.length);
    for (double value : values) {
      window.add(value);
    }
    double[] distance = Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray();
    assertThat(window.medianDistance(centre)).isEqualTo(median(distance));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
