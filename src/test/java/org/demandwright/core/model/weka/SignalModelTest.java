package org.demandwright.core.model.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.Signals;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.ModelSpec;
import org.demandwright.core.model.TrainingPanel;
import org.junit.jupiter.api.Test;

/** Signals as covariates of a pooled model, on simulated demand whose cause is known. */
class SignalModelTest {
  private static final int SERIES = 60;
  private static final int SIZE = 120;
  private static final int HORIZON = 4;
  private static final GlobalModel MODEL = new GlobalWekaLinear();

  /**
   * Weekly demand that follows page views: the interest of a week is seen in the page views of that
   * week and in the demand of the four weeks after it.
   */
  private record World(List<DemandSeries> series, List<double[]> actual, List<double[]> views) {
    static World simulated(long seed) {
      Random random = new Random(seed);
      World world = new World(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int s = 0; s < SERIES; s++) {
        double level = 20 + 80 * random.nextDouble();
        double[] interest = new double[SIZE + HORIZON];
        double[] units = new double[SIZE + HORIZON];
        double[] views = new double[SIZE];
        for (int t = 0; t < SIZE + HORIZON; t++) {
          boolean wave = t % 6 == s % 6;
          interest[t] = wave ? (random.nextBoolean() ? 1.6 : 0.6) : interest[Math.max(0, t - 1)];
          interest[t] = interest[t] == 0 ? 1 : interest[t];
          double cause = interest[Math.max(0, t - 2)];
          units[t] =
              Math.max(0, Math.rint(level * cause + Math.sqrt(level) * random.nextGaussian()));
          if (t < SIZE) {
            views[t] = 30 * level * interest[t] * (1 + 0.05 * random.nextGaussian());
          }
        }
        world.add(s, units, views);
      }
      return world;
    }

    private void add(int s, double[] units, double[] of) {
      series.add(
          DemandSeries.of(
              SeriesKey.of("item" + s),
              new Period(Bucket.WEEK, 2_000),
              Arrays.copyOf(units, SIZE)));
      actual.add(Arrays.copyOfRange(units, SIZE, SIZE + HORIZON));
      views.add(of);
    }
  }

  private static Signals signal(String name, double[] values) {
    int[] knownAt = new int[values.length];
    Arrays.setAll(knownAt, i -> i + 1);
    return Signals.none().and(name, values, knownAt);
  }

  private static List<History> histories(World world, UnaryOperator<double[]> views) {
    List<History> histories = new ArrayList<>();
    for (int s = 0; s < SERIES; s++) {
      double[] signal = views.apply(world.views().get(s).clone());
      histories.add(
          new History(
              world.series().get(s),
              signal == null
                  ? Covariates.none()
                  : Covariates.none().with(signal("views", signal))));
    }
    return histories;
  }

  private static GlobalFit train(List<History> histories) {
    return MODEL
        .train(ModelSpec.of(MODEL.id(), 1, 1), TrainingPanel.of(histories), HORIZON)
        .orElseThrow();
  }

  /** Returns the root mean squared error relative to the mean of the demand. */
  private static double error(World world, UnaryOperator<double[]> views) {
    List<History> histories = histories(world, views);
    GlobalFit fit = train(histories);
    double squares = 0;
    for (int s = 0; s < SERIES; s++) {
      DoubleVector mean = fit.apply(histories.get(s)).orElseThrow().forecast(HORIZON);
      double level = world.series().get(s).units().mean();
      for (int h = 0; h < HORIZON; h++) {
        double e = (mean.get(h) - world.actual().get(s)[h]) / level;
        squares += e * e;
      }
    }
    return Math.sqrt(squares / SERIES / HORIZON);
  }

  @Test
  void aSignalThatLeadsDemandLowersTheErrorClearly() {
    for (long seed = 1; seed <= 3; seed++) {
      World world = World.simulated(seed);
      double without = error(world, views -> null);
      double with = error(world, views -> views);
      System.out.printf(
          "seed %d: error %.3f without the signal, %.3f with it%n", seed, without, with);
      assertThat(with).isLessThan(0.85 * without);
    }
  }

  /**
   * Two columns of noise among the thousand rows and more that the panel gives cost about 2 ÷ rows
   * of the error's square; the bound leaves room for the luck of one sample of 240 forecasts.
   */
  @Test
  void aSignalThatIsNoiseDoesNoHarm() {
    double ratio = 0;
    for (long seed = 1; seed <= 5; seed++) {
      World world = World.simulated(seed);
      Random random = new Random(seed + 100);
      double without = error(world, views -> null);
      double with =
          error(world, v -> random.doubles(v.length).map(x -> 100 * Math.exp(x)).toArray());
      ratio += with / without / 5;
      assertThat(with).isLessThan(1.02 * without);
    }
    System.out.printf("error with a signal of noise: %.4f of the error without%n", ratio);
    assertThat(ratio).isLessThan(1.005);
  }

  @Test
  void aPanelWithoutSignalsIsLearnedBitByBitAsBefore() {
    World world = World.simulated(1);
    String state = train(histories(world, views -> null)).state();
    assertThat(state).doesNotContain("signal");
    List<History> missing =
        histories(world, views -> null).stream()
            .map(h -> new History(h.series(), Covariates.none().with(Signals.none())))
            .toList();
    assertThat(train(missing).state()).isEqualTo(state);
  }

  @Test
  void aMissingSignalIsNeutral() {
    World world = World.simulated(1);
    double[] nothing = new double[SIZE];
    Arrays.fill(nothing, Double.NaN);
    assertThat(error(world, views -> nothing))
        .isCloseTo(error(world, views -> null), org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void theStateRemembersItsSignalsAndTheExplanationNamesThem() {
    World world = World.simulated(2);
    List<History> histories = histories(world, views -> views);
    GlobalFit fit = train(histories);
    GlobalFit restored = MODEL.restore(ModelSpec.of(MODEL.id(), 1, 1), fit.state());
    History one = histories.get(7);
    assertThat(restored.apply(one).orElseThrow().forecast(HORIZON))
        .isEqualTo(fit.apply(one).orElseThrow().forecast(HORIZON));
    assertThat(fit.apply(one).orElseThrow().explain(HORIZON).toString()).contains(Drivers.SIGNALS);
  }

  @Test
  void aHistoryDoesNotHoldWhatWasKnownAfterItsOrigin() {
    World world = World.simulated(3);
    DemandSeries head = world.series().get(0).head(50);
    double[] late = world.views().get(0);
    History history = new History(head, Covariates.none().with(signal("views", late)));
    Signals then = signal("views", late).head(50);
    assertThat(history.covariates().signals().before(SIZE).mean("views", SIZE))
        .isEqualTo(then.before(50).mean("views", 50));
  }
}
