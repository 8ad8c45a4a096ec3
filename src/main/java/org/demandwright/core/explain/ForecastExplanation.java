package org.demandwright.core.explain;

import java.util.List;
import org.demandwright.core.DoubleVector;

/**
 * What a published forecast is made of: its members with their shares, and the contributions of
 * each.
 *
 * <p>The forecast is Σ weight × forecast of the member, so a driver contributes Σ weight × what it
 * contributes to the member. A single model is a combination of one.
 *
 * @param members heaviest share first or in any other order that means something; at least one,
 *     weights summing to 1
 */
public record ForecastExplanation(List<ExplainedMember> members) {

  public ForecastExplanation {
    members = List.copyOf(members);
    double weights = members.stream().mapToDouble(ExplainedMember::weight).sum();
    if (!(Math.abs(weights - 1) <= Explanation.ROUNDING)) {
      throw new IllegalArgumentException("the weights sum to " + weights + ": " + members);
    }
    if (members.stream().map(m -> m.explanation().forecast().size()).distinct().count() != 1) {
      throw new IllegalArgumentException("the members forecast different horizons: " + members);
    }
  }

  /** Returns the explanation of a forecast that one model made. */
  public static ForecastExplanation of(String modelId, Explanation explanation) {
    return new ForecastExplanation(List.of(new ExplainedMember(modelId, 1, explanation)));
  }

  public int horizon() {
    return members.get(0).explanation().forecast().size();
  }

  /**
   * Throws unless this explains that forecast: Σ weight × forecast of the member, but for rounding.
   */
  public void requireForecast(DoubleVector mean) {
    if (mean.size() != horizon()) {
      throw new IllegalArgumentException(
          "%d steps are explained but %d are forecast".formatted(horizon(), mean.size()));
    }
    for (int step = 0; step < horizon(); step++) {
      double explained = 0;
      for (ExplainedMember member : members) {
        explained += member.weight() * member.explanation().forecast().get(step);
      }
      if (!(Math.abs(explained - mean.get(step)) <= Explanation.ROUNDING * mean.get(step))) {
        throw new IllegalArgumentException(
            "step %d: %s is explained but %s is forecast"
                .formatted(step + 1, explained, mean.get(step)));
      }
    }
  }

  /** Returns the combined forecast, made of the contributions of all members. */
  public Explanation combined() {
    double[] forecast = new double[horizon()];
    ContributionTable table = new ContributionTable(forecast.length);
    for (ExplainedMember member : members) {
      for (int step = 0; step < forecast.length; step++) {
        forecast[step] += member.weight() * member.explanation().forecast().get(step);
      }
      table.add(member.explanation(), member.weight());
    }
    return table.explain(DoubleVector.of(forecast));
  }
}
