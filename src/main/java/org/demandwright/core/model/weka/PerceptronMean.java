package org.demandwright.core.model.weka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.demandwright.core.model.regression.NumberText;
import org.demandwright.core.model.regression.Regression;

/**
 * The mean of several networks over the same standardised features.
 *
 * <p>The state is: number of inputs, of hidden units, of networks; means and deviations of the
 * inputs; then per network its hidden units and its output.
 */
record PerceptronMean(Standardiser standardiser, TargetScale scale, List<Perceptron> networks)
    implements Regression {
  private static final int HEAD = 5;

  PerceptronMean {
    networks = List.copyOf(networks);
  }

  @Override
  public double predict(double[] features) {
    double[] x = standardiser.apply(features);
    double sum = 0;
    for (Perceptron network : networks) {
      sum += network.predict(x);
    }
    return scale.invert(sum / networks.size());
  }

  @Override
  public String state() {
    DoubleStream.Builder state = DoubleStream.builder();
    state.add(standardiser.mean().length);
    state.add(networks.get(0).hidden().length);
    state.add(networks.size());
    state.add(scale.mean());
    state.add(scale.deviation());
    Arrays.stream(standardiser.mean()).forEach(state::add);
    Arrays.stream(standardiser.deviation()).forEach(state::add);
    for (Perceptron network : networks) {
      Arrays.stream(network.hidden()).flatMapToDouble(Arrays::stream).forEach(state::add);
      Arrays.stream(network.output()).forEach(state::add);
    }
    return NumberText.of(state.build().toArray());
  }

  static PerceptronMean read(double[] state) {
    if (state.length < HEAD) {
      throw new IllegalArgumentException(
          "a state of networks has at least %d numbers, not %d".formatted(HEAD, state.length));
    }
    int inputs = (int) state[0];
    int hidden = (int) state[1];
    int networks = (int) state[2];
    int expected = HEAD + 2 * inputs + networks * (hidden * (inputs + 1) + hidden + 1);
    if (state.length != expected) {
      throw new IllegalArgumentException(
          "a state of %d networks, %d inputs and %d hidden units has %d numbers, not %d"
              .formatted(networks, inputs, hidden, expected, state.length));
    }
    int at = HEAD + 2 * inputs;
    Standardiser standardiser =
        new Standardiser(
            Arrays.copyOfRange(state, HEAD, HEAD + inputs),
            Arrays.copyOfRange(state, HEAD + inputs, at));
    List<Perceptron> read = new ArrayList<>();
    for (int k = 0; k < networks; k++) {
      double[][] units = new double[hidden][];
      for (int u = 0; u < hidden; u++) {
        units[u] = Arrays.copyOfRange(state, at, at + inputs + 1);
        at += inputs + 1;
      }
      read.add(new Perceptron(units, Arrays.copyOfRange(state, at, at + hidden + 1)));
      at += hidden + 1;
    }
    return new PerceptronMean(standardiser, new TargetScale(state[3], state[4]), read);
  }
}
