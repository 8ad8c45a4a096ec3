package org.demandwright.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.store.LineChanges.Stored;

/**
 * The sales lines that were read, what they said before, the rows that could not be read, and how
 * far reading has come.
 *
 * <p>Lines are kept bitemporally: a content is known from the instant of the run that brought it
 * until the instant of the run that found another or none. Reading a content again changes nothing.
 */
@ApplicationScoped
public class SalesLineStore {
  private static final String OLD =
      "select " + LineContent.COLUMNS + ", known_from, imported_by from sales_line";

  private static final String ADD =
      "insert into sales_line ("
          + LineContent.COLUMNS
          + ", known_from, source, imported_by) values ("
          + "?, ".repeat(23)
          + "?)";

  private static final String END =
      "insert into sales_line_history ("
          + LineContent.COLUMNS
          + ", known_from, known_to, source, imported_by, ended_by) values ("
          + "?, ".repeat(25)
          + "?)";

  private final Sql sql;
  private final SeriesStore series;
  private final IntakeStore intake;

  @Inject
  SalesLineStore(Sql sql, SeriesStore series, IntakeStore intake) {
    this.sql = sql;
    this.series = series;
    this.intake = intake;
  }

  /** For the container's proxies only. */
  SalesLineStore() {
    this(null, null, null);
  }

  /**
   * Writes what became of rows of the ERP, in the caller's transaction: lines, those derived from
   * them, and quarantined rows. What was stored under the same identities and says something else
   * goes to the history; an equal content stays as it is.
   *
   * @param lines with the derived lines of each kit among them
   */
  public void write(List<StoredLine> lines, List<QuarantinedLine> bad, IntakeRun run) {
    Set<String> ids = new HashSet<>();
    lines.stream().filter(l -> !l.derived()).forEach(l -> ids.add(l.lineId()));
    bad.forEach(q -> ids.add(q.lineId()));
    List<Stored> old = old(ids);
    Map<String, QuarantinedLine> oldBad = quarantined(ids);
    List<Stored> oldDerived = oldDerived(old);
    LineChanges changes = new LineChanges(run, concat(old, oldDerived));
    Map<String, LineContent> before = new HashMap<>();
    old.forEach(s -> before.put(s.content().lineId(), s.content()));
    for (LineContent line : contents(lines)) {
      changes.put(line);
      if (line.derivedFrom() == null) {
        account(changes, line, before.get(line.lineId()), oldBad.get(line.lineId()));
      }
    }
    changes.endTheRest();
    bad.forEach(q -> account(changes, q, before.get(q.lineId()), oldBad.get(q.lineId())));
    flush(changes);
    rememberDerived(oldDerived, lines);
    quarantine(bad, oldBad, run);
    intake.add(run.instanceId(), changes.account());
  }

  /** Moves lines that the ERP no longer has to the history, with those derived from them. */
  public void remove(Collection<String> lineIds, IntakeRun run) {
    List<Stored> old = old(lineIds);
    List<Stored> oldDerived = oldDerived(old);
    LineChanges changes = new LineChanges(run, concat(old, oldDerived));
    changes.endTheRest();
    old.forEach(s -> changes.count("DELETED", s.content().rule(), s.content().quantity()));
    Collection<QuarantinedLine> bad = quarantined(lineIds).values();
    bad.forEach(q -> changes.count("DELETED", q.reason(), q.quantity()));
    flush(changes);
    rememberDerived(oldDerived, List.of());
    deleteQuarantined(bad.stream().map(QuarantinedLine::lineId).toList());
    intake.add(run.instanceId(), changes.account());
  }

  private static void account(
      LineChanges changes, LineContent now, LineContent before, QuarantinedLine oldBad) {
    changes.count("READ", now.rule(), now.quantity());
    if (oldBad != null) {
      changes.count("HEALED", oldBad.reason(), now.quantity());
    } else if (before == null) {
      changes.count("NEW", now.rule(), now.quantity());
    } else if (!before.equals(now)) {
      changes.count("CHANGED", now.rule(), now.quantity());
    }
  }

  private static void account(
      LineChanges changes, QuarantinedLine now, LineContent before, QuarantinedLine oldBad) {
    changes.count("READ", now.reason(), now.quantity());
    if (before == null && oldBad == null) {
      changes.count("NEW", now.reason(), now.quantity());
    } else if (before != null || !now.equals(oldBad)) {
      changes.count("CHANGED", now.reason(), now.quantity());
    }
  }

  private static List<Stored> concat(List<Stored> a, List<Stored> b) {
    List<Stored> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private void flush(LineChanges changes) {
    sql.batch(END, changes.ended());
    sql.batch("delete from sales_line where line_id = ?", changes.removed());
    sql.batch(ADD, changes.added());
  }

  private List<LineContent> contents(List<StoredLine> lines) {
    Map<SeriesKey, Long> known =
        series.idsOf(lines.stream().flatMap(l -> l.key().stream()).distinct().sorted().toList());
    return lines.stream()
        .map(l -> LineContent.of(l, l.key().map(known::get).orElse(null)))
        .toList();
  }

  private List<Stored> old(Collection<String> ids) {
    return sql.listIn(SalesLineStore::stored, OLD + " where line_id in (#)", ids);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        LineContent.of(row),
        row.getObject("known_from", LocalDateTime.class),
        row.getLong("imported_by"));
  }

  /** Returns the lines that were derived from kits among these. */
  private List<Stored> oldDerived(List<Stored> parents) {
    List<String> kits =
        parents.stream()
            .map(Stored::content)
            .filter(c -> KIT.equals(c.excludedBecause()))
            .map(LineContent::lineId)
            .toList();
    return old(
        sql.listIn(
            row -> row.getString(1),
            "select line_id from derived_line where derived_from in (#)",
            kits));
  }

  private void rememberDerived(List<Stored> old, List<StoredLine> lines) {
    sql.batch(
        "delete from derived_line where derived_from = ? and line_id = ?",
        old.stream()
            .map(Stored::content)
            .map(c -> new Object[] {c.derivedFrom(), c.lineId()})
            .toList());
    sql.batch(
        "insert into derived_line (derived_from, line_id) values (?, ?)",
        lines.stream()
            .filter(StoredLine::derived)
            .map(l -> new Object[] {l.derivedFrom(), l.lineId()})
            .toList());
  }

  /** The reason under which the import keeps the line of a kit that it exploded. */
  public static final String KIT = "KIT";

  private void quarantine(
      List<QuarantinedLine> bad, Map<String, QuarantinedLine> old, IntakeRun run) {
    Map<String, QuarantinedLine> now = new TreeMap<>();
    bad.forEach(q -> now.put(q.lineId(), q));
    deleteQuarantined(
        old.values().stream()
            .filter(q -> !q.equals(now.get(q.lineId())))
            .map(QuarantinedLine::lineId)
            .toList());
    sql.batch(
        "insert into quarantine (line_id, reason, detail, source_kind, source_key, item_id,"
            + " quantity, net_amount, raw, changed_at, known_from, source, quarantined_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        now.values().stream()
            .filter(q -> !q.equals(old.get(q.lineId())))
            .map(q -> row(q, run))
            .toList());
  }

  private static Object[] row(QuarantinedLine q, IntakeRun run) {
    return new Object[] {
      q.lineId(),
      q.reason(),
      q.detail(),
      q.sourceKind(),
      q.sourceKey(),
      q.itemId(),
      q.quantity(),
      q.netAmount(),
      q.raw(),
      q.changedAt(),
      run.knownAt(),
      run.source(),
      run.instanceId()
    };
  }

  private void deleteQuarantined(List<String> ids) {
    sql.batch(
        "delete from quarantine where line_id = ?",
        ids.stream().map(id -> new Object[] {id}).toList());
  }

  private Map<String, QuarantinedLine> quarantined(Collection<String> ids) {
    Map<String, QuarantinedLine> all = new HashMap<>();
    sql.listIn(SalesLineStore::quarantinedLine, QUARANTINED + " where line_id in (#)", ids)
        .forEach(q -> all.put(q.lineId(), q));
    return all;
  }

  private static final String QUARANTINED =
      "select line_id, reason, detail, source_kind, source_key, item_id, quantity, net_amount, raw,"
          + " changed_at from quarantine";

  private static QuarantinedLine quarantinedLine(ResultSet row) throws SQLException {
    return new QuarantinedLine(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, Long.class),
        row.getString(6),
        row.getBigDecimal(7),
        row.getBigDecimal(8),
        row.getString(9),
        row.getObject(10, LocalDateTime.class));
  }

  /** Returns quarantined rows with a larger identity, ordered by it. */
  public List<QuarantinedLine> quarantinedAfter(String lineId, int limit) {
    return sql.list(
        SalesLineStore::quarantinedLine,
        QUARANTINED + " where line_id > ? order by line_id fetch first ? rows only",
        lineId,
        limit);
  }

  /** Returns how many lines of the ERP are demand. */
  public long countUsed() {
    return sql.number(
        "select count(*) from sales_line where excluded_because is null and derived_from is null");
  }

  /** Returns how many lines of the ERP are not demand, by the reason. */
  public Map<String, Long> countExcluded() {
    return counts(
        "select excluded_because, count(*) from sales_line where excluded_because is not null"
            + " and derived_from is null group by excluded_because");
  }

  /** Returns how many rows are in quarantine, by reason. */
  public Map<String, Long> countQuarantined() {
    return counts("select reason, count(*) from quarantine group by reason");
  }

  private Map<String, Long> counts(String query) {
    Map<String, Long> counts = new TreeMap<>();
    sql.list(row -> counts.put(row.getString(1), row.getLong(2)), query);
    return counts;
  }

  /** Returns the last day of demand before the day, or of all for null; empty without demand. */
  public Optional<LocalDate> lastDemand(LocalDate before) {
    return sql.first(
        row -> row.getObject(1, LocalDate.class),
        "select max(booked_on) from sales_line where excluded_because is null and quantity > 0"
            + " and booked_on < ?",
        before == null ? LocalDate.of(9999, 12, 31) : before);
  }

  /** Returns the first day of demand; empty without demand. */
  public Optional<LocalDate> firstDemand() {
    return sql.first(
        row -> row.getObject(1, LocalDate.class),
        "select min(booked_on) from sales_line where excluded_because is null and quantity > 0");
  }

  /** Returns how far the source has been read: empty before the first run. */
  public Optional<Position> position(String source) {
    return sql.first(
        row ->
            new Position(row.getObject(1, LocalDateTime.class), row.getLong(2), row.getString(3)),
        "select changed_at, source_key, line_id from watermark where source = ?",
        source);
  }

  /** Notes how far the source has been read. */
  public void setPosition(String source, Position p) {
    sql.update("delete from watermark where source = ?", source);
    sql.update(
        "insert into watermark (source, changed_at, source_key, line_id) values (?, ?, ?, ?)",
        source,
        p.changedAt(),
        p.sourceKey(),
        p.lineId());
  }

  /** Forgets how far a source has been read. */
  public void forgetPosition(String source) {
    sql.update("delete from watermark where source = ?", source);
  }

  /** How far reading has come: stamp, key and identity of the last row. */
  public record Position(LocalDateTime changedAt, long sourceKey, String lineId) {}
}
