package org.demandwright.core.model.weka;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.model.regression.Regression;
import weka.classifiers.Classifier;
import weka.core.DenseInstance;
import weka.core.Instances;

/** A trained classifier of Weka. Many of them keep notes while they predict, so one at a time. */
final class WekaRegression implements Regression {
  private final WekaScheme scheme;
  private final Classifier classifier;
  private final int inputs;
  private final Instances header;

  WekaRegression(WekaScheme scheme, Classifier classifier, int inputs) {
    this.scheme = scheme;
    this.classifier = classifier;
    this.inputs = inputs;
    List<String> names = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      names.add("x" + i);
    }
    this.header = WekaDataset.empty(names, 0);
  }

  @Override
  public synchronized double predict(double[] features) {
    double[] cells = new double[inputs + 1];
    System.arraycopy(features, 0, cells, 0, inputs);
    DenseInstance row = new DenseInstance(1, cells);
    row.setDataset(header);
    row.setClassMissing();
    double value;
    try {
      value = classifier.classifyInstance(row);
    } catch (Exception e) { // Weka declares no narrower one
      throw new IllegalStateException(scheme + " cannot predict: " + e.getMessage(), e);
    }
    if (!Double.isFinite(value)) {
      throw new IllegalStateException(scheme + " predicted " + value + "; choose another scheme");
    }
    return value;
  }

  @Override
  public synchronized String state() {
    return WekaModelText.of(scheme, classifier, inputs);
  }
}
