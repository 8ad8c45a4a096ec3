package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;

class MonthDayTrainerTest {
  private static final int DAYS = 700;

  @Test
  void paydaysOfAllSeriesAreFound() {
    MonthDayIndex index = train(Bucket.DAY, 2);
    assertThat(index.strength()).isEqualTo(1);
    assertThat(index.pool()[0]).isCloseTo(2, within(0.2));
    assertThat(index.pool()[14]).isCloseTo(1, within(0.15));
  }

  @Test
  void whatIsTheSameOnAllDaysHasNoEffect() {
    MonthDayIndex index = train(Bucket.DAY, 1);
    assertThat(index.strength()).isZero();
    assertThat(index.factors(panel(Bucket.DAY, 1).get(0), new double[DAYS], 30)).containsOnly(1);
  }

  @Test
  void weeksHaveNoDayOfTheMonth() {
    assertThat(train(Bucket.WEEK, 2).strength()).isZero();
  }

  @Test
  void aSeriesThatNeverSoldFollowsTheOthers() {
    MonthDayIndex index = train(Bucket.DAY, 2);
    History history = panel(Bucket.DAY, 2).get(0);
    double[] factors = index.factors(history, new double[DAYS], DAYS + 31);
    for (int i = DAYS; i < factors.length; i++) {
      int day = history.series().period(i).start().getDayOfMonth();
      assertThat(factors[i]).isCloseTo(index.pool()[day - 1], within(1e-9));
    }
  }

  @Test
  void whatASeriesShowsItselfCountsMoreThanTheOthers() {
    MonthDayIndex index = train(Bucket.DAY, 2);
    History history = panel(Bucket.DAY, 1).get(3);
    double own = index.factors(history, ObservedUnits.of(history), DAYS)[firstOfMonth(history)];
    assertThat(own).isBetween(1.0, index.pool()[0]);
  }

  private static int firstOfMonth(History history) {
    int i = 0;
    while (history.series().period(i).start().getDayOfMonth() != 1) {
      i++;
    }
    return i;
  }

  private static MonthDayIndex train(Bucket bucket, double payday) {
    return new MonthDayTrainer(ObservedUnits::of).train(panel(bucket, payday));
  }

  /** Twenty series that sell Poisson-like numbers, {@code payday} times as many on every first. */
  private static List<History> panel(Bucket bucket, double payday) {
    Random random = new Random(5);
    Period first = Period.of(bucket, LocalDate.of(2022, 1, 3));
    List<History> panel = new ArrayList<>();
    for (int s = 0; s < 20; s++) {
      double[] units = new double[DAYS];
      Arrays.setAll(
          units,
          t -> {
            double mean = first.plus(t).start().getDayOfMonth() == 1 ? 8 * payday : 8;
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
          });
      panel.add(History.of(DemandSeries.of(SeriesKey.of("item" + s), first, units)));
    }
    return panel;
  }
}
