package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;

/** What one line says of lead times, and of lateness where it has a promise. */
final class LineArrivals {
  private final OrderedLine line;
  private final Arrivals times = new Arrivals();
  private final Arrivals lateness = new Arrivals();
  private boolean awaited;
  private boolean forgotten;

  /**
   * @param asOf the first day of which nothing is known
   * @param limit working days after which nobody waits any more; negative = not known
   */
  LineArrivals(OrderedLine line, LocalDate asOf, int limit) {
    this.line = line;
    BigDecimal received =
        line.receipts().stream()
            .map(OrderedLine.Receipt::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal whole = line.open() ? received.max(line.ordered()) : received;
    for (OrderedLine.Receipt r : line.receipts()) {
      arrived(line.work().between(line.orderedOn(), r.on()), share(r.quantity(), whole));
    }
    BigDecimal rest = whole.subtract(received);
    if (line.open() && rest.signum() > 0) {
      int waited = line.work().between(line.orderedOn(), asOf.minusDays(1));
      forgotten = limit >= 0 && waited > limit;
      awaited = !forgotten;
      if (awaited) {
        waiting(waited, share(rest, whole));
      }
    }
  }

  private static double share(BigDecimal part, BigDecimal whole) {
    return part.divide(whole, MathContext.DECIMAL64).doubleValue();
  }

  private void arrived(int days, double share) {
    times.arrived(days, share);
    line.promised().ifPresent(p -> lateness.arrived(days - p, share));
  }

  private void waiting(int days, double share) {
    times.awaited(days, share);
    line.promised().ifPresent(p -> lateness.awaited(days - p, share));
  }

  String item() {
    return line.item();
  }

  Optional<Integer> promised() {
    return line.promised();
  }

  Arrivals times() {
    return times;
  }

  Arrivals lateness() {
    return lateness;
  }

  boolean awaited() {
    return awaited;
  }

  boolean forgotten() {
    return forgotten;
  }
}
