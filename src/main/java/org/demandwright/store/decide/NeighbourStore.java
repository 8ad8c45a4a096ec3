package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.demandwright.core.decide.neighbour.Neighbour;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Items that are bought together, and the lines of documents that tell it. */
@ApplicationScoped
public class NeighbourStore {
  private static final int EVERYWHERE = 0;
  private static final int AT_SITE = 1;

  private final Sql sql;

  @Inject
  public NeighbourStore(Sql sql) {
    this.sql = sql;
  }

  NeighbourStore() {
    this(null);
  }

  /**
   * Where documents were counted.
   *
   * @param site empty = at all sites of the company
   */
  public record Where(String org, Optional<String> site) {
    private int kind() {
      return site.isPresent() ? AT_SITE : EVERYWHERE;
    }
  }

  /**
   * What was counted somewhere.
   *
   * @param firstDay of the documents
   * @param countedOn the day before which they lie
   * @param documents that were counted
   * @param single documents with one item, left out
   * @param tooLarge documents with too many, left out
   * @param tested pairs that could have been together often enough
   */
  public record Count(
      Where where,
      LocalDate firstDay,
      LocalDate countedOn,
      long documents,
      long single,
      long tooLarge,
      long tested,
      List<Neighbour> found) {
    public Count {
      found = List.copyOf(found);
    }
  }

  /**
   * A neighbour with where and of which days it was counted.
   *
   * @param surest 1 = the first of its item there
   */
  public record Row(
      Where where, int surest, Neighbour neighbour, LocalDate firstDay, LocalDate countedOn) {}

  /**
   * Which are meant; an empty part means any.
   *
   * @param everywhere whether those that were counted at all sites are meant, or those of single
   *     sites; empty = both
   * @param leastLift times as often as by chance
   */
  public record Filter(
      Optional<String> org,
      Optional<String> item,
      Optional<String> site,
      Optional<Boolean> everywhere,
      Optional<Double> leastLift) {
    /** Everything. */
    public static Filter all() {
      return new Filter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** A place in the order of companies and items. */
  public record Position(String org, String item, int kind, String site, int surest) {
    /** Before everything. */
    public static final Position START = new Position("", "", EVERYWHERE, "", 0);

    /** Returns where a row stands. */
    public static Position of(Row row) {
      Where where = row.where();
      return new Position(
          where.org(), row.neighbour().item(), where.kind(), where.site().orElse(""), row.surest());
    }
  }

  /**
   * One line of a document that tells what was bought.
   *
   * @param document what no other document has; empty where the ERP names none
   */
  public record Line(String document, String item, String site) {}

  /**
   * Hands on what a company sold on documents in an order in which the lines of a document follow
   * each other: without what is no demand, what was taken back, what people marked as no demand,
   * and the parts of kits, which nobody chose.
   *
   * @param first day of the documents
   * @param before the day behind the last one
   */
  @Transactional
  public void eachLine(String org, LocalDate first, LocalDate before, Consumer<Line> consumer) {
    sql.each(
        row -> {
          String document = row.getString(2);
          return new Line(
              document == null || document.isBlank() ? "" : row.getString(1) + " " + document,
              row.getString(3),
              row.getString(4));
        },
        consumer,
        "select l.source, l.document_no, s.item_id, s.site_id from sales_line l"
            + " join series s on s.series_id = l.series_id"
            + " where s.org_id = ? and l.booked_on >= ? and l.booked_on < ?"
            + " and l.excluded_because is null and l.quantity > 0 and l.derived_from is null"
            + " and not exists (select 1 from not_demand m where m.line_id = l.line_id"
            + " and m.withdrawn_at is null)"
            + " and not exists (select 1 from not_demand d where d.document_no = l.document_no"
            + " and d.org_id = s.org_id and d.withdrawn_at is null"
            + " and (d.customer_id is null or d.customer_id = l.customer_id))"
            + " order by l.source, l.document_no",
        org,
        first,
        before);
  }

  /** Returns the companies that have series, in order. */
  public List<String> companies() {
    return sql.list(row -> row.getString(1), "select distinct org_id from series order by org_id");
  }

  /** Returns the day on which was counted last, of each company of which ever was. */
  public Map<String, LocalDate> countedOn() {
    Map<String, LocalDate> days = new TreeMap<>();
    sql.each(
        row -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)),
        e -> days.put(e.getKey(), e.getValue()),
        "select org_id, max(counted_on) from neighbour_count group by org_id");
    return days;
  }

  /** Puts what was counted of a company into the place of what was counted before. */
  @Transactional
  public void replace(String org, List<Count> counts) {
    sql.update("delete from neighbour where org_id = ?", org);
    sql.update("delete from neighbour_count where org_id = ?", org);
    List<Object[]> rows = new ArrayList<>();
    for (Count count : counts) {
      String item = null;
      int surest = 0;
      for (Neighbour n : count.found()) {
        surest = n.item().equals(item) ? surest + 1 : 1;
        item = n.item();
        rows.add(values(count.where(), surest, n));
      }
    }
    sql.insertAll(
        "neighbour",
        "org_id, item_id, place_kind, site_id, surest, neighbour_id, together, with_item,"
            + " with_neighbour, expected, probability, lift",
        rows);
    sql.insertAll(
        "neighbour_count",
        "org_id, place_kind, site_id, first_day, counted_on, documents, single_item, too_large,"
            + " tested, found",
        counts.stream()
            .map(
                c ->
                    new Object[] {
                      org,
                      c.where().kind(),
                      c.where().site().orElse(""),
                      c.firstDay(),
                      c.countedOn(),
                      c.documents(),
                      c.single(),
                      c.tooLarge(),
                      c.tested(),
                      (long) c.found().size()
                    })
            .toList());
  }

  /** Forgets what was counted of other companies than these. */
  @Transactional
  public void forgetOthers(Set<String> orgs) {
    sql.list(row -> row.getString(1), "select distinct org_id from neighbour_count").stream()
        .filter(org -> !orgs.contains(org))
        .forEach(org -> replace(org, List.of()));
  }

  private static Object[] values(Where where, int surest, Neighbour n) {
    return new Object[] {
      where.org(),
      n.item(),
      where.kind(),
      where.site().orElse(""),
      surest,
      n.neighbour(),
      n.together(),
      n.withItem(),
      n.withNeighbour(),
      n.expected(),
      n.probability(),
      n.lift()
    };
  }

  /**
   * Returns neighbours behind a position, by company, item and place, the surest first.
   *
   * @param scope to which both items belong
   */
  public List<Row> page(DataScope scope, Filter filter, Position after, int limit) {
    Query query =
        Query.of(
                "select n.*, c.documents, c.first_day, c.counted_on from neighbour n"
                    + " join neighbour_count c on c.org_id = n.org_id"
                    + " and c.place_kind = n.place_kind and c.site_id = n.site_id where"
                    + " n.org_id >= ? and (n.org_id > ? or n.org_id = ? and (n.item_id > ? or n.item_id = ? and"
                    + " (n.place_kind > ? or n.place_kind = ? and (n.site_id > ? or n.site_id = ?"
                    + " and n.surest > ?))))",
                after.org(),
                after.org(),
                after.org(),
                after.item(),
                after.item(),
                after.kind(),
                after.kind(),
                after.site(),
                after.site(),
                after.surest())
            .and("n.org_id = ?", filter.org())
            .and("n.item_id = ?", filter.item())
            .and("n.place_kind = 1 and n.site_id = ?", filter.site())
            .and("n.place_kind = ?", filter.everywhere().map(all -> all ? EVERYWHERE : AT_SITE))
            .and("n.lift >= ?", filter.leastLift());
    return sql.list(
        NeighbourStore::row,
        within(scope, query)
            .add(" order by n.org_id, n.item_id, n.place_kind, n.site_id, n.surest")
            .first(limit));
  }

  /**
   * Both items have to belong to it; what was counted at all sites is for those who may see all
   * sites.
   */
  private static Query within(DataScope scope, Query query) {
    query.within(scope, ScopeColumns.ofSeries("n"));
    if (scope.sites().isPresent()) {
      query.and("n.place_kind = 1");
    }
    scope.categories().ifPresent(names -> query.andItemOf("n", "neighbour_id", names));
    return query;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new Where(
            row.getString("org_id"),
            row.getInt("place_kind") == AT_SITE
                ? Optional.of(row.getString("site_id"))
                : Optional.empty()),
        row.getInt("surest"),
        new Neighbour(
            row.getString("item_id"),
            row.getString("neighbour_id"),
            row.getLong("together"),
            row.getLong("with_item"),
            row.getLong("with_neighbour"),
            row.getLong("documents"),
            row.getDouble("expected"),
            row.getDouble("probability")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("counted_on", LocalDate.class));
  }
}
