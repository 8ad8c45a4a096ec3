package org.demandwright.core.decide;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much an item is worth among all: those that make the first 80 % of the value are A, up to 95
 * % B, the rest C. An item belongs to the class in which its value begins, so that the first is A
 * whatever it is worth.
 *
 * <p>Reference: Dickie (1951), <i>ABC inventory analysis shoots for dollars, not pennies</i>;
 * Silver, Pyke &amp; Thomas (2017), ch. 3.
 */
public enum Abc {
  /** The first 80 % of the value. */
  A,
  /** From there up to 95 %. */
  B,
  /** The rest. */
  C;

  private static final double FIRST = 0.80;
  private static final double SECOND = 0.95;

  /**
   * Returns the class of each; equal values in the order of their keys.
   *
   * @param values yearly demand in money, at least 0; of no value is C
   */
  public static <K extends Comparable<K>> Map<K, Abc> of(Map<K, Double> values) {
    List<Map.Entry<K, Double>> sorted =
        values.entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<K, Double> e) -> -e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    double total = sorted.stream().mapToDouble(Map.Entry::getValue).sum();
    Map<K, Abc> classes = new HashMap<>();
    double before = 0;
    for (Map.Entry<K, Double> e : sorted) {
      double share = before / total;
      boolean nothing = e.getValue() == 0;
      classes.put(e.getKey(), nothing || share >= SECOND ? C : share >= FIRST ? B : A);
      before += e.getValue();
    }
    return classes;
  }
}
