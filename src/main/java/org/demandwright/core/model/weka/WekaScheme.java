package org.demandwright.core.model.weka;

import java.util.Arrays;
import java.util.List;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.model.regression.Regression;
import org.demandwright.core.model.regression.Regressor;
import org.demandwright.core.model.regression.TrainingSet;
import weka.classifiers.Classifier;
import weka.core.Capabilities.Capability;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Randomizable;
import weka.core.Utils;
import weka.core.WeightedInstancesHandler;

/**
 * Any regressor of Weka by the name of its scheme and its options, such as {@code
 * weka.classifiers.trees.M5P -M 20}.
 *
 * <p>A scheme that takes weights gets them; another one learns from rows drawn in proportion to
 * them. Above {@value #MOST_ROWS} rows both learn from so many drawn ones. A scheme with a seed is
 * given ours. What it learned is kept as {@link WekaModelText}.
 *
 * @param scheme class name of the classifier, without options
 * @param options of the scheme
 */
public record WekaScheme(String scheme, List<String> options) implements Regressor {
  static final int MOST_ROWS = 20_000;

  /**
   * Checks scheme and options by making one.
   *
   * @throws IllegalArgumentException if there is no such scheme, if it refuses the options, or if
   *     it cannot predict numbers
   */
  public WekaScheme {
    options = List.copyOf(options);
    var can = make(scheme, options).getCapabilities();
    if (!can.handles(Capability.NUMERIC_CLASS) || !can.handles(Capability.NUMERIC_ATTRIBUTES)) {
      throw new IllegalArgumentException(
          scheme + " does not predict numbers from numbers; choose a regressor");
    }
  }

  /** Reads a scheme and its options from one text, quoted as on Weka's command line. */
  public static WekaScheme parse(String text) {
    String[] words;
    try {
      words = Utils.splitOptions(text.trim());
    } catch (Exception e) { // Weka declares no narrower one
      throw new IllegalArgumentException("\"" + text + "\": " + e.getMessage(), e);
    }
    if (words.length == 0) {
      throw new IllegalArgumentException(
          "a Weka scheme is empty; give one such as weka.classifiers.trees.M5P -M 20");
    }
    return new WekaScheme(words[0], Arrays.asList(words).subList(1, words.length));
  }

  private static Classifier make(String scheme, List<String> options) {
    try {
      Classifier made =
          Class.forName(scheme, true, WekaScheme.class.getClassLoader())
              .asSubclass(Classifier.class)
              .getDeclaredConstructor()
              .newInstance();
      String[] rest = options.toArray(String[]::new);
      if (made instanceof OptionHandler handler) {
        handler.setOptions(rest);
      }
      Utils.checkForRemainingOptions(rest);
      return made;
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "\""
              + scheme
              + "\" is no classifier of Weka; give a class such as weka.classifiers.trees.M5P",
          e);
    } catch (Exception e) { // Weka declares no narrower one
      throw new IllegalArgumentException(
          scheme + " does not take the options " + options + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Outcome<Regression> fit(TrainingSet rows, long seed) {
    Classifier classifier = make(scheme, options);
    if (classifier instanceof Randomizable random) {
      random.setSeed(Long.hashCode(seed));
    }
    try {
      classifier.buildClassifier(data(classifier, rows, seed));
    } catch (Exception e) { // Weka declares no narrower one
      return Outcome.failed(
          Failure.Reason.NUMERICAL, Words.of("failure.weka", this, rows.rows(), e));
    }
    return Outcome.ok(new WekaRegression(this, classifier, rows.features().columns()));
  }

  private static Instances data(Classifier classifier, TrainingSet rows, long seed) {
    if (classifier instanceof WeightedInstancesHandler && rows.rows() <= MOST_ROWS) {
      return WekaDataset.of(rows);
    }
    int n = Math.min(MOST_ROWS, rows.rows());
    Instances data = WekaDataset.empty(rows.features().names(), n);
    for (int row : rows.draw(n, seed)) {
      WekaDataset.add(data, 1, rows.features().row(row), rows.target()[row]);
    }
    return data;
  }

  @Override
  public Regression restore(String state) {
    return WekaModelText.read(this, state);
  }

  /** Returns scheme and options as {@link #parse} reads them. */
  @Override
  public String toString() {
    return (scheme + " " + Utils.joinOptions(options.toArray(String[]::new))).trim();
  }
}
