package org.demandwright.demo.generate;

import java.util.stream.IntStream;

/**
 * How many days pass from an order to its first receipt: the lead time of the item and −1 to +4
 * days, each as likely as the others, but one at least. One order in fifteen comes in two parts.
 */
final class LeadTime {
  /** Share of the orders of two units or more that come in two parts. */
  static final double IN_PARTS = 1 / 15.0;

  private static final int EARLIEST = -1;
  private static final int LATEST = 4;

  private LeadTime() {}

  static int drawn(DemoItem item, Dice dice) {
    return days(item, dice.between(EARLIEST, LATEST));
  }

  private static int days(DemoItem item, int late) {
    return Math.max(1, item.leadTimeDays() + late);
  }

  /** Returns the true mean in days. */
  static double mean(DemoItem item) {
    return all(item).average().orElseThrow();
  }

  /** Returns the true standard deviation in days. */
  static double deviation(DemoItem item) {
    double mean = mean(item);
    return StrictMath.sqrt(
        all(item).mapToDouble(days -> (days - mean) * (days - mean)).average().orElseThrow());
  }

  private static IntStream all(DemoItem item) {
    return IntStream.rangeClosed(EARLIEST, LATEST).map(late -> days(item, late));
  }
}
