package org.demandwright.store.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.demand.LineSums;

/** By how much counts and sums of hours change: added up row by row, without a value for each. */
final class HourChanges {
  private final Map<LocalDateTime, Sum> hours = new TreeMap<>();

  private static final class Sum {
    private long lines;
    private long counting;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal netAmount = BigDecimal.ZERO;
    private BigDecimal keys = BigDecimal.ZERO;

    private LineSums from(LocalDateTime hour) {
      return new LineSums(hour, lines, counting, quantity, netAmount, keys);
    }
  }

  /** Takes a row that comes (1) or goes (-1). */
  void add(
      LocalDateTime changedAt,
      int sign,
      boolean counts,
      BigDecimal quantity,
      BigDecimal netAmount,
      Long key) {
    Sum sum = hours.computeIfAbsent(changedAt.truncatedTo(ChronoUnit.HOURS), hour -> new Sum());
    sum.lines += sign;
    sum.counting += counts ? sign : 0;
    sum.quantity = plus(sum.quantity, sign, quantity);
    sum.netAmount = plus(sum.netAmount, sign, netAmount);
    sum.keys = plus(sum.keys, sign, key == null ? null : BigDecimal.valueOf(key));
  }

  private static BigDecimal plus(BigDecimal sum, int sign, BigDecimal more) {
    if (more == null) {
      return sum;
    }
    return sign > 0 ? sum.add(more) : sum.subtract(more);
  }

  /** Returns the changes of all hours, in order. */
  Collection<LineSums> sums() {
    return hours.entrySet().stream().map(e -> e.getValue().from(e.getKey())).toList();
  }
}
