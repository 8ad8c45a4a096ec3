package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demandwright.store.sql.Sql;

/**
 * The runs of the import: since when they know what they brought, and the account of their rows.
 */
@ApplicationScoped
public class IntakeRunStore {
  private final Sql sql;
  private final LineDayStore days;

  @Inject
  public IntakeRunStore(Sql sql, LineDayStore days) {
    this.sql = sql;
    this.days = days;
  }

  IntakeRunStore() {
    this(null, null);
  }

  /**
   * One line of an account.
   *
   * @param rule the reason of an exclusion or quarantine, empty for demand
   * @param lines rows of the ERP; of DERIVED lines that the import made
   * @param quantity base units, returns negative
   */
  public record Entry(LineOutcome outcome, String rule, long lines, BigDecimal quantity) {}

  /** A run and the instant from which on its rows are known. */
  public record Known(long instanceId, Instant knownAt) {}

  /**
   * Returns a run as it is fixed at the first call. The instant from which on its rows are known is
   * later than that of every run before, even where the clock was set back.
   *
   * @param source of the first rows
   */
  @Transactional
  public IntakeRun begin(long instanceId, String source, Instant now) {
    return sql.first(
            row ->
                new IntakeRun(
                    instanceId,
                    source,
                    row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    row.getBoolean(2)),
            "select known_at, into_empty from intake_run where instance_id = ?",
            instanceId)
        .orElseGet(() -> fix(instanceId, source, now));
  }

  private IntakeRun fix(long instanceId, String source, Instant now) {
    Instant least = lastKnown().map(t -> t.plusNanos(1_000)).orElse(now);
    Instant knownAt = now.isBefore(least) ? least : now;
    boolean intoEmpty =
        sql.first(row -> row.getString(1), "select line_id from sales_line fetch first 1 row only")
            .isEmpty();
    sql.update(
        "insert into intake_run (instance_id, known_at, into_empty) values (?, ?, ?)",
        instanceId,
        knownAt,
        intoEmpty);
    return new IntakeRun(instanceId, source, knownAt, intoEmpty);
  }

  /**
   * Returns the instants from which on the rows of runs are known, by the runs' numbers; one that
   * has not begun to read is left out.
   */
  public Map<Long, Instant> knownAt(Collection<Long> instanceIds) {
    Map<Long, Instant> known = new HashMap<>();
    sql.listIn(
        row -> known.put(row.getLong(1), Sql.instant(row, "known_at").orElseThrow()),
        "select instance_id, known_at from intake_run where instance_id in (#)",
        instanceIds);
    return known;
  }

  /** Returns the newest run; empty before the first. */
  public Optional<Known> last() {
    return sql.first(
        row -> new Known(row.getLong(1), Sql.instant(row, "known_at").orElseThrow()),
        "select instance_id, known_at from intake_run"
            + " order by known_at desc, instance_id desc fetch first 1 row only");
  }

  /** Returns the instant of the last run; empty before the first. */
  public Optional<Instant> lastKnown() {
    return instant("select max(known_at) from intake_run");
  }

  /** Returns the instant of the first run; empty before it. */
  public Optional<Instant> firstKnown() {
    return instant("select min(known_at) from intake_run");
  }

  private Optional<Instant> instant(String query) {
    return sql.first(row -> row.getObject(1, LocalDateTime.class), query)
        .map(t -> t.toInstant(ZoneOffset.UTC));
  }

  /**
   * Returns the run whose account held when another run ended: itself, or the last one before it
   * that was closed.
   */
  public Optional<Long> lastClosed(long instanceId) {
    return sql.first(
        row -> row.getLong(1),
        "select instance_id from intake_account where instance_id <= ? and "
            + LineOutcome.ofErp("outcome")
            + " order by instance_id desc fetch first 1 row only",
        instanceId);
  }

  /** Returns a run's account, by outcome and rule, of all sources together. */
  public List<Entry> account(long instanceId) {
    return sql.list(
        row ->
            new Entry(
                LineOutcome.valueOf(row.getString(1)),
                row.getString(2),
                row.getLong(3),
                row.getBigDecimal(4)),
        "select outcome, rule, sum(line_count), sum(quantity) from intake_account"
            + " where instance_id = ? group by outcome, rule order by outcome, rule",
        instanceId);
  }

  /** Returns how many rows of each source stand accounted for when a run is closed. */
  private Map<String, Long> standing(long instanceId) {
    Map<String, Long> rows = new HashMap<>();
    sql.list(
        row -> rows.put(row.getString(1), row.getLong(2)),
        "select source, sum(line_count) from intake_account where instance_id = ? and "
            + LineOutcome.ofErp("outcome")
            + " group by source",
        instanceId);
    return rows;
  }

  /**
   * Writes the standing totals into a run's account, in place of those that it held: rows of a
   * source = USED + EXCLUDED + QUARANTINED + OPEN.
   *
   * <p>Lines are counted as they are kept by day, and anew where that is not all of them.
   *
   * @param asOf lines wanted from this day on are open
   * @return how many rows of each source that are; a source without any is left out
   */
  @Transactional
  public Map<String, Long> close(long instanceId, LocalDate asOf) {
    if (!days.complete()) {
      days.recount();
    }
    sql.update(
        "delete from intake_account where instance_id = ? and (outcome = ? or "
            + LineOutcome.ofErp("outcome")
            + ")",
        instanceId,
        LineOutcome.DERIVED);
    sql.update(
        "insert into intake_account (source, instance_id, outcome, rule, line_count, quantity)"
            + " select source, ?, kept, rule_name, sum(line_count), sum(quantity) from (select case"
            + " when derived then "
            + LineOutcome.DERIVED.literal()
            + " when rule_name <> '' then "
            + LineOutcome.EXCLUDED.literal()
            + " when wanted_day >= ? then "
            + LineOutcome.OPEN.literal()
            + " else "
            + LineOutcome.USED.literal()
            + " end as kept, rule_name, line_count, quantity, source from line_day"
            + " where line_count <> 0) standing group by source, kept, rule_name",
        instanceId,
        asOf);
    sql.update(
        "insert into intake_account (source, instance_id, outcome, rule, line_count, quantity)"
            + " select source, ?, "
            + LineOutcome.QUARANTINED.literal()
            + ", reason, count(*), coalesce(sum(quantity), 0)"
            + " from quarantine group by source, reason",
        instanceId);
    return standing(instanceId);
  }

  /** Adds to a run's account, in the transaction that changes the rows. */
  void add(IntakeRun run, Map<LineChanges.Entry, LineChanges.Amount> amounts) {
    List<Map.Entry<LineChanges.Entry, LineChanges.Amount>> entries =
        List.copyOf(amounts.entrySet());
    int[] there =
        sql.batch(
            "update intake_account set line_count = line_count + ?, quantity = quantity + ?"
                + " where source = ? and instance_id = ? and outcome = ? and rule = ?",
            entries.stream()
                .map(
                    e ->
                        new Object[] {
                          e.getValue().lines(),
                          e.getValue().quantity(),
                          run.source(),
                          run.instanceId(),
                          e.getKey().outcome(),
                          e.getKey().rule()
                        })
                .toList());
    sql.batch(
        "insert into intake_account (source, instance_id, outcome, rule, line_count, quantity)"
            + " values (?, ?, ?, ?, ?, ?)",
        IntStream.range(0, there.length)
            .filter(i -> there[i] == 0)
            .mapToObj(i -> row(run, entries.get(i)))
            .toList());
  }

  private static Object[] row(
      IntakeRun run, Map.Entry<LineChanges.Entry, LineChanges.Amount> entry) {
    return new Object[] {
      run.source(),
      run.instanceId(),
      entry.getKey().outcome(),
      entry.getKey().rule(),
      entry.getValue().lines(),
      entry.getValue().quantity()
    };
  }
}
