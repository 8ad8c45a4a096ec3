package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.demandwright.core.demand.Bucket;
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

  private static double effect(KnownEffects effects, String name) {
    return effects.coefficients()[effects.names().indexOf(name)];
  }
}
