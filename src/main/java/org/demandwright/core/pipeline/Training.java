package org.demandwright.core.pipeline;

/** How much of a version was learned for it, and how much was kept from the one before. */
public enum Training {
  /** Everything: the global models, the weights of all models and the bands. */
  CONTEST,
  /** Every series is forecast from its newest demand, by the models and weights it had. */
  REFIT,
  /**
   * As {@link #REFIT}, at the same origin, and only series of which something else is known now.
   */
  REFRESH;

  /** Returns whether models, weights and bands are those of an earlier contest. */
  public boolean keeps() {
    return this != CONTEST;
  }
}
