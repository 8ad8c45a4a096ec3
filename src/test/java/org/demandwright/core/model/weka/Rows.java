package org.demandwright.core.model.weka;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.FeatureMatrix;
import org.demandwright.core.feature.RowKey;
import org.demandwright.core.model.regression.Regression;
import org.demandwright.core.model.regression.TrainingSet;

/** Rows of three normal features whose target is a known function, all of weight 1. */
final class Rows {
  private Rows() {}

  static TrainingSet of(int rows, ToDoubleFunction<double[]> truth, long seed) {
    Random random = new Random(seed);
    double[][] cells = new double[rows][3];
    double[] target = new double[rows];
    for (int r = 0; r < rows; r++) {
      Arrays.setAll(cells[r], c -> random.nextGaussian());
      target[r] = truth.applyAsDouble(cells[r]);
    }
    Period day = Period.of(Bucket.DAY, LocalDate.of(2024, 1, 1));
    RowKey key = new RowKey(SeriesKey.of("A"), day, day.plus(1));
    double[] weight = new double[rows];
    Arrays.fill(weight, 1);
    return new TrainingSet(
        new FeatureMatrix(List.of("a", "b", "c"), Collections.nCopies(rows, key), cells),
        target,
        weight);
  }

  /** Returns the mean squared error on the rows. */
  static double error(Regression regression, TrainingSet rows) {
    double sum = 0;
    for (int r = 0; r < rows.rows(); r++) {
      double e = rows.target()[r] - regression.predict(rows.features().row(r));
      sum += e * e;
    }
    return sum / rows.rows();
  }
}
