package org.demandwright.app.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.demandwright.store.source.PushedLine;

/** Lines as they are pushed, for tests. */
final class PushedLines {
  private PushedLines() {}

  /** Returns a line of a document with several. */
  static PushedLine line(
      int number, LocalDate day, String quantity, String excludedBecause, String reason) {
    return new PushedLine(
        0,
        "push",
        "A",
        "D" + number / 3,
        "L" + number,
        "ORDER",
        null,
        day,
        null,
        "I" + number,
        "S1",
        null,
        null,
        quantity == null ? null : new BigDecimal(quantity),
        "EA",
        null,
        null,
        null,
        false,
        false,
        false,
        null,
        excludedBecause,
        LocalDateTime.of(1, 1, 1, 0, 0),
        reason,
        "");
  }
}
