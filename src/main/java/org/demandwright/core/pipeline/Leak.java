package org.demandwright.core.pipeline;

import java.util.Objects;
import org.demandwright.core.demand.Period;

/**
 * One number that was another one once the future was taken away.
 *
 * @param model the model that the number belongs to; {@code DemandCleaner} for cleaned demand
 * @param series the series' key as text, or what else the number is about
 * @param origin first period that must not have been seen
 * @param what the feature, the step or the state
 * @param seen value with the later data at hand
 * @param recomputed value without them
 */
public record Leak(
    String model, String series, Period origin, String what, String seen, String recomputed) {
  public Leak {
    Objects.requireNonNull(origin, "origin");
  }

  /** Returns the sentence for whoever has to find the leak. */
  @Override
  public String toString() {
    return "%s, series %s, origin %s: %s was %s and is %s from the data before the origin alone"
        .formatted(model, series, origin, what, seen, recomputed);
  }
}
