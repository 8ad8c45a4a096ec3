package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one line says of lead times, and of lateness where it has a promise. */
final class LineArrivals {
  private final OrderedLine line;
  private final Optional<Integer> promised;
  private final List<Part> parts = new ArrayList<>();
  private boolean awaited;
  private boolean forgotten;

  /** A share of the line that arrived after some days, or has not after so many. */
  private record Part(int days, double share, boolean arrived) {
    void addTo(Arrivals arrivals, int promised) {
      if (arrived) {
        arrivals.arrived(days - promised, share);
      } else {
        arrivals.awaited(days - promised, share);
      }
    }
  }

  /**
   * @param asOf the first day of which nothing is known
   * @param limit working days after which nobody waits any more; negative = not known
   */
  LineArrivals(OrderedLine line, LocalDate asOf, int limit) {
    this.line = line;
    this.promised = line.promised();
    BigDecimal received =
        line.receipts().stream()
            .map(OrderedLine.Receipt::quantity)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal whole = line.open() ? received.max(line.ordered()) : received;
    for (OrderedLine.Receipt r : line.receipts()) {
      int days = line.work().between(line.orderedOn(), r.on());
      parts.add(new Part(days, share(r.quantity(), whole), true));
    }
    BigDecimal rest = whole.subtract(received);
    if (line.open() && rest.signum() > 0) {
      int waited = line.work().between(line.orderedOn(), asOf.minusDays(1));
      forgotten = limit >= 0 && waited > limit;
      awaited = !forgotten;
      if (awaited) {
        parts.add(new Part(waited, share(rest, whole), false));
      }
    }
  }

  private static double share(BigDecimal part, BigDecimal whole) {
    return part.divide(whole, MathContext.DECIMAL64).doubleValue();
  }

  String item() {
    return line.item();
  }

  Optional<Integer> promised() {
    return promised;
  }

  /** Adds what it says of lead times, and of lateness where it has a promise. */
  void addTo(Arrivals times, Arrivals lateness) {
    for (Part part : parts) {
      part.addTo(times, 0);
      promised.ifPresent(p -> part.addTo(lateness, p));
    }
  }

  boolean awaited() {
    return awaited;
  }

  boolean forgotten() {
    return forgotten;
  }
}
