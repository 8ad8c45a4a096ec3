package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.EventCalendar;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.junit.jupiter.api.Test;

class EffectTrainerTest {
  private static final double[] FLAT = {1};

  @Test
  void recoversThePromotionAndThePriceEffectThatMadeTheDemand() {
    SimulatedDemand world =
        SimulatedDemand.of(new SimulatedDemand.World(Bucket.DAY, 40, 420, 28, FLAT, 1.8, -1.5), 1);
    KnownEffects effects = new EffectTrainer(world.histories(), SeasonIndex.none(), true).train();
    assertThat(effect(effects, "promotion")).isCloseTo(Math.log(1.8), within(0.04));
    assertThat(effect(effects, "lnPrice")).isCloseTo(-1.5, within(0.15));
  }

  @Test
  void leavesOutWhatThePanelCannotTeach() {
    SimulatedDemand world = SimulatedDemand.of(SimulatedDemand.plain(Bucket.DAY, 12, 200, 28), 1);
    assertThat(new EffectTrainer(world.histories(), SeasonIndex.none(), true).train().names())
        .doesNotContain("promotion", "lnPrice", "christmas_day");
  }

  @Test
  void doesNotDependOnTheOrderOfThePanel() {
    SimulatedDemand world =
        SimulatedDemand.of(new SimulatedDemand.World(Bucket.DAY, 12, 200, 28, FLAT, 1.5, -1), 3);
    List<History> reversed = new ArrayList<>(world.histories());
    Collections.reverse(reversed);
    assertThat(new EffectTrainer(reversed, SeasonIndex.none(), true).train().coefficients())
        .isEqualTo(
            new EffectTrainer(world.histories(), SeasonIndex.none(), true).train().coefficients());
  }

  @Test
  void factorsOfAnUnplannedSeriesAreOne() {
    SimulatedDemand world = SimulatedDemand.of(SimulatedDemand.plain(Bucket.MONTH, 12, 60, 12), 1);
    History history = world.histories().get(0);
    KnownEffects effects = new EffectTrainer(world.histories(), SeasonIndex.none(), true).train();
    assertThat(effects.factors(history, ObservedUnits.of(history), 72)).containsOnly(1);
  }

  @Test
  void learnsWhatANamedEventDoesAndExpectsItAgain() {
    List<History> panel = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      panel.add(withSales(SeriesKey.of("item" + i)));
    }
    KnownEffects effects = new EffectTrainer(panel, SeasonIndex.none(), true).train();
    assertThat(effect(effects, "event:summer%20sale")).isCloseTo(Math.log(3), within(0.05));
    KnownEffects restored =
        KnownEffects.restore(
            Bucket.DAY, effects.names(), effects.coefficients(), SeasonIndex.none());
    double[] factors = restored.factors(panel.get(0), ObservedUnits.of(panel.get(0)), 112);
    assertThat(factors[105]).as("planned past the origin").isCloseTo(3, within(0.15));
    assertThat(factors[106]).isEqualTo(1);
    assertThat(new EffectTrainer(panel, SeasonIndex.none(), false).train().names())
        .as("without the calendar")
        .isEmpty();
  }

  /** 100 days of 2 units, thrice as many on two past sales; a third one is planned. */
  private static History withSales(SeriesKey key) {
    Period first = Period.of(Bucket.DAY, LocalDate.of(2023, 5, 2));
    double[] units = new double[100];
    Arrays.fill(units, 2);
    List<EventDays> sales = new ArrayList<>();
    for (int day : new int[] {20, 60, 105}) {
      sales.add(EventDays.of("summer sale", first.plus(day).start()));
      if (day < units.length) {
        units[day] = 6;
      }
    }
    return new History(DemandSeries.of(key, first, units), Covariates.of(EventCalendar.of(sales)));
  }

  private static double effect(KnownEffects effects, String name) {
    return effects.coefficients()[effects.names().indexOf(name)];
  }
}
