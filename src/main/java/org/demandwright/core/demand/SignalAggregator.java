package org.demandwright.core.demand;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes periods of the days of signals: a period has the mean of its days that have a value, and is
 * known as soon as the last of them was. Of several values for one day the one counts that was
 * known last.
 */
public final class SignalAggregator {
  private static final Comparator<SignalValue> NEWEST =
      Comparator.comparing(SignalValue::knownFrom);

  private SignalAggregator() {}

  /**
   * Returns the signals of one series. Where a signal has values of the series' own item or site,
   * they alone count, those of the item and site before those of the item, and these before those
   * of the market.
   *
   * @param values that concern the series, in any order
   * @param first the first period of the series
   * @param periods number of periods before the origin
   * @param asOf what was known later is not there
   */
  public static Signals aggregate(
      Collection<SignalValue> values, Period first, int periods, LocalDate asOf) {
    Map<String, List<SignalValue>> bySignal =
        values.stream()
            .filter(v -> !v.knownFrom().isAfter(asOf))
            .collect(Collectors.groupingBy(SignalValue::signal, TreeMap::new, Collectors.toList()));
    Signals signals = Signals.none();
    for (Map.Entry<String, List<SignalValue>> one : bySignal.entrySet()) {
      double[] sum = new double[periods];
      int[] days = new int[periods];
      int[] knownAt = new int[periods];
      Arrays.setAll(knownAt, i -> i + 1);
      for (SignalValue value : newest(closest(one.getValue()))) {
        int i = first.until(Period.of(first.bucket(), value.day()));
        if (i >= 0 && i < periods) {
          sum[i] += value.value();
          days[i]++;
          knownAt[i] = Math.max(knownAt[i], originAt(first, value.knownFrom()));
        }
      }
      Arrays.setAll(sum, i -> days[i] == 0 ? Double.NaN : sum[i] / days[i]);
      signals = signals.and(one.getKey(), sum, knownAt);
    }
    return signals;
  }

  private static List<SignalValue> closest(List<SignalValue> values) {
    int closest = values.stream().mapToInt(SignalAggregator::closeness).max().orElse(0);
    return values.stream().filter(v -> closeness(v) == closest).toList();
  }

  private static int closeness(SignalValue value) {
    return (value.item().equals(SignalValue.EVERY_ITEM) ? 0 : 2) + (value.site().isEmpty() ? 0 : 1);
  }

  private static Collection<SignalValue> newest(List<SignalValue> values) {
    Map<LocalDate, SignalValue> byDay = new HashMap<>();
    values.forEach(v -> byDay.merge(v.day(), v, (a, b) -> NEWEST.compare(a, b) >= 0 ? a : b));
    return new TreeMap<>(byDay).values();
  }

  /** Returns the first origin that is not before the day: an origin is the start of its period. */
  private static int originAt(Period first, LocalDate day) {
    Period period = Period.of(first.bucket(), day);
    return first.until(period) + (period.start().equals(day) ? 0 : 1);
  }
}
