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
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.sql.Sql;

/** Finds series by their item's code or name, with their outcome in one version. */
@ApplicationScoped
public class SeriesCatalog {
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
          + " left join item i on i.org_id = s.org_id and i.item_id = s.item_id"
          + " left join site t on t.org_id = s.org_id and t.site_id = s.site_id"
          + " left join version_series v on v.series_id = s.series_id and v.version_id = ?"
          + " left join series_result r on r.version_id = v.result_of and r.series_id = v.series_id"
          + " where s.series_id > ?";

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

  /** Returns series with a larger number, ordered by it. */
  public List<Entry> page(long versionId, Filter filter, long after, int limit) {
    StringBuilder query = new StringBuilder(SELECT);
    List<Object> parameters = new ArrayList<>(List.of(versionId, after));
    filter.seriesId().ifPresent(id -> and(query, parameters, "s.series_id = ?", id));
    filter.site().ifPresent(site -> and(query, parameters, "s.site_id = ?", site));
    filter.verdict().ifPresent(v -> and(query, parameters, "r.verdict = ?", v));
    filter
        .failed()
        .ifPresent(
            failed -> query.append(" and r.failure is ").append(failed ? "not null" : "null"));
    filter
        .text()
        .ifPresent(
            text -> {
              String like = "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%";
              query.append(
                  " and (lower(s.item_id) like ? escape '!' or lower(i.item_code) like ? escape '!'"
                      + " or lower(i.item_name) like ? escape '!')");
              parameters.addAll(List.of(like, like, like));
            });
    query.append(" order by s.series_id fetch first ? rows only");
    parameters.add(limit);
    return sql.list(SeriesCatalog::entry, query.toString(), parameters.toArray());
  }

  private static DemandPattern pattern(String text) {
    return text == null ? null : DemandPattern.valueOf(text);
  }

  private static void and(StringBuilder query, List<Object> parameters, String rule, Object v) {
    query.append(" and ").append(rule);
    parameters.add(v);
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
