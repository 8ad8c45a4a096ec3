package org.demandwright.store.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Decimals;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/**
 * What published versions add up to, with what planners put over them. Series that are not
 * recommended to forecast are part of all sums.
 */
@ApplicationScoped
public class VolumeStore {
  /** Means of a site and step, and what final figures add to them. */
  private static final String OF_SITES =
      "(select version_id, org_id, site_id, step, mean from version_volume"
          + " where version_id in (?, ?) union all"
          + " select fs.version_id, s.org_id, s.site_id, fs.step, "
          + Decimals.shown("fs.units")
          + " - "
          + Decimals.shown("f.mean")
          + " from final_step fs join forecast f on f.version_id = fs.version_id"
          + " and f.series_id = fs.series_id and f.step = fs.step"
          + " join series s on s.series_id = fs.series_id"
          + " where fs.version_id in (?, ?) and fs.units is not null)";

  /** The same of the series of a part, whose sums are not kept. */
  private static final String OF_SERIES =
      "(select f.version_id, s.org_id, s.site_id, f.step, "
          + Decimals.shown("coalesce(fs.units, f.mean)")
          + " as mean"
          + " from forecast f join series s on s.series_id = f.series_id"
          + " left join final_step fs on fs.version_id = f.version_id"
          + " and fs.series_id = f.series_id and fs.step = f.step where f.version_id in (?, ?)";

  private static final String BOTH =
      " sum(case when w.version_id = ? then %1$s * w.share else 0 end) as of_one,"
          + " sum(case when w.version_id = ? then %1$s * w.share else 0 end) as of_other";

  private final Sql sql;

  @Inject
  public VolumeStore(Sql sql) {
    this.sql = sql;
  }

  VolumeStore() {
    this(null);
  }

  /**
   * A version and which share of each of its steps counts.
   *
   * @param shares above 0 and at most 1, by step; at least one
   */
  public record Weighted(long versionId, Map<Integer, Double> shares) {
    public Weighted {
      shares = Collections.unmodifiableMap(new TreeMap<>(shares));
    }
  }

  /**
   * What two versions add up to for one place.
   *
   * @param id of the site or item
   * @param uom of the item, empty of a site
   * @param one base units
   * @param other base units
   */
  public record Volume(String org, String id, Optional<String> uom, double one, double other) {}

  /** Behind which company and site or item to go on. */
  public record After(String org, String id) {}

  /** Returns the sum of each step over the series of a scope, base units. */
  public Map<Integer, BigDecimal> steps(DataScope scope, long versionId) {
    Map<Integer, BigDecimal> steps = new TreeMap<>();
    sql.list(
        row -> steps.put(row.getInt(1), row.getBigDecimal(2)),
        Query.of("select v.step, sum(v.mean) from ")
            .add(places(scope, versionId, versionId))
            .add(" v group by v.step order by v.step"));
    return steps;
  }

  private static Query places(DataScope scope, long one, long other) {
    return scope.isUnrestricted()
        ? Query.of(OF_SITES, one, other, one, other)
        : Query.of(OF_SERIES, one, other).within(scope, ScopeColumns.ofSeries("s")).add(")");
  }

  /** Returns units of the items of a scope that have a forecast in a version, two at most. */
  public List<String> units(DataScope scope, long versionId) {
    return sql.list(
        row -> row.getString(1),
        Query.of("select distinct i.uom_id from series s join item i on i.org_id = s.org_id")
            .add(" and i.item_id = s.item_id where exists (select 1 from forecast f")
            .add(" where f.version_id = ? and f.series_id = s.series_id and f.step = 1)", versionId)
            .within(scope, ScopeColumns.ofSeries("s"))
            .first(2));
  }

  /**
   * Returns what two versions add up to for each site of a scope, in the order of companies and
   * sites.
   */
  public List<Volume> sites(
      DataScope scope, Weighted one, Weighted other, Optional<After> after, int limit) {
    return sql.list(
        row -> volume(row, Optional.empty()),
        behind(
                Query.of("select v.org_id, v.site_id as id,")
                    .add(BOTH.formatted("v.mean"), one.versionId(), other.versionId())
                    .add(" from ")
                    .add(places(scope, one.versionId(), other.versionId()))
                    .add(" v join ")
                    .add(shares(one, other))
                    .add(" w on w.version_id = v.version_id and w.step = v.step where 1 = 1"),
                "v.org_id",
                "v.site_id",
                after)
            .add(" group by v.org_id, v.site_id order by v.org_id, v.site_id")
            .first(limit));
  }

  /**
   * Returns what two versions add up to for each item of a scope, in the order of companies and
   * items. Only the forecasts of the items of the page are read.
   */
  public List<Volume> items(
      DataScope scope, Weighted one, Weighted other, Optional<After> after, int limit) {
    List<After> page = itemsBehind(scope, after, limit);
    if (page.isEmpty()) {
      return List.of();
    }
    After first = page.get(0);
    After last = page.get(page.size() - 1);
    return sql.list(
        row -> volume(row, Optional.ofNullable(row.getString("uom_id"))),
        Query.of("select s.org_id, s.item_id as id, max(i.uom_id) as uom_id,")
            .add(
                BOTH.formatted(Decimals.shown("coalesce(fs.units, f.mean)")),
                one.versionId(),
                other.versionId())
            .add(" from series s left join item i on i.org_id = s.org_id")
            .add(" and i.item_id = s.item_id cross join ")
            .add(shares(one, other))
            .add(" w left join forecast f on f.version_id = w.version_id")
            .add(" and f.series_id = s.series_id and f.step = w.step")
            .add(" left join final_step fs on fs.version_id = f.version_id")
            .add(" and fs.series_id = f.series_id and fs.step = f.step where 1 = 1")
            .and("s.org_id >= ?", first.org())
            .and("(s.org_id > ? or s.item_id >= ?)", first.org(), first.id())
            .and("s.org_id <= ?", last.org())
            .and("(s.org_id < ? or s.item_id <= ?)", last.org(), last.id())
            .within(scope, ScopeColumns.ofSeries("s"))
            .add(" group by s.org_id, s.item_id order by s.org_id, s.item_id"));
  }

  private List<After> itemsBehind(DataScope scope, Optional<After> after, int limit) {
    return sql.list(
        row -> new After(row.getString(1), row.getString(2)),
        behind(
                Query.of("select distinct s.org_id, s.item_id from series s where 1 = 1"),
                "s.org_id",
                "s.item_id",
                after)
            .within(scope, ScopeColumns.ofSeries("s"))
            .add(" order by s.org_id, s.item_id")
            .first(limit));
  }

  private static Query behind(Query query, String org, String id, Optional<After> after) {
    after.ifPresent(
        a ->
            query
                .and(org + " >= ?", a.org())
                .and("(%s > ? or %s > ?)".formatted(org, id), a.org(), a.id()));
    return query;
  }

  /** A table of versions, steps and shares. */
  private static Query shares(Weighted... versions) {
    String row = "(cast(? as bigint), cast(? as int), cast(? as numeric(20, 17)))";
    Query table = Query.of("(select * from (values ");
    String separator = "";
    for (Weighted version : versions) {
      for (Map.Entry<Integer, Double> share : version.shares().entrySet()) {
        table.add(
            separator + row,
            version.versionId(),
            share.getKey(),
            BigDecimal.valueOf(share.getValue()));
        separator = ", ";
      }
    }
    return table.add(") x (version_id, step, share))");
  }

  private static Volume volume(ResultSet row, Optional<String> uom) throws SQLException {
    return new Volume(
        row.getString("org_id"),
        row.getString("id"),
        uom,
        row.getDouble("of_one"),
        row.getDouble("of_other"));
  }
}
