package org.demandwright.core.model;

/**
 * What a model needs and can do.
 *
 * @param minObservations observed periods without which it refuses, seasons not counted
 * @param minSeasons whole seasons without which it refuses
 * @param intermittent whether it is meant for demand with many zero periods
 */
public record Capabilities(int minObservations, int minSeasons, boolean intermittent) {

  public Capabilities {
    if (minObservations < 1 || minSeasons < 0) {
      throw new IllegalArgumentException("a model needs at least one observation");
    }
  }
}
