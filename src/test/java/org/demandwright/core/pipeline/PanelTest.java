package org.demandwright.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.TrainingPanel;
import org.junit.jupiter.api.Test;

class PanelTest {
  private static final int DAYS = 1_941;
  private static final int SERIES = 400;

  @Test
  void givesBackItsSeriesInTheOrderOfTheirKeys() {
    List<SeriesInput> inputs =
        List.of(sporadic("bolt"), sporadic("nut"), TestModels.series("screw", 1, 2, 3));
    List<SeriesInput> reversed = new ArrayList<>(inputs);
    Collections.reverse(reversed);
    Panel panel = Panel.of(reversed);
    assertThat(panel).containsExactlyElementsOf(inputs);
    assertThat(Panel.of(panel)).isSameAs(panel);
  }

  /** Unpacked, four vectors take 32 bytes a period; what the measure itself allocates is small. */
  @Test
  void dailyDemandTakesAFewBytesAPeriod() {
    Panel.of(inputs());
    assertThat(bytesKept(() -> Panel.of(inputs()))).isLessThan(4L * SERIES * DAYS);
    assertThat(
            bytesKept(
                () -> TrainingPanel.of(inputs().map(i -> new History(i.series(), i.covariates())))))
        .isLessThan(4L * SERIES * DAYS);
  }

  private static Stream<SeriesInput> inputs() {
    return IntStream.range(0, SERIES).mapToObj(i -> sporadic("item" + i));
  }

  private static long bytesKept(Supplier<Object> made) {
    long before = used();
    Object kept = made.get();
    long after = used();
    assertThat(kept).isNotNull();
    return after - before;
  }

  private static long used() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  private static SeriesInput sporadic(String item) {
    SplittableRandom random = new SplittableRandom(item.hashCode());
    double[] units = new double[DAYS];
    double[] price = new double[DAYS + 28];
    double[] promotion = new double[DAYS + 28];
    for (int i = 0; i < price.length; i++) {
      price[i] = 1 + 0.01 * (i / 91);
      promotion[i] = i % 119 < 10 ? 1 : 0;
    }
    for (int i = 0; i < DAYS; i++) {
      units[i] = random.nextInt(3) == 0 ? 1 + random.nextInt(12) : 0;
    }
    return new SeriesInput(
        DemandSeries.of(SeriesKey.of(item), new Period(Bucket.DAY, 15_000), units),
        new Covariates(DoubleVector.of(price), DoubleVector.of(promotion), "tea"));
  }
}
