package org.demandwright.store.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
          + " select fs.version_id, s.org_id, s.site_id, fs.step, fs.units - f.mean"
          + " from final_step fs join forecast f on f.version_id = fs.version_id"
          + " and f.series_id = fs.series_id and f.step = fs.step"
          + " join series s on s.series_id = fs.series_id"
          + " where fs.version_id in (?, ?) and fs.units is not null)";

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

  /** Returns the sum of each step over all series, base units. */
  public Map<Integer, Double> steps(long versionId) {
    Map<Integer, Double> steps = new TreeMap<>();
    sql.list(
        row -> steps.put(row.getInt(1), row.getDouble(2)),
        "select v.step, sum(v.mean) from " + OF_SITES + " v group by v.step order by v.step",
        versionId,
        versionId,
        versionId,
        versionId);
    return steps;
  }

  /** Returns units of the items that have a forecast in a version, two at most. */
  public List<String> units(long versionId) {
    return sql.list(
        row -> row.getString(1),
        "select distinct i.uom_id from series s join item i on i.org_id = s.org_id"
            + " and i.item_id = s.item_id where exists (select 1 from forecast f"
            + " where f.version_id = ? and f.series_id = s.series_id and f.step = 1)"
            + " fetch first 2 rows only",
        versionId);
  }

  /** Returns what two versions add up to for each site, in the order of companies and sites. */
  public List<Volume> sites(Weighted one, Weighted other, Optional<After> after, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(one.versionId(), other.versionId()));
    parameters.addAll(List.of(one.versionId(), other.versionId()));
    parameters.addAll(List.of(one.versionId(), other.versionId()));
    addShares(parameters, one, other);
    return sql.list(
        row -> volume(row, Optional.empty()),
        "select v.org_id, v.site_id as id,"
            + BOTH.formatted("v.mean")
            + " from "
            + OF_SITES
            + " v join "
            + shares(one, other)
            + " w on w.version_id = v.version_id and w.step = v.step"
            + after("v.org_id", "v.site_id", after, parameters)
            + " group by v.org_id, v.site_id order by v.org_id, v.site_id"
            + " fetch first ? rows only",
        with(parameters, limit));
  }

  /**
   * Returns what two versions add up to for each item, in the order of companies and items. Only
   * the forecasts of the items of the page are read.
   */
  public List<Volume> items(Weighted one, Weighted other, Optional<After> after, int limit) {
    List<After> page = itemsBehind(after, limit);
    if (page.isEmpty()) {
      return List.of();
    }
    After first = page.get(0);
    After last = page.get(page.size() - 1);
    List<Object> parameters = new ArrayList<>(List.of(one.versionId(), other.versionId()));
    addShares(parameters, one, other);
    parameters.addAll(List.of(first.org(), first.org(), first.id()));
    parameters.addAll(List.of(last.org(), last.org(), last.id()));
    return sql.list(
        row -> volume(row, Optional.ofNullable(row.getString("uom_id"))),
        "select s.org_id, s.item_id as id, max(i.uom_id) as uom_id,"
            + BOTH.formatted("coalesce(fs.units, f.mean)")
            + " from series s left join item i on i.org_id = s.org_id and i.item_id = s.item_id"
            + " cross join "
            + shares(one, other)
            + " w left join forecast f on f.version_id = w.version_id"
            + " and f.series_id = s.series_id and f.step = w.step"
            + " left join final_step fs on fs.version_id = f.version_id"
            + " and fs.series_id = f.series_id and fs.step = f.step"
            + " where s.org_id >= ? and (s.org_id > ? or s.item_id >= ?)"
            + " and s.org_id <= ? and (s.org_id < ? or s.item_id <= ?)"
            + " group by s.org_id, s.item_id order by s.org_id, s.item_id",
        parameters.toArray());
  }

  private List<After> itemsBehind(Optional<After> after, int limit) {
    List<Object> parameters = new ArrayList<>();
    return sql.list(
        row -> new After(row.getString(1), row.getString(2)),
        "select distinct org_id, item_id from series"
            + after("org_id", "item_id", after, parameters)
            + " order by org_id, item_id fetch first ? rows only",
        with(parameters, limit));
  }

  private static String after(
      String org, String id, Optional<After> after, List<Object> parameters) {
    after.ifPresent(a -> parameters.addAll(List.of(a.org(), a.org(), a.id())));
    return after.isEmpty() ? "" : " where %1$s >= ? and (%1$s > ? or %2$s > ?)".formatted(org, id);
  }

  /** A table of versions, steps and shares. */
  private static String shares(Weighted one, Weighted other) {
    String row = "(cast(? as bigint), cast(? as int), cast(? as double precision))";
    int rows = one.shares().size() + other.shares().size();
    return "(select * from (values "
        + String.join(", ", Collections.nCopies(rows, row))
        + ") x (version_id, step, share))";
  }

  private static void addShares(List<Object> parameters, Weighted... versions) {
    for (Weighted version : versions) {
      version
          .shares()
          .forEach(
              (step, share) -> Collections.addAll(parameters, version.versionId(), step, share));
    }
  }

  private static Object[] with(List<Object> parameters, int limit) {
    parameters.add(limit);
    return parameters.toArray();
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
