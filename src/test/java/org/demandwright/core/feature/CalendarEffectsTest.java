package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.EventCalendar;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;

class CalendarEffectsTest {
  private static final LocalDate FAIR = LocalDate.of(2024, 3, 10);
  private static final double EFFECT = 0.3;

  private final AtomicInteger looks = new AtomicInteger();
  private final KnownEffects effects =
      new KnownEffects(
          List.of(new PriceFeature(), counting(new EventFeature("Fair"))),
          new double[] {-1, EFFECT},
          SeasonIndex.none());

  @Test
  void looksUpACalendarOnceForAllSeriesThatShareIt() {
    History one = history("one", FAIR.minusDays(9), calendar());
    assertThat(factors(one)[9]).isEqualTo(Math.exp(EFFECT));
    int first = looks.get();
    factors(history("another", FAIR.minusDays(9), one.covariates().events()));
    factors(history("alike", FAIR.minusDays(9), calendar()));
    assertThat(looks).hasValue(first);
  }

  @Test
  void seriesThatBeginsEarlierOrEndsLaterHasTheSameDays() {
    for (int before : new int[] {9, 20, 2, 15}) {
      double[] factors = factors(history("s" + before, FAIR.minusDays(before), calendar()));
      for (int i = 0; i < factors.length; i++) {
        assertThat(factors[i]).as("day %d", i).isEqualTo(i == before ? Math.exp(EFFECT) : 1);
      }
    }
  }

  @Test
  void calendarsAreKeptApart() {
    factors(history("fair", FAIR.minusDays(9), calendar()));
    assertThat(factors(history("none", FAIR.minusDays(9), EventCalendar.none()))).containsOnly(1);
  }

  private double[] factors(History history) {
    return effects.factors(history, ObservedUnits.of(history), history.size() + 5);
  }

  private static EventCalendar calendar() {
    return EventCalendar.of(List.of(new EventDays("Fair", FAIR, FAIR)));
  }

  private static History history(String item, LocalDate first, EventCalendar events) {
    return new History(
        DemandSeries.of(SeriesKey.of(item), Period.of(Bucket.DAY, first), new double[21]),
        Covariates.of(events));
  }

  private PlannedFeature counting(PlannedFeature feature) {
    return new PlannedFeature() {
      @Override
      public String name() {
        return feature.name();
      }

      @Override
      public boolean ofCalendar() {
        return feature.ofCalendar();
      }

      @Override
      public double at(History history, int index) {
        looks.incrementAndGet();
        return feature.at(history, index);
      }
    };
  }
}
