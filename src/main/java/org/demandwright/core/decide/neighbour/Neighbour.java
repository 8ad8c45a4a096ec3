package org.demandwright.core.decide.neighbour;

/**
 * An item that is bought with another one more often than by chance.
 *
 * @param item the one that is looked at
 * @param neighbour what was bought with it
 * @param together documents with both
 * @param withItem documents with the item
 * @param withNeighbour documents with the neighbour
 * @param documents all that were counted
 * @param expected documents with both if chance alone put them together: Σ over documents of about
 *     the same number of items of those with the one × those with the other ÷ all
 * @param probability that chance alone puts them together at least as often (Fisher's exact test)
 */
public record Neighbour(
    String item,
    String neighbour,
    long together,
    long withItem,
    long withNeighbour,
    long documents,
    double expected,
    double probability) {
  /** Of a normal distribution, deviations of its 95 % quantile. */
  private static final double SURE = 1.6448536269514722;

  /** Returns the share of all documents that hold both, 0–1. */
  public double support() {
    return (double) together / documents;
  }

  /** Returns the share of the documents with the item that hold the neighbour, 0–1. */
  public double confidence() {
    return (double) together / withItem;
  }

  /** Returns how many times as often as by chance they come together. */
  public double lift() {
    return together / expected;
  }

  /** Returns the lift that it has at least with a probability of 95 %, in about. */
  double sureLift() {
    return lift() * Math.exp(-SURE / Math.sqrt(together));
  }
}
