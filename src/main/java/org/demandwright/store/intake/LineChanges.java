package org.demandwright.store.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.demand.LineSums;
import org.demandwright.store.sql.Sql;

/**
 * What one transaction of the import does to the lines and to the account of its run: collected
 * first, written in batches.
 */
final class LineChanges {
  /** A line as it stands in the store, with who knows it since when. */
  record Stored(LineContent content, LocalDateTime knownFrom, long importedBy) {}

  /** A number of rows and of base units. */
  record Amount(long lines, BigDecimal quantity) {
    Amount plus(BigDecimal more) {
      return new Amount(lines + 1, more == null ? quantity : quantity.add(more));
    }
  }

  private static final Amount NOTHING = new Amount(0, BigDecimal.ZERO);

  private final IntakeRun run;
  private final Map<String, Stored> old;
  private final List<Object[]> ended = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private final List<Object[]> added = new ArrayList<>();
  private final List<Object[]> dated = new ArrayList<>();
  private final Map<List<String>, Amount> account = new TreeMap<>(LineChanges::compare);

  private final Map<LocalDateTime, LineSums> hours = new TreeMap<>();

  LineChanges(IntakeRun run, List<Stored> old) {
    this.run = run;
    this.old = new HashMap<>();
    old.forEach(s -> this.old.put(s.content().lineId(), s));
  }

  /** Takes a line that the store is to hold. */
  void put(LineContent line) {
    Stored before = old.remove(line.lineId());
    if (before != null && before.content().equals(line)) {
      return;
    }
    if (before != null && before.content().equals(line.withoutOrderDate())) {
      dated.add(new Object[] {line.orderDate(), line.lineId()});
      return;
    }
    if (before != null) {
      end(before);
    }
    sum(line, 1);
    added.add(line.values(Sql.utc(run.knownAt()), run.source(), run.instanceId()));
  }

  /** Ends every line that was not put again. */
  void endTheRest() {
    old.values().forEach(this::end);
    old.clear();
  }

  /** A content that this same run brought is replaced without a trace: nobody ever saw it. */
  private void end(Stored before) {
    sum(before.content(), -1);
    removed.add(before.content().lineId());
    if (before.knownFrom().isBefore(Sql.utc(run.knownAt()))) {
      ended.add(
          before
              .content()
              .values(
                  before.knownFrom(),
                  Sql.utc(run.knownAt()),
                  run.source(),
                  before.importedBy(),
                  run.instanceId()));
    }
  }

  private void sum(LineContent line, int sign) {
    if (line.derivedFrom() == null) {
      boolean counting =
          line.excludedBecause() == null || line.excludedBecause().equals(IntakeStore.KIT);
      sum(line.changedAt(), sign, counting, line.quantity(), line.netAmount(), line.sourceKey());
    }
  }

  /** Takes a row that comes into quarantine (1) or leaves it (-1). */
  void sum(QuarantinedLine q, int sign) {
    sum(q.changedAt(), sign, q.counting(), q.quantity(), q.netAmount(), q.sourceKey());
  }

  private void sum(
      LocalDateTime changedAt,
      int sign,
      boolean counting,
      BigDecimal quantity,
      BigDecimal netAmount,
      Long key) {
    BigDecimal times = BigDecimal.valueOf(sign);
    LineSums change =
        new LineSums(
            changedAt.truncatedTo(ChronoUnit.HOURS),
            sign,
            counting ? sign : 0,
            quantity == null ? null : quantity.multiply(times),
            netAmount == null ? null : netAmount.multiply(times),
            key == null ? null : BigDecimal.valueOf(key).multiply(times));
    hours.merge(change.from(), change, LineSums::plus);
  }

  /** Returns by how much counts and sums of each hour change. */
  Collection<LineSums> hours() {
    return hours.values();
  }

  /** Adds a row of the ERP to the run's account. */
  void count(String outcome, String rule, BigDecimal quantity) {
    account.merge(
        List.of(outcome, rule),
        NOTHING.plus(quantity),
        (a, b) -> new Amount(a.lines() + b.lines(), a.quantity().add(b.quantity())));
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

  Map<List<String>, Amount> account() {
    return account;
  }

  private static int compare(List<String> a, List<String> b) {
    int outcome = a.get(0).compareTo(b.get(0));
    return outcome != 0 ? outcome : a.get(1).compareTo(b.get(1));
  }
}
