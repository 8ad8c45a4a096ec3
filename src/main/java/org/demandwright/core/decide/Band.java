package org.demandwright.core.decide;

/** The band that holds 80 % of a normal distribution. */
public final class Band {
  /** Deviations from the middle to either end: to the quantiles of 10 and 90 %. */
  public static final double DEVIATIONS = 1.2815515655446004;

  private Band() {}
}
