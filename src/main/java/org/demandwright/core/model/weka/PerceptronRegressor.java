package org.demandwright.core.model.weka;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.model.regression.NumberText;
import org.demandwright.core.model.regression.Regression;
import org.demandwright.core.model.regression.Regressor;
import org.demandwright.core.model.regression.TrainingSet;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.core.Instances;

/**
 * Small networks of one hidden layer by Weka's {@link MultilayerPerceptron}, averaged over seeds.
 *
 * <p>A weight would scale single steps of the gradient, so rows are drawn in proportion to their
 * weights instead and all steps are alike. Features are standardised and clipped to ±4, the target
 * is standardised. The trained weights are read into a {@link Perceptron} of our own.
 */
public final class PerceptronRegressor implements Regressor {
  private static final String WEKA = "Weka's MultilayerPerceptron";

  private final Options options;

  /**
   * All knobs.
   *
   * @param hidden units of the hidden layer
   * @param epochs passes over the drawn rows
   * @param learningRate step size of the first epoch; it decays as 1 ÷ epoch
   * @param momentum share 0–1 of the last step in the next
   * @param networks number of networks, each with its own draw and start
   * @param mostRows rows drawn for one network, at most; fewer where twice the rows are fewer
   */
  public record Options(
      int hidden, int epochs, double learningRate, double momentum, int networks, int mostRows) {
    public Options {
      if (hidden < 1 || epochs < 1 || networks < 1 || mostRows < 1) {
        throw new IllegalArgumentException(
            "hidden, epochs, networks and mostRows must be at least 1");
      }
      if (!(learningRate > 0 && learningRate <= 1) || !(momentum >= 0 && momentum < 1)) {
        throw new IllegalArgumentException("learning rate must be in (0, 1], momentum in [0, 1)");
      }
    }

    /** Returns the options for the many rows of a pooled model. */
    public static Options pooled() {
      return new Options(12, 20, 0.05, 0.5, 2, 20_000);
    }

    /** Returns the options for the few rows of one series. */
    public static Options single() {
      return new Options(4, 100, 0.1, 0.5, 2, 3_000);
    }
  }

  public PerceptronRegressor(Options options) {
    this.options = options;
  }

  @Override
  public Outcome<Regression> fit(TrainingSet rows, long seed) {
    Standardiser standardiser = Standardiser.of(rows.features());
    TargetScale scale = TargetScale.of(rows);
    List<Perceptron> networks = new ArrayList<>();
    for (int k = 0; k < options.networks(); k++) {
      try {
        networks.add(train(rows, standardiser, scale, seed + k));
      } catch (Exception e) { // Weka declares no narrower one
        return Outcome.failed(
            Failure.Reason.NUMERICAL, Words.of("failure.weka", WEKA, rows.rows(), e));
      }
    }
    return networks.stream().allMatch(Perceptron::finite)
        ? Outcome.ok(new PerceptronMean(standardiser, scale, networks))
        : Outcome.failed(
            Failure.Reason.NUMERICAL, Words.of("failure.not-finite.weight", WEKA, rows.rows()));
  }

  private Perceptron train(
      TrainingSet rows, Standardiser standardiser, TargetScale scale, long seed) throws Exception {
    int n = Math.min(options.mostRows(), 2 * rows.rows());
    Instances data = WekaDataset.empty(rows.features().names(), n);
    for (int row : rows.draw(n, seed)) {
      double[] features = standardiser.apply(rows.features().row(row));
      WekaDataset.add(data, 1, features, scale.apply(rows.target()[row]));
    }
    MultilayerPerceptron weka = weka(seed);
    weka.buildClassifier(data);
    return WekaWeights.read(weka, rows.features().names(), options.hidden());
  }

  private MultilayerPerceptron weka(long seed) {
    MultilayerPerceptron weka = new MultilayerPerceptron();
    weka.setHiddenLayers(Integer.toString(options.hidden()));
    weka.setTrainingTime(options.epochs());
    weka.setLearningRate(options.learningRate());
    weka.setMomentum(options.momentum());
    weka.setDecay(true);
    weka.setNormalizeAttributes(false);
    weka.setNormalizeNumericClass(false);
    weka.setNominalToBinaryFilter(false);
    weka.setSeed(Long.hashCode(seed));
    return weka;
  }

  @Override
  public Regression restore(String state) {
    return PerceptronMean.read(NumberText.parse(state));
  }
}
