package org.demandwright.core.model.weka;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.model.regression.TrainingSet;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Training rows in the form that Weka learns from: the features and, last, the target. */
final class WekaDataset {
  private WekaDataset() {}

  /** Returns all rows with their weights; each row is copied once, to append its target. */
  static Instances of(TrainingSet rows) {
    Instances data = empty(rows.features().names(), rows.rows());
    for (int r = 0; r < rows.rows(); r++) {
      add(data, rows.weight()[r], rows.features().row(r), rows.target()[r]);
    }
    return data;
  }

  /** Returns a data set without rows. */
  static Instances empty(List<String> features, int capacity) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (String name : features) {
      attributes.add(new Attribute(name));
    }
    attributes.add(new Attribute("target"));
    Instances data = new Instances("rows", attributes, capacity);
    data.setClassIndex(features.size());
    return data;
  }

  /** Appends a row. */
  static void add(Instances data, double weight, double[] features, double target) {
    double[] cells = new double[features.length + 1];
    System.arraycopy(features, 0, cells, 0, features.length);
    cells[features.length] = target;
    data.add(new DenseInstance(weight, cells));
  }
}
