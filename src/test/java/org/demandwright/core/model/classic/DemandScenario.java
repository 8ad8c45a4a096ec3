package org.demandwright.core.model.classic;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;

/** The kinds of demand that every model meets: monthly, four years unless the kind says less. */
enum DemandScenario {
  CONSTANT(48, i -> 50),
  TREND(48, i -> 100 + 5 * i),
  SEASON(48, i -> 100 + 40 * Math.sin(2 * Math.PI * i / 12)),
  NOISY_SEASON(48, i -> (100 + 40 * Math.sin(2 * Math.PI * i / 12)) * (1 + 0.1 * noise(i))),
  INTERMITTENT(48, i -> i % 5 == 2 ? 3 + i % 3 : 0),
  ALL_ZERO(48, i -> 0),
  ONE_POINT(1, i -> 12),
  STOCK_OUT(48, i -> i >= 20 && i < 24 ? 0 : 60),
  OUTLIER(48, i -> i == 40 ? 5000 : 80 + 4 * noise(i)),
  LEVEL_SHIFT(48, i -> (i < 30 ? 50 : 150) + 3 * noise(i)),
  NEW_ITEM(4, i -> 10 + i),
  ENDED_ITEM(48, i -> i < 20 ? 50 : 0),
  CLOSED_SEASON(60, i -> i % 12 < 3 ? 0 : 90 + noise(i)),
  EMPTY(0, i -> 0);

  private final int size;
  private final IntToDoubleFunction demand;

  DemandScenario(int size, IntToDoubleFunction demand) {
    this.size = size;
    this.demand = demand;
  }

  /** Returns the series; the periods of its stock-out were not observed. */
  DemandSeries series() {
    return series(size);
  }

  /** Returns the series continued to {@code periods} periods. */
  DemandSeries series(int periods) {
    double[] units = new double[periods];
    Arrays.setAll(units, i -> Math.max(0, demand.applyAsDouble(i)));
    double[] availability = new double[periods];
    Arrays.setAll(availability, i -> this == STOCK_OUT && i >= 20 && i < 24 ? 0 : 1);
    return new DemandSeries(
        SeriesKey.of(name()),
        Period.of(Bucket.MONTH, LocalDate.of(2020, 1, 1)),
        DoubleVector.of(units),
        DoubleVector.of(availability));
  }

  private static double noise(int i) {
    return new Random(1000L + i).nextGaussian();
  }
}
