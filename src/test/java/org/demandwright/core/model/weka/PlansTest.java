package org.demandwright.core.model.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.feature.SimulatedDemand;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.ModelSpec;
import org.demandwright.core.model.TrainingPanel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Global models know what is planned: a promotion ahead shows in the forecast, step by step. */
class PlansTest {
  private static final int HORIZON = 28;
  private static final double[] WEEK = {0.6, 0.8, 0.9, 1.0, 1.2, 1.5, 1.0};

  static List<GlobalModel> models() {
    return List.of(new GlobalWekaLinear(), new GlobalWekaPerceptron());
  }

  @ParameterizedTest
  @MethodSource("models")
  void promotedStepsAreForecastCloseToTheTruth(GlobalModel model) {
    SimulatedDemand world =
        SimulatedDemand.of(
            new SimulatedDemand.World(Bucket.DAY, 40, 420, HORIZON, WEEK, 1.8, -1.5), 2);
    Sums sums = forecast(model, 7, world);
    double promoted = sums.ratio(5, 10);
    double usual = sums.ratio(10, HORIZON);
    assertThat(promoted).as("promoted steps ÷ truth").isBetween(0.9, 1.1);
    assertThat(usual).as("usual steps ÷ truth").isBetween(0.9, 1.1);
    assertThat(promoted / usual).as("shape of the promotion").isBetween(0.95, 1.05);
  }

  @ParameterizedTest
  @MethodSource("models")
  void aYearThatWasSeenTwiceIsForecastCloseToTheTruth(GlobalModel model) {
    double[] year = new double[52];
    Arrays.setAll(year, week -> 1 + 0.6 * Math.sin(2 * Math.PI * week / 52));
    SimulatedDemand world =
        SimulatedDemand.of(new SimulatedDemand.World(Bucket.WEEK, 40, 143, 13, year, 1, 0), 4);
    Sums sums = forecast(model, 52, world);
    for (int h = 0; h < 13; h++) {
      assertThat(sums.ratio(h, h + 1)).as("step %d ÷ truth", h + 1).isBetween(0.85, 1.15);
    }
  }

  /** Forecast and truth per step, summed over the series. */
  private record Sums(double[] forecast, double[] truth) {

    /** Returns forecast ÷ truth of the steps {@code from} to {@code to}, exclusive. */
    double ratio(int from, int to) {
      double f = 0;
      double t = 0;
      for (int h = from; h < to; h++) {
        f += forecast[h];
        t += truth[h];
      }
      return f / t;
    }
  }

  private static Sums forecast(GlobalModel model, int season, SimulatedDemand world) {
    int horizon = world.truth().get(0).length;
    GlobalFit fit =
        model
            .train(
                ModelSpec.of(model.id(), season, 1), TrainingPanel.of(world.histories()), horizon)
            .orElseThrow();
    Sums sums = new Sums(new double[horizon], new double[horizon]);
    for (int s = 0; s < world.histories().size(); s++) {
      DoubleVector mean = fit.apply(world.histories().get(s)).orElseThrow().forecast(horizon);
      for (int h = 0; h < horizon; h++) {
        sums.forecast()[h] += mean.get(h);
        sums.truth()[h] += world.truth().get(s)[h];
      }
    }
    return sums;
  }
}
