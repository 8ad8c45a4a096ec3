package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.core.intake.SourceTerms;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.intake.LineChanges.Stored;
import org.demandwright.store.sql.Sql;

/**
 * Where the import writes: the sales lines that were read and what they said before.
 *
 * <p>Lines are kept bitemporally: a content is known from the instant of the run that brought it
 * until the instant of the run that found another or none. Reading a content again changes nothing.
 */
@ApplicationScoped
public class IntakeStore {
  /** The reason under which the import keeps the line of a kit that it exploded. */
  public static final String KIT = "KIT";

  /** Reasons of the import's own: their lines count in their source. */
  private static final Set<String> OWN_REASONS = Set.of(KIT, SourceTerms.OUTSIDE_DAYS);

  private static final String OLD =
      "select " + LineRow.COLUMNS + ", known_from, imported_by from sales_line";

  private static final String ADDED = LineRow.COLUMNS + ", known_from, source, imported_by";

  private static final String ENDED =
      LineRow.COLUMNS + ", known_from, known_to, source, imported_by, ended_by";

  /** Returns whether the source of a line does not exclude it. */
  static boolean counting(String excludedBecause) {
    return excludedBecause == null || OWN_REASONS.contains(excludedBecause);
  }

  private final Sql sql;
  private final SeriesStore series;
  private final QuarantineStore quarantine;
  private final IntakeRunStore runs;
  private final ReconcileStore sums;
  private final LineDayStore days;
  private final ChangedSales sales;

  @Inject
  public IntakeStore(
      Sql sql,
      SeriesStore series,
      QuarantineStore quarantine,
      IntakeRunStore runs,
      ReconcileStore sums,
      LineDayStore days,
      ChangedSales sales) {
    this.sql = sql;
    this.series = series;
    this.quarantine = quarantine;
    this.runs = runs;
    this.sums = sums;
    this.days = days;
    this.sales = sales;
  }

  /** For the container's proxies only. */
  IntakeStore() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * Writes what became of rows of the ERP, in the caller's transaction: lines, those derived from
   * them, and quarantined rows. What was stored under the same identities and says something else
   * goes to the history; an equal content stays as it is.
   *
   * @param lines with the derived lines of each kit among them
   * @param oldBad what is in quarantine under the same identities
   */
  public void write(
      List<SeriesLine> lines,
      List<QuarantinedLine> bad,
      Map<String, QuarantinedLine> oldBad,
      IntakeRun run) {
    Set<String> ids = new HashSet<>();
    lines.stream().filter(l -> !l.line().derived()).forEach(l -> ids.add(l.lineId()));
    bad.forEach(q -> ids.add(q.lineId()));
    replace(old(ids), lines, bad, oldBad, run);
  }

  /**
   * Writes what became of rows of the ERP where nothing is to be expected under the identities of
   * the lines: they are compared with nothing. Where something does stand there, because the ERP
   * repeats an identity, the rows are written as ever.
   */
  public void load(
      List<SeriesLine> lines,
      List<QuarantinedLine> bad,
      Map<String, QuarantinedLine> oldBad,
      IntakeRun run) {
    List<Stored> old = old(bad.stream().map(QuarantinedLine::lineId).toList());
    if (!sql.attempt(() -> replace(old, lines, bad, oldBad, run))) {
      write(lines, bad, oldBad, run);
    }
  }

  private void replace(
      List<Stored> old,
      List<SeriesLine> lines,
      List<QuarantinedLine> bad,
      Map<String, QuarantinedLine> oldBad,
      IntakeRun run) {
    List<Stored> oldDerived = oldDerived(old);
    LineChanges changes = new LineChanges(run, concat(old, oldDerived));
    Map<String, LineRow> before = new HashMap<>();
    old.forEach(s -> before.put(s.row().lineId(), s.row()));
    for (LineRow row : rows(lines)) {
      changes.put(row);
      if (!row.line().derived()) {
        account(changes, row, before.get(row.lineId()), oldBad.get(row.lineId()));
      }
    }
    changes.endTheRest();
    bad.forEach(q -> account(changes, q, before.get(q.lineId()), oldBad.get(q.lineId())));
    quarantine.replace(oldBad, bad, run, changes::sum);
    flush(changes, run);
    rememberDerived(oldDerived, lines);
    runs.add(run, changes.account());
  }

  /** Moves lines that the ERP no longer has to the history, with those derived from them. */
  public void remove(Collection<String> lineIds, IntakeRun run) {
    List<Stored> old = old(lineIds);
    List<Stored> oldDerived = oldDerived(old);
    LineChanges changes = new LineChanges(run, concat(old, oldDerived));
    changes.endTheRest();
    old.forEach(
        s -> changes.count(LineOutcome.DELETED, s.row().line().rule(), s.row().line().quantity()));
    Collection<QuarantinedLine> bad = quarantine.of(lineIds).values();
    bad.forEach(q -> changes.count(LineOutcome.DELETED, q.reason(), q.quantity()));
    bad.forEach(q -> changes.sum(q, -1));
    flush(changes, run);
    rememberDerived(oldDerived, List.of());
    quarantine.delete(bad.stream().map(QuarantinedLine::lineId).toList());
    runs.add(run, changes.account());
  }

  private static void account(
      LineChanges changes, LineRow now, LineRow before, QuarantinedLine oldBad) {
    SalesLine line = now.line();
    if (oldBad != null) {
      changes.count(LineOutcome.HEALED, oldBad.reason(), line.quantity());
    } else if (before == null) {
      changes.count(LineOutcome.NEW, line.rule(), line.quantity());
    } else if (!before.equals(now) && !before.lacksOnlyOrderDate(now)) {
      changes.count(LineOutcome.CHANGED, line.rule(), line.quantity());
    }
  }

  private static void account(
      LineChanges changes, QuarantinedLine now, LineRow before, QuarantinedLine oldBad) {
    if (before == null && oldBad == null) {
      changes.count(LineOutcome.NEW, now.reason(), now.quantity());
    } else if (before != null || !now.equals(oldBad)) {
      changes.count(LineOutcome.CHANGED, now.reason(), now.quantity());
    }
  }

  private static List<Stored> concat(List<Stored> a, List<Stored> b) {
    List<Stored> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private void flush(LineChanges changes, IntakeRun run) {
    sql.insertAll("sales_line_history", ENDED, changes.ended());
    sql.updateIn("delete from sales_line where line_id in (#)", changes.removed());
    sql.insertAll("sales_line", ADDED, changes.added());
    sql.batch("update sales_line set order_date = ? where line_id = ?", changes.dated());
    sums.add(run.source(), changes.hours());
    DayChanges perDay = new DayChanges();
    for (LineChanges.Written line : changes.written()) {
      if (line.before() != null) {
        perDay.add(line.before().line(), -1);
      }
      if (line.after() != null) {
        perDay.add(line.after().line(), 1);
      }
    }
    days.add(run.source(), perDay);
    sales.add(changes.sales(), run.intoEmpty());
  }

  private List<LineRow> rows(List<SeriesLine> lines) {
    Map<SeriesKey, Long> known =
        series.idsOf(lines.stream().flatMap(l -> l.series().stream()).collect(Collectors.toSet()));
    return lines.stream()
        .map(l -> new LineRow(l.series().map(known::get).orElse(null), l.line()))
        .toList();
  }

  private List<Stored> old(Collection<String> ids) {
    return sql.listIn(IntakeStore::stored, OLD + " where line_id in (#)", ids);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        LineRow.of(row),
        row.getObject("known_from", LocalDateTime.class),
        row.getLong("imported_by"));
  }

  /** Returns the lines that were derived from kits among these. */
  private List<Stored> oldDerived(List<Stored> parents) {
    List<String> kits =
        parents.stream()
            .map(s -> s.row().line())
            .filter(l -> KIT.equals(l.excludedBecause()))
            .map(SalesLine::lineId)
            .toList();
    return old(
        sql.listIn(
            row -> row.getString(1),
            "select line_id from derived_line where derived_from in (#)",
            kits));
  }

  private void rememberDerived(List<Stored> old, List<SeriesLine> lines) {
    sql.batch(
        "delete from derived_line where derived_from = ? and line_id = ?",
        old.stream()
            .map(s -> s.row().line())
            .map(l -> new Object[] {l.derivedFrom(), l.lineId()})
            .toList());
    sql.batch(
        "insert into derived_line (derived_from, line_id) values (?, ?)",
        lines.stream()
            .map(SeriesLine::line)
            .filter(SalesLine::derived)
            .map(l -> new Object[] {l.derivedFrom(), l.lineId()})
            .toList());
  }
}
