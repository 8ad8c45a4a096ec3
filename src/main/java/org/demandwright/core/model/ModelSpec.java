package org.demandwright.core.model;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The full recipe of one model: together with the data it determines every bit of the forecast.
 *
 * @param modelId the model's identity in the {@link ModelCatalog}
 * @param season periods of one season (m), 1 for none
 * @param parameters the model's own knobs by name; what is missing has the documented default
 * @param seed of everything random
 */
public record ModelSpec(String modelId, int season, Map<String, String> parameters, long seed) {

  public ModelSpec {
    Objects.requireNonNull(modelId, "modelId");
    if (season < 1) {
      throw new IllegalArgumentException("season is " + season + "; it must be at least 1");
    }
    parameters = Map.copyOf(parameters);
  }

  public static ModelSpec of(String modelId, int season, long seed) {
    return new ModelSpec(modelId, season, Map.of(), seed);
  }

  /** Returns the parameter, or the default where the spec does not name it. */
  public double number(String name, double otherwise) {
    String text = parameters.get(name);
    return text == null ? otherwise : Double.parseDouble(text);
  }

  /** Returns the canonical text, such as {@code Theta(m=12,seed=1,alpha=0.3)}. */
  @Override
  public String toString() {
    String knobs =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(e -> "," + e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining());
    return modelId + "(m=" + season + ",seed=" + seed + knobs + ")";
  }
}
