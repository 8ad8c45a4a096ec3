package org.demandwright.app.intake;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.demandwright.app.intake.LineFate.Outcome;
import org.demandwright.store.source.PushedLine;
import org.demandwright.store.source.PushedLine.Identity;

/** Decides line by line what one push does to the lines that a source has. */
final class Push {
  private final LocalDateTime stamp;
  private final String by;
  private final Map<Identity, PushedLine> before;
  private final Predicate<PushedLine> mayBeWritten;
  private final Map<Identity, PushedLine> after = new LinkedHashMap<>();
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

  /**
   * @param stamp of all that it changes
   * @param before the lines that are there
   * @param mayBeWritten whether a line, or what it says anew, belongs to what the caller may write
   */
  Push(
      LocalDateTime stamp,
      String by,
      Map<Identity, PushedLine> before,
      Predicate<PushedLine> mayBeWritten) {
    this.stamp = stamp;
    this.by = by;
    this.before = before;
    this.mayBeWritten = mayBeWritten;
  }

  /** Takes the next line, and tells what becomes of it. */
  LineFate take(PushedRow row) {
    Optional<PushedLineRule.Fault> fault = PushedLineRule.broken(row.line());
    LineFate fate =
        fault
            .map(wrong -> LineFate.refused(row.row(), wrong.field(), wrong.sentence()))
            .orElseGet(() -> taken(row.row(), row.line()));
    counts.merge(fate.outcome(), 1, Integer::sum);
    return fate;
  }

  private LineFate taken(int row, PushedLine line) {
    PushedLine there = after.getOrDefault(line.identity(), before.get(line.identity()));
    if (!mayBeWritten.test(there == null || !line.deleted() ? line : there)
        || there != null && !mayBeWritten.test(there)) {
      return LineFate.refused(
          row, "", "The line is of a company, a site or an item that this account has no part in.");
    }
    if (there == null) {
      return line.deleted() ? fate(row, Outcome.UNCHANGED) : put(row, Outcome.NEW, line, 0);
    }
    if (line.deleted()) {
      return there.deleted()
          ? fate(row, Outcome.UNCHANGED)
          : put(row, Outcome.DELETED, there.without(line.reason()), there.pushKey());
    }
    return there.saysTheSame(line)
        ? fate(row, Outcome.UNCHANGED)
        : put(row, Outcome.CHANGED, line, there.pushKey());
  }

  private LineFate put(int row, Outcome outcome, PushedLine line, long key) {
    after.put(line.identity(), line.as(key, stamp, by));
    return fate(row, outcome);
  }

  private static LineFate fate(int row, Outcome outcome) {
    return new LineFate(row, outcome, Optional.empty(), Optional.empty());
  }

  /** Returns the lines that are there from now on and have no number yet. */
  List<PushedLine> added() {
    return after.values().stream().filter(line -> line.pushKey() == 0).toList();
  }

  /** Returns the lines that say something else under their numbers. */
  List<PushedLine> changed() {
    return after.values().stream()
        .filter(line -> line.pushKey() > 0 && !line.saysTheSame(before.get(line.identity())))
        .toList();
  }

  /** Returns how many lines had which fate. */
  Map<Outcome, Integer> counts() {
    return counts;
  }
}
