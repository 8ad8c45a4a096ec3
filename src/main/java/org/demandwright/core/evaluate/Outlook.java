package org.demandwright.core.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;

/**
 * What is to be expected of each model before its own tests on a series are looked at: learned by
 * {@link OutlookTrainer} from the tests of many series, by a linear equation per model from the
 * {@link SeriesTraits traits} of a series.
 *
 * @param models the models that were tested, in the order of the traits
 * @param traits names of the numbers that describe a series
 * @param mean of each trait over the rows learned from
 * @param deviation of each trait, above 0; infinite for a trait that never changed and so says
 *     nothing
 * @param equations by model, and for the flat guess, the coefficient of each standardised trait
 *     and, last, the intercept; a model of which too little is known, or whose equation has no
 *     solution, has none
 * @param barred models that may not take part in a class of demand
 * @param tests number of tests learned from: series × origins
 */
public record Outlook(
    List<String> models,
    List<String> traits,
    List<Double> mean,
    List<Double> deviation,
    Map<String, List<Double>> equations,
    List<Bar> barred,
    int tests) {
  private static final double MOST_DEVIATIONS = 4;
  private static final Outlook NONE =
      new Outlook(List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), 0);

  /**
   * A model that may not take part in a class.
   *
   * @param pattern the demand class
   * @param modelId the model
   * @param because what its tests on the class have shown
   */
  public record Bar(DemandPattern pattern, String modelId, Words because) {
    public Bar {
      Objects.requireNonNull(pattern, "pattern");
      Objects.requireNonNull(modelId, "modelId");
      Objects.requireNonNull(because, "because");
    }
  }

  public Outlook {
    models = List.copyOf(models);
    traits = List.copyOf(traits);
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    equations = Map.copyOf(equations);
    barred = List.copyOf(barred);
    if (mean.size() != traits.size() || deviation.size() != traits.size()) {
      throw new IllegalArgumentException(
          "%d traits but %d means and %d deviations"
              .formatted(traits.size(), mean.size(), deviation.size()));
    }
    for (int i = 0; i < traits.size(); i++) {
      if (!(deviation.get(i) > 0)) {
        throw new IllegalArgumentException(
            "%s has the deviation %s; it must be above 0"
                .formatted(traits.get(i), deviation.get(i)));
      }
    }
    for (Map.Entry<String, List<Double>> equation : equations.entrySet()) {
      if (equation.getValue().size() != traits.size() + 1) {
        throw new IllegalArgumentException(
            "%s: %d coefficients for %d traits"
                .formatted(equation.getKey(), equation.getValue().size(), traits.size()));
      }
    }
  }

  /** Returns the outlook of a panel about which nothing is known. */
  public static Outlook none() {
    return NONE;
  }

  /**
   * Returns the squared loss that is expected of a model, relative to the mean of all models: −0.2
   * is a fifth less.
   *
   * @param row traits of the series, see {@link SeriesTraits}
   * @return empty where nothing is known of the model
   */
  OptionalDouble expected(String modelId, double[] row) {
    List<Double> equation = equations.get(modelId);
    if (equation == null) {
      return OptionalDouble.empty();
    }
    double[] z = standardised(row);
    double sum = equation.get(z.length);
    for (int i = 0; i < z.length; i++) {
      sum += equation.get(i) * z[i];
    }
    return OptionalDouble.of(sum);
  }

  /** Returns the traits with mean 0 and deviation 1, within four deviations. */
  double[] standardised(double[] row) {
    double[] z = new double[row.length];
    for (int i = 0; i < z.length; i++) {
      double v = (row[i] - mean.get(i)) / deviation.get(i);
      z[i] = Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, v));
    }
    return z;
  }

  /** Returns why a model may not take part in a class, empty if it may. */
  public Optional<Words> barredBecause(DemandPattern pattern, String modelId) {
    return barred.stream()
        .filter(b -> b.pattern() == pattern && b.modelId().equals(modelId))
        .map(Bar::because)
        .findFirst();
  }
}
