package org.demandwright.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one transaction of the import does to the lines and to the account of its run: collected
 * first, written in batches.
 */
final class LineChanges {
  /** A line as it stands in the store, with who knows it since when. */
  record Stored(LineContent content, java.time.LocalDateTime knownFrom, long importedBy) {}

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
  private final List<Object[]> removed = new ArrayList<>();
  private final List<Object[]> added = new ArrayList<>();
  private final Map<List<String>, Amount> account = new TreeMap<>(LineChanges::compare);

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
    if (before != null) {
      end(before);
    }
    added.add(line.values(Sql.utc(run.knownAt()), run.source(), run.instanceId()));
  }

  /** Ends every line that was not put again. */
  void endTheRest() {
    old.values().forEach(this::end);
    old.clear();
  }

  /** A content that this same run brought is replaced without a trace: nobody ever saw it. */
  private void end(Stored before) {
    removed.add(new Object[] {before.content().lineId()});
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

  List<Object[]> removed() {
    return removed;
  }

  List<Object[]> added() {
    return added;
  }

  Map<List<String>, Amount> account() {
    return account;
  }

  private static int compare(List<String> a, List<String> b) {
    int outcome = a.get(0).compareTo(b.get(0));
    return outcome != 0 ? outcome : a.get(1).compareTo(b.get(1));
  }
}
