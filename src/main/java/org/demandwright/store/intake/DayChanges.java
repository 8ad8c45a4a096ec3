package org.demandwright.store.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.intake.SourceTerms;

/** By how much counts and sums of {@code line_day} change: added up line by line. */
final class DayChanges {
  private static final LocalDate NO_DAY = LocalDate.of(1, 1, 1);

  /** Demand, and what is none for reasons that other days or a kit's parts make up for. */
  private static final Set<String> DATED = Set.of("", IntakeStore.KIT, SourceTerms.OUTSIDE_DAYS);

  private final Map<Key, Sum> days = new HashMap<>();

  /** The key of a row of {@code line_day}. */
  private record Key(String rule, boolean derived, LocalDate ordered, LocalDate wanted) {
    static Key of(SalesLine line) {
      boolean dated = line.bookedOn() != null && DATED.contains(line.rule());
      return new Key(
          line.rule(),
          line.derived(),
          dated ? line.orderDay() : NO_DAY,
          dated ? line.bookedOn() : NO_DAY);
    }
  }

  private static final class Sum {
    private long lines;
    private long sold;
    private BigDecimal quantity = BigDecimal.ZERO;
  }

  /** Takes a line that comes (1) or goes (-1). */
  void add(SalesLine line, int sign) {
    Sum sum = days.computeIfAbsent(Key.of(line), key -> new Sum());
    sum.lines += sign;
    BigDecimal quantity = line.quantity();
    if (quantity != null) {
      sum.sold += quantity.signum() > 0 ? sign : 0;
      sum.quantity = sign > 0 ? sum.quantity.add(quantity) : sum.quantity.subtract(quantity);
    }
  }

  /** Returns the changes: lines, sold, quantity, then the key with the source. */
  List<Object[]> rows(String source) {
    return days.entrySet().stream()
        .map(
            e ->
                new Object[] {
                  e.getValue().lines,
                  e.getValue().sold,
                  e.getValue().quantity,
                  e.getKey().rule(),
                  e.getKey().derived(),
                  e.getKey().ordered(),
                  e.getKey().wanted(),
                  source
                })
        .toList();
  }
}
