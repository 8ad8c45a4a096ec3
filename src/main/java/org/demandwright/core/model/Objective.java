package org.demandwright.core.model;

import java.util.Locale;
import java.util.Map;

/**
 * What a forecast is to be good at. No number can be best at all: the least scaled error is found
 * near the middle of what may come, which lies below the mean where demand is skewed, and single
 * periods say little of their totals.
 */
public enum Objective {
  /** The least scaled squared error per series; totals come out somewhat too low. */
  RMSSE(0.8),
  /** Nearer to the mean, so that totals over many items have less bias: for replenishment. */
  MEAN(0.5),
  /**
   * The least cost of the stock that is planned by it: models are chosen by how far the totals of
   * one to four periods, as a lead time asks for them, are off.
   */
  COST(0.5);

  private final double reweight;

  Objective(double reweight) {
    this.reweight = reweight;
  }

  /** Returns the parameters that tell the models of a {@link ModelSpec} about it. */
  public Map<String, String> parameters() {
    return Map.of("reweight", Double.toString(reweight));
  }

  /** Returns the objective of this name, in any case; throws, naming the known ones. */
  public static Objective named(String name) {
    for (Objective objective : values()) {
      if (objective.name().equalsIgnoreCase(name.trim())) {
        return objective;
      }
    }
    throw new IllegalArgumentException(
        "objective is \""
            + name
            + "\"; it must be rmsse (least error), mean (totals with less bias) or cost (least cost of the stock that is planned by it)");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
