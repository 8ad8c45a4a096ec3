package org.demandwright.core.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.demandwright.core.demand.DemandPattern;

/**
 * How well each model does on the whole panel, by demand class: what is known about a model before
 * it has been tested on a series. A handful of origins tells little about one series, so {@link
 * ChampionRule} weighs a series' own errors against these.
 *
 * @param rows at most one per class and model
 */
public record ClassPrior(List<Row> rows) {
  private static final ClassPrior NONE = new ClassPrior(List.of());

  /**
   * One model's standing in one class.
   *
   * @param pattern the demand class
   * @param modelId the model
   * @param advantage ln(mean loss ÷ mean loss of the flat guess) on the same tests; negative =
   *     better than the flat guess
   * @param tests number of tests behind it
   */
  public record Row(DemandPattern pattern, String modelId, double advantage, int tests) {
    public Row {
      Objects.requireNonNull(pattern, "pattern");
      Objects.requireNonNull(modelId, "modelId");
      if (!Double.isFinite(advantage)) {
        throw new IllegalArgumentException(modelId + ": advantage is " + advantage);
      }
    }
  }

  public ClassPrior {
    rows = List.copyOf(rows);
  }

  /** Returns the prior of a panel about which nothing is known. */
  public static ClassPrior none() {
    return NONE;
  }

  /** Returns the advantage of a model in a class, empty where it was never tested there. */
  public OptionalDouble advantage(DemandPattern pattern, String modelId) {
    return rows.stream()
        .filter(r -> r.pattern() == pattern && r.modelId().equals(modelId))
        .mapToDouble(Row::advantage)
        .findFirst();
  }
}
