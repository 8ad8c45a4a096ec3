package org.demandwright.store.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/**
 * What people marked as not being demand, and what that takes from which days. Marks name lines and
 * documents by what the ERP calls them, so that they hold for what a line says later and for what a
 * reload reads again.
 */
@ApplicationScoped
public class NotDemandStore {
  /** Of a mark that is looked at before it is made: it comes after all others. */
  private static final long PREVIEWED = Long.MAX_VALUE;

  private static final String MARKS =
      "(select mark_id, line_id, org_id, document_no, customer_id from not_demand"
          + " where withdrawn_at is null";

  private static final String LINE =
      "select m.mark_id, l.series_id, l.line_id, l.booked_on, l.quantity";
  private static final String SELLS = " where l.excluded_because is null and l.quantity > 0";

  /** Lines m that a mark of a line names: it, and what the import made of it. */
  private static final List<String> LINES_OF_LINE =
      List.of(
          "sales_line l join series s on s.series_id = l.series_id and l.line_id = m.line_id",
          "derived_line d join sales_line l on l.line_id = d.line_id"
              + " join series s on s.series_id = l.series_id and d.derived_from = m.line_id");

  private static final String LINES_OF_DOCUMENT =
      "sales_line l join series s on s.series_id = l.series_id where l.document_no = m.document_no"
          + " and s.org_id = m.org_id"
          + " and (m.customer_id is null or l.customer_id = m.customer_id)";

  private final Sql sql;

  @Inject
  public NotDemandStore(Sql sql) {
    this.sql = sql;
  }

  NotDemandStore() {
    this(null);
  }

  /** What may be marked. */
  public enum What {
    /** A line of the ERP, with what the import made of it. */
    LINE,
    /** All lines of an order or invoice. */
    DOCUMENT
  }

  /**
   * What is marked.
   *
   * @param name identity of the line, or number of the document
   * @param org the company of the document
   * @param customer whose document it is, empty = anybody's
   */
  public record Marked(What what, String name, String org, Optional<String> customer) {
    Optional<String> lineId() {
      return Optional.of(name).filter(id -> what == What.LINE);
    }

    Optional<String> documentNo() {
      return Optional.of(name).filter(number -> what == What.DOCUMENT);
    }
  }

  /** A mark with its history. */
  public record Entry(
      long markId,
      Marked marked,
      String reason,
      String author,
      Instant createdAt,
      Optional<Instant> withdrawnAt,
      Optional<String> withdrawnBy) {}

  /**
   * What a mark takes from a day of a series.
   *
   * @param lines how many lines sold it
   * @param units base units, above 0
   * @param uom empty where unknown
   */
  public record Taken(
      long markId,
      long seriesId,
      SeriesKey key,
      LocalDate day,
      long lines,
      BigDecimal units,
      String uom) {}

  /**
   * A correction that follows from a mark.
   *
   * @param units what it takes from the day
   */
  public record Following(
      long layerId, long markId, long seriesId, LocalDate day, BigDecimal units) {}

  /** What to look for; an empty field means any. */
  public record Filter(
      Optional<String> documentNo, Optional<String> lineId, Optional<Boolean> active) {}

  /** Adds a mark. */
  @Transactional
  public Entry add(Marked marked, String reason, String author, Instant now) {
    long id = sql.next("not_demand_number");
    sql.update(
        "insert into not_demand (mark_id, line_id, org_id, document_no, customer_id, reason,"
            + " author, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        marked.lineId().orElse(null),
        marked.org(),
        marked.documentNo().orElse(null),
        marked.customer().orElse(null),
        reason,
        author,
        now);
    return find(DataScope.unrestricted(), id).orElseThrow();
  }

  /**
   * Withdraws a mark; it stays readable.
   *
   * @return whether there was one that had not been withdrawn before
   */
  public boolean withdraw(long markId, String by, Instant now) {
    return sql.update(
            "update not_demand set withdrawn_at = ?, withdrawn_by = ?"
                + " where mark_id = ? and withdrawn_at is null",
            now,
            by,
            markId)
        == 1;
  }

  /** Returns a mark, empty where there is none that names a line of the scope. */
  public Optional<Entry> find(DataScope scope, long markId) {
    Query query = Query.of("select m.* from not_demand m where m.mark_id = ?", markId);
    return sql.list(NotDemandStore::entry, named(query, scope)).stream().findFirst();
  }

  /** Returns marks with a smaller number that name a line of the scope, newest first. */
  public List<Entry> before(DataScope scope, long markId, Filter filter, int limit) {
    Query query =
        Query.of("select m.* from not_demand m where m.mark_id < ?", markId)
            .and("m.document_no = ?", filter.documentNo())
            .and("m.line_id = ?", filter.lineId());
    filter
        .active()
        .ifPresent(active -> query.and("m.withdrawn_at is " + (active ? "null" : "not null")));
    return sql.list(
        NotDemandStore::entry, named(query, scope).add(" order by m.mark_id desc").first(limit));
  }

  /** Adds the condition that a line which a mark names is of a series within the scope. */
  private static Query named(Query query, DataScope scope) {
    if (scope.isUnrestricted()) {
      return query;
    }
    ScopeColumns columns = ScopeColumns.ofSeries("s");
    query.add(" and (m.line_id is not null and (");
    String or = "";
    for (String lines : LINES_OF_LINE) {
      query.add(or + "exists (select 1 from " + lines + " where 1 = 1").within(scope, columns);
      query.add(")");
      or = " or ";
    }
    return query
        .add(") or m.line_id is null and exists (select 1 from " + LINES_OF_DOCUMENT)
        .within(scope, columns)
        .add("))");
  }

  /** Returns whether a line that somebody wants to mark is of a series outside of the scope. */
  public boolean reachesOutside(DataScope scope, Marked wanted) {
    if (scope.isUnrestricted()) {
      return false;
    }
    Query marks =
        Query.of(
                "select 1 from (select cast(? as varchar(170)) as line_id,",
                wanted.lineId().orElse(null))
            .add(" cast(? as varchar(80)) as org_id,", wanted.org())
            .add(" cast(? as varchar(80)) as document_no,", wanted.documentNo().orElse(null))
            .add(" cast(? as varchar(80)) as customer_id) m", wanted.customer().orElse(null));
    List<String> joins = wanted.what() == What.LINE ? LINES_OF_LINE : List.of(LINES_OF_DOCUMENT);
    return joins.stream()
        .anyMatch(
            lines ->
                !sql.list(
                        row -> row.getInt(1),
                        Query.of("")
                            .add(marks)
                            .add(" where exists (select 1 from " + lines)
                            .add(lines.contains(" where ") ? "" : " where 1 = 1")
                            .add(" and not (1 = 1")
                            .within(scope, ScopeColumns.ofSeries("s"))
                            .add("))")
                            .first(1))
                    .isEmpty());
  }

  /**
   * Returns what marks that count take from series of a scope, in the order of series, day and
   * mark. A line that several marks name is taken by the oldest alone.
   *
   * @param markId of one mark, empty = all
   */
  public List<Taken> taken(DataScope scope, Optional<Long> markId) {
    return taken(scope, Query.of(MARKS + ")"), markId);
  }

  /** Returns likewise what a mark would take that is not made yet, beside those that count. */
  public List<Taken> taken(DataScope scope, Marked wanted) {
    return taken(
        scope,
        Query.of(MARKS)
            .add(
                " union all select cast(? as bigint), cast(? as varchar(170)),"
                    + " cast(? as varchar(80)), cast(? as varchar(80)), cast(? as varchar(80)))",
                PREVIEWED,
                wanted.lineId().orElse(null),
                wanted.org(),
                wanted.documentNo().orElse(null),
                wanted.customer().orElse(null)),
        Optional.of(PREVIEWED));
  }

  private List<Taken> taken(DataScope scope, Query marks, Optional<Long> markId) {
    Query query =
        Query.of("select t.mark_id, t.series_id, s.org_id, s.item_id, s.site_id, s.channel_id,")
            .add(" t.booked_on, count(*) as line_count, sum(t.quantity) as units,")
            .add(" coalesce(i.uom_id, '') as uom from (")
            .add(lines(marks))
            .add(") t join series s on s.series_id = t.series_id")
            .add(" left join item i on i.org_id = s.org_id and i.item_id = s.item_id where 1 = 1")
            .and("t.mark_id = ?", markId)
            .within(scope, ScopeColumns.ofSeries("s"))
            .add(" group by t.mark_id, t.series_id, s.org_id, s.item_id, s.site_id, s.channel_id,")
            .add(" t.booked_on, i.uom_id order by t.series_id, t.booked_on, t.mark_id");
    return sql.list(NotDemandStore::taken, query);
  }

  /** Lines that sell, each under the oldest mark that names it. */
  private static Query lines(Query marks) {
    return Query.of("select min(n.mark_id) as mark_id, n.series_id, n.line_id, n.booked_on,")
        .add(" n.quantity from (" + LINE + " from ")
        .add(marks)
        .add(" m join sales_line l on l.line_id = m.line_id" + SELLS + " union all " + LINE)
        .add(" from ")
        .add(marks)
        .add(" m join derived_line d on d.derived_from = m.line_id")
        .add(" join sales_line l on l.line_id = d.line_id" + SELLS + " union all " + LINE)
        .add(" from ")
        .add(marks)
        .add(" m join sales_line l on l.document_no = m.document_no")
        .add(" join series o on o.series_id = l.series_id and o.org_id = m.org_id" + SELLS)
        .add(" and m.line_id is null")
        .add(" and (m.customer_id is null or l.customer_id = m.customer_id)) n")
        .add(" group by n.series_id, n.line_id, n.booked_on, n.quantity");
  }

  /** Returns the corrections that follow from marks and count. */
  public List<Following> following() {
    return sql.list(
        row ->
            new Following(
                row.getLong("layer_id"),
                row.getLong("mark_id"),
                row.getLong("series_id"),
                row.getObject("first_day", LocalDate.class),
                row.getBigDecimal("delta").negate()),
        "select layer_id, mark_id, series_id, first_day, delta from demand_layer"
            + " where mark_id is not null and withdrawn_at is null order by layer_id");
  }

  /**
   * Lays corrections that follow from marks, with their reasons and authors.
   *
   * @param now from when on they count
   */
  public void lay(List<Taken> taken, Instant now) {
    List<Long> ids = sql.next("layer_number", taken.size());
    for (int i = 0; i < taken.size(); i++) {
      Taken t = taken.get(i);
      sql.update(
          "insert into demand_layer (layer_id, series_id, kind, first_day, last_day, delta,"
              + " reason, author, created_at, mark_id) select ?, ?, ?, ?, ?, ?, reason, author, ?,"
              + " mark_id from not_demand where mark_id = ?",
          ids.get(i),
          t.seriesId(),
          DemandLayer.Kind.NOT_DEMAND,
          t.day(),
          t.day(),
          t.units().negate(),
          now,
          t.markId());
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("mark_id"),
        marked(row),
        row.getString("reason"),
        row.getString("author"),
        Sql.instant(row, "created_at").orElseThrow(),
        Sql.instant(row, "withdrawn_at"),
        Optional.ofNullable(row.getString("withdrawn_by")));
  }

  private static Marked marked(ResultSet row) throws SQLException {
    String line = row.getString("line_id");
    return new Marked(
        line == null ? What.DOCUMENT : What.LINE,
        line == null ? row.getString("document_no") : line,
        row.getString("org_id"),
        Optional.ofNullable(row.getString("customer_id")));
  }

  private static Taken taken(ResultSet row) throws SQLException {
    return new Taken(
        row.getLong("mark_id"),
        row.getLong("series_id"),
        new SeriesKey(
            row.getString("org_id"),
            row.getString("item_id"),
            row.getString("site_id"),
            row.getString("channel_id")),
        row.getObject("booked_on", LocalDate.class),
        row.getLong("line_count"),
        row.getBigDecimal("units"),
        row.getString("uom"));
  }
}
