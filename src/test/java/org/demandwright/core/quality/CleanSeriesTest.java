package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Series in which nothing is wrong are left alone by every rule. */
class CleanSeriesTest {

  /**
   * Weeks of the generated series; the cleaner takes fewer than one in four thousand for a peak, of
   * which no week is a part of the yardstick it is held against.
   */
  private static final int WEEKS = 400 * 100;

  @Test
  void fourHundredSeriesOfEveryPaceAreSilent() {
    List<Finding> alarms = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double mean = new double[] {0.03, 0.2, 0.7, 2, 8}[i % 5];
      alarms.addAll(PlantedSeries.clean(700, mean, 1000 + i).findings());
    }
    List<Finding> peaks = alarms.stream().filter(f -> f.rule() == Rule.OUTLIER).toList();
    alarms.removeAll(peaks);
    assertThat(alarms).isEmpty();
    assertThat(peaks).hasSizeLessThan(WEEKS / 4_000).allMatch(f -> f.severity() == Severity.LOW);
  }

  @Test
  void aSeriesWithoutLinesIsSilent() {
    assertThat(PlantedSeries.empty(100).findings()).isEmpty();
  }
}
