package org.demandwright.core.decide.risk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.OrderedLine;

/** Orders as they stood on the morning of a past day. */
public final class PurchasesKnown {
  private PurchasesKnown() {}

  /**
   * Returns the lines that were ordered before a day, with what had arrived by then; what had not
   * was still awaited, whatever became of it. What the vendor promised is left out: when it did is
   * not told.
   */
  public static List<OrderedLine> on(Collection<OrderedLine> lines, LocalDate day) {
    return lines.stream()
        .filter(line -> line.orderedOn().isBefore(day))
        .map(line -> on(line, day))
        .toList();
  }

  private static OrderedLine on(OrderedLine line, LocalDate day) {
    List<OrderedLine.Receipt> came =
        line.receipts().stream().filter(r -> r.on().isBefore(day)).toList();
    boolean later = came.size() < line.receipts().size();
    return new OrderedLine(
        line.vendor(),
        line.item(),
        line.orderedOn(),
        Optional.empty(),
        line.ordered(),
        came,
        later || line.open(),
        line.work());
  }
}
