package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.core.Failure;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Finds series by their item's code or name, with their outcome in one version. */
@ApplicationScoped
public class SeriesCatalog {
  private static final String OUTCOME =
      " left join version_series v on v.series_id = s.series_id and v.version_id = ?"
          + " and v.series_id between ? and ?"
          + " left join series_result r on r.version_id = v.result_of and r.series_id = v.series_id"
          + " and r.series_id between ? and ?";

  private static final String ITEM =
      " left join item i on i.org_id = s.org_id and i.item_id = s.item_id";

  private static final String SELECT =
      "select s.series_id, s.org_id, s.item_id, s.site_id, s.channel_id,"
          + " coalesce(i.item_name, s.item_id) as item_name, coalesce(i.category, '') as category,"
          + " coalesce(i.uom_id, '') as uom, i.lead_time_days,"
          + " coalesce(t.site_name, s.site_id) as site_name, r.pattern, r.model_id, r.reason,"
          + " r.verdict, r.rmsse, r.failure,"
          + " (select min(l.booked_on) from sales_line l where l.series_id = s.series_id)"
          + " as first_demand,"
          + " (select max(l.booked_on) from sales_line l where l.series_id = s.series_id)"
          + " as last_demand from series s"
          + ITEM
          + " left join site t on t.org_id = s.org_id and t.site_id = s.site_id";

  private final Sql sql;

  @Inject
  public SeriesCatalog(Sql sql) {
    this.sql = sql;
  }

  SeriesCatalog() {
    this(null);
  }

  /** What to look for; an empty field means any. */
  public record Filter(
      Optional<String> text,
      Optional<String> site,
      Optional<Verdict> verdict,
      Optional<Boolean> failed,
      Optional<Long> seriesId) {}

  /** One series; what the version does not say of it is null. */
  public record Entry(
      long seriesId,
      String org,
      String item,
      String site,
      String channel,
      String itemName,
      String category,
      String uom,
      Integer leadTimeDays,
      String siteName,
      LocalDate firstDemand,
      LocalDate lastDemand,
      DemandPattern pattern,
      String modelId,
      Words reason,
      Verdict verdict,
      Double rmsse,
      Failure failure) {

    /** Returns whether the series is recommended to forecast, as far as the version knows. */
    public boolean usable() {
      return verdict == null || verdict.usable();
    }
  }

  /**
   * Returns series with a larger number, ordered by it. They are looked for some numbers at a time,
   * twice as many each time, so that a page reads little more than what lies between its first and
   * its last series.
   */
  public List<Entry> page(DataScope scope, long versionId, Filter filter, long after, int limit) {
    long last = filter.seriesId().orElseGet(() -> sql.number("select max(series_id) from series"));
    long from = Math.max(after, filter.seriesId().map(id -> id - 1).orElse(after));
    List<Long> found = new ArrayList<>();
    for (long span = limit; found.size() < limit && from < last; span *= 2) {
      long to = Math.min(last, from + span);
      found.addAll(numbers(scope, versionId, filter, from, to, limit - found.size()));
      from = to;
    }
    return found.isEmpty() ? List.of() : entries(versionId, found);
  }

  /** Numbers in (from, to] of series that are wanted; no more is joined than the filter asks. */
  private List<Long> numbers(
      DataScope scope, long versionId, Filter filter, long from, long to, int limit) {
    Query query = Query.of("select s.series_id from series s");
    if (filter.text().isPresent()) {
      query.add(ITEM);
    }
    if (filter.verdict().isPresent() || filter.failed().isPresent()) {
      query.add(OUTCOME, versionId, from + 1, to, from + 1, to);
    }
    query
        .add(" where s.series_id between ? and ?", from + 1, to)
        .and("s.site_id = ?", filter.site())
        .within(scope, ScopeColumns.ofSeries("s"))
        .and("r.verdict = ?", filter.verdict());
    filter.failed().ifPresent(is -> query.and("r.failure is " + (is ? "not null" : "null")));
    filter.text().ifPresent(text -> containing(query, text));
    return sql.list(row -> row.getLong(1), query.add(" order by s.series_id").first(limit));
  }

  private List<Entry> entries(long versionId, List<Long> numbers) {
    List<Entry> all = new ArrayList<>();
    for (List<Long> some : Sql.blocks(numbers)) {
      long first = some.get(0);
      long last = some.get(some.size() - 1);
      all.addAll(
          sql.list(
              SeriesCatalog::entry,
              Query.of(SELECT)
                  .add(OUTCOME, versionId, first, last, first, last)
                  .add(" where s.series_id between ? and ?", first, last)
                  .andIn("s.series_id", some)
                  .add(" order by s.series_id")));
    }
    return all;
  }

  private static void containing(Query keys, String text) {
    String like = "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%";
    keys.and(
        "(lower(s.item_id) like ? escape '!' or lower(i.item_code) like ? escape '!'"
            + " or lower(i.item_name) like ? escape '!')",
        like,
        like,
        like);
  }

  private static DemandPattern pattern(String text) {
    return text == null ? null : DemandPattern.valueOf(text);
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("series_id"),
        row.getString("org_id"),
        row.getString("item_id"),
        row.getString("site_id"),
        row.getString("channel_id"),
        row.getString("item_name"),
        row.getString("category"),
        row.getString("uom"),
        row.getObject("lead_time_days", Integer.class),
        row.getString("site_name"),
        row.getObject("first_demand", LocalDate.class),
        row.getObject("last_demand", LocalDate.class),
        pattern(row.getString("pattern")),
        row.getString("model_id"),
        Optional.ofNullable(row.getString("reason")).map(Words::parse).orElse(null),
        Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf).orElse(null),
        row.getObject("rmsse", Double.class),
        Optional.ofNullable(row.getString("failure")).map(Failure::parse).orElse(null));
  }
}
