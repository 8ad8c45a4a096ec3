package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.intake.MasterConflict;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.intake.SourceCode;

/**
 * A value of the master data that two sources tell differently. A unit decides what is counted, a
 * price, a rate, a kit or the stock what is forecast; names are read by people alone.
 */
public final class ConflictingMasterData {
  private ConflictingMasterData() {}

  /**
   * Returns the finding. It concerns no line by itself, so that it has no effect in units.
   *
   * @param asOf days after the one before it are left out
   */
  public static Finding finding(MasterConflict c, LocalDate asOf) {
    LocalDate last = earlier(c.last(), asOf.minusDays(1));
    boolean always = c.first().equals(SourceCode.ALWAYS);
    LocalDate first = always ? last : earlier(c.first(), last);
    return new Finding(
        Rule.MASTER_DATA_CONFLICT,
        severity(c),
        new Subject(c.org(), c.item(), c.site(), ""),
        first,
        last,
        LineSelection.ofDays(first, last, 0),
        List.of(),
        0,
        0,
        Optional.empty(),
        meaning(c));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static Severity severity(MasterConflict c) {
    if (c.what().equals("unit")) {
      return Severity.HIGH;
    }
    boolean isRead = c.what().equals("name") || c.what().equals("code");
    return isRead ? Severity.LOW : Severity.MEDIUM;
  }

  private static Words meaning(MasterConflict c) {
    if (c.kind() == MasterKind.STOCK) {
      return Words.of("quality.master-data-conflict.stock", c.taken(), c.other());
    }
    String what = c.kind() == MasterKind.RATE ? "rate" : c.what().toLowerCase(Locale.ROOT);
    return Words.of(
        "quality.master-data-conflict." + what,
        c.taken(),
        c.takenValue(),
        c.other(),
        c.otherValue(),
        c.what());
  }
}
