package org.demandwright.core.model.weka;

import java.util.List;
import weka.classifiers.functions.MultilayerPerceptron;

/**
 * Reads the weights of a trained network.
 *
 * <p>Weka keeps its nodes private and shows them only in {@link MultilayerPerceptron#toString()}:
 * per node a title, then lines of "Threshold w", "Attrib name w" or "Node k w". The numbers are
 * printed by {@link Double#toString(double)}, so they read back to the same bits. Node 0 is the
 * output; the hidden units follow. A test compares our forward pass with Weka's.
 */
final class WekaWeights {
  private WekaWeights() {}

  /** Reads a network of one hidden layer; throws if the text is of another form. */
  static Perceptron read(MultilayerPerceptron weka, List<String> inputs, int hidden) {
    double[] output = new double[hidden + 1];
    double[][] units = new double[hidden][inputs.size() + 1];
    int read = 0;
    double[] node = null;
    for (String line : weka.toString().split("\n", -1)) {
      String[] words = line.trim().split(" +", -1);
      switch (words[0]) {
        case "Linear", "Sigmoid" -> {
          int k = Integer.parseInt(words[2]);
          node = k == 0 ? output : units[k - 1];
        }
        case "Threshold" -> read += put(node, 0, words[1]);
        case "Attrib" -> read += put(node, 1 + inputs.indexOf(words[1]), words[2]);
        case "Node" ->
            read += words.length < 3 ? 0 : put(node, Integer.parseInt(words[1]), words[2]);
        default -> {} // titles and empty lines
      }
    }
    int expected = hidden * (inputs.size() + 1) + hidden + 1;
    if (read != expected) {
      throw new IllegalStateException(
          "read %d weights of a network of %d; this version of Weka prints its nodes otherwise"
              .formatted(read, expected));
    }
    return new Perceptron(units, output);
  }

  private static int put(double[] node, int at, String number) {
    node[at] = Double.parseDouble(number);
    return 1;
  }
}
