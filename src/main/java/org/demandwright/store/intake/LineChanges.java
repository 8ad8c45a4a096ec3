package org.demandwright.store.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.core.demand.LineSums;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.store.sql.Sql;

/**
 * What one transaction of the import does to the lines and to the account of its run: collected
 * first, written in batches.
 */
final class LineChanges {
  /** A line as it stands in the store, with who knows it since when. */
  record Stored(LineRow row, LocalDateTime knownFrom, long importedBy) {}

  /** What became of a row of the ERP in this run, and the rule of it, empty where there is none. */
  record Entry(LineOutcome outcome, String rule) {}

  /** A number of rows and of base units. */
  record Amount(long lines, BigDecimal quantity) {
    private static final Amount NOTHING = new Amount(0, BigDecimal.ZERO);

    Amount plus(BigDecimal more) {
      return new Amount(lines + 1, more == null ? quantity : quantity.add(more));
    }
  }

  /**
   * A line of this transaction that was not and is, was and is not, or says something else.
   *
   * @param before what the store held, null = nothing
   * @param after what it holds now, null = nothing
   */
  record Written(LineRow before, LineRow after) {}

  private final IntakeRun run;
  private final Map<String, Stored> old;
  private final List<Written> written = new ArrayList<>();
  private final List<Object[]> ended = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final List<Object[]> added = new ArrayList<>();
  private final List<Object[]> dated = new ArrayList<>();
  private final Map<Entry, Amount> account = new HashMap<>();

  private final HourChanges hours = new HourChanges();
  private final Set<ChangedSales.Change> sales = new HashSet<>();

  LineChanges(IntakeRun run, List<Stored> old) {
    this.run = run;
    this.old = new HashMap<>();
    old.forEach(s -> this.old.put(s.row().lineId(), s));
  }

  /** Takes a line that the store is to hold. */
  void put(LineRow row) {
    Stored before = old.remove(row.lineId());
    if (before != null && before.row().equals(row)) {
      return;
    }
    if (before != null && before.row().lacksOnlyOrderDate(row)) {
      dated.add(new Object[] {row.line().orderDate(), row.lineId()});
      written.add(new Written(before.row(), row));
      return;
    }
    if (before != null) {
      end(before);
    }
    written.add(new Written(before == null ? null : before.row(), row));
    sum(row.line(), 1);
    change(row);
    added.add(row.values(Sql.utc(run.knownAt()), run.source(), run.instanceId()));
  }

  /** Ends every line that was not put again. */
  void endTheRest() {
    old.values().forEach(this::end);
    old.values().forEach(s -> written.add(new Written(s.row(), null)));
    old.clear();
  }

  /** A content that this same run brought is replaced without a trace: nobody ever saw it. */
  private void end(Stored before) {
    sum(before.row().line(), -1);
    change(before.row());
    removed.add(before.row().lineId());
    if (before.knownFrom().isBefore(Sql.utc(run.knownAt()))) {
      ended.add(
          before
              .row()
              .values(
                  before.knownFrom(),
                  Sql.utc(run.knownAt()),
                  run.source(),
                  before.importedBy(),
                  run.instanceId()));
    }
  }

  private void sum(SalesLine line, int sign) {
    if (!line.derived()) {
      hours.add(
          line.changedAt(),
          sign,
          IntakeStore.counting(line.excludedBecause()),
          line.quantity(),
          line.netAmount(),
          line.sourceKey());
    }
  }

  private void change(LineRow row) {
    if (row.line().excludedBecause() == null) {
      sales.add(new ChangedSales.Change(row.seriesId(), ThirteenWeeks.of(row.line().bookedOn())));
    }
  }

  /** Returns in which weeks demand lines of which series come, go or say something else. */
  Set<ChangedSales.Change> sales() {
    return sales;
  }

  /** Takes a row that comes into quarantine (1) or leaves it (-1). */
  void sum(QuarantinedLine q, int sign) {
    hours.add(q.changedAt(), sign, q.counting(), q.quantity(), q.netAmount(), q.sourceKey());
  }

  /** Returns by how much counts and sums of each hour change. */
  Collection<LineSums> hours() {
    return hours.sums();
  }

  /** Adds a row of the ERP to the run's account. */
  void count(LineOutcome outcome, String rule, BigDecimal quantity) {
    account.merge(
        new Entry(outcome, rule),
        Amount.NOTHING.plus(quantity),
        (before, one) -> before.plus(quantity));
  }

  /** Returns what changes among the lines: sums over them are kept by this. */
  List<Written> written() {
    return written;
  }

  List<Object[]> ended() {
    return ended;
  }

  List<String> removed() {
    return removed;
  }

  List<Object[]> added() {
    return added;
  }

  /**
   * Lines that were kept before order dates were, and otherwise say the same: date and identity.
   */
  List<Object[]> dated() {
    return dated;
  }

  Map<Entry, Amount> account() {
    return account;
  }
}
