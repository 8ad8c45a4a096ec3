package org.demandwright.core.model.weka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.feature.SimulatedDemand;
import org.demandwright.core.model.GlobalFit;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.ModelSpec;
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
    GlobalFit fit =
        model.train(ModelSpec.of(model.id(), 7, 1), world.histories(), HORIZON).orElseThrow();
    double[] forecast = new double[HORIZON];
    double[] truth = new double[HORIZON];
    for (int s = 0; s < world.histories().size(); s++) {
      DoubleVector mean = fit.apply(world.histories().get(s)).orElseThrow().forecast(HORIZON);
      for (int h = 0; h < HORIZON; h++) {
        forecast[h] += mean.get(h);
        truth[h] += world.truth().get(s)[h];
      }
    }
    double promoted = ratio(forecast, truth, 5, 10);
    double usual = ratio(forecast, truth, 10, HORIZON);
    assertThat(promoted).as("promoted steps ÷ truth").isBetween(0.9, 1.1);
    assertThat(usual).as("usual steps ÷ truth").isBetween(0.9, 1.1);
    assertThat(promoted / usual).as("shape of the promotion").isBetween(0.95, 1.05);
  }

  private static double ratio(double[] forecast, double[] truth, int from, int to) {
    double f = 0;
    double t = 0;
    for (int h = from; h < to; h++) {
      f += forecast[h];
      t += truth[h];
    }
    return f / t;
  }
}
