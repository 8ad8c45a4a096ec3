package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Quantity;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.pipeline.Training;
import org.demandwright.store.sql.Blobs;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/**
 * What outlives the rows of versions that readers saw, so that their numbers can be proved later:
 * how each was made, and of each series the models and weights, the forecast and a digest of the
 * demand that its models received. The demand itself is in the lines.
 */
@ApplicationScoped
public class EvidenceStore {
  private static final int PAGE = 500;

  private static final String VERSION =
      "version_id, plan_name, bucket, season, horizon, origins, seed, models, objective, data_as_of,"
          + " last_demand, origin, known_at, returns_rule, totals_of, training";

  private final Sql sql;

  @Inject
  public EvidenceStore(Sql sql) {
    this.sql = sql;
  }

  EvidenceStore() {
    this(null);
  }

  /** How a version was made. */
  public record Kept(
      long versionId,
      String plan,
      Recipe recipe,
      Training training,
      long contestOf,
      LocalDate contestDay,
      Instant createdAt,
      Instant publishedAt,
      Optional<String> contentHash) {
    /** Returns the instant as of which it knew lines and corrections. */
    public Instant knownAt() {
      return recipe.knownAt().orElse(createdAt);
    }
  }

  /**
   * How a series was forecast.
   *
   * @param first the first period that its models received
   * @param demandDigest SHA-256 over the units of all of these periods
   * @param mean by step, base units
   */
  public record KeptSeries(
      List<Member> members, Period first, DemandDigest demandDigest, DoubleVector mean) {}

  /** SHA-256 over the units of a series, each as the eight bytes of its double. */
  public record DemandDigest(String hex) {
    public static DemandDigest of(DemandSeries series) {
      return of(Blobs.of(series.units()));
    }

    private static DemandDigest of(byte[] units) {
      return new DemandDigest(HexFormat.of().formatHex(sha256(units)));
    }
  }

  /**
   * Keeps what is needed of those of the versions that readers saw and that are archived; to be
   * called before their rows are removed.
   */
  @Transactional
  public void keep(Collection<Long> versionIds) {
    List<Long> shown =
        sql.listIn(
            row -> row.getLong(1),
            "select v.version_id from forecast_version v join archived_version a"
                + " on a.version_id = v.version_id where v.published_at is not null"
                + " and v.version_id in (#)",
            versionIds);
    forget(shown);
    sql.updateIn(
        "insert into kept_version (%s, contest_of, contest_day, created_at, published_at,"
                .formatted(VERSION)
            + " content_hash) select %s, coalesce(contest_of, version_id),".formatted(VERSION)
            + " coalesce(contest_day, data_as_of), created_at, published_at, content_hash"
            + " from forecast_version where version_id in (#)",
        shown);
    shown.forEach(this::keepSeries);
  }

  private void keepSeries(long versionId) {
    List<Object[]> page = series(versionId, Long.MIN_VALUE, PAGE);
    while (!page.isEmpty()) {
      sql.insertAll(
          "kept_series",
          "series_id, version_id, members, first_ordinal, demand_digest, mean",
          page);
      page = series(versionId, (long) page.get(page.size() - 1)[0], PAGE);
    }
  }

  private List<Object[]> series(long versionId, long after, int limit) {
    return sql.list(
        row -> {
          double scale = row.getDouble("scale");
          DoubleVector mean = Blobs.vector(row.getBytes("mean"));
          return new Object[] {
            row.getLong("series_id"),
            versionId,
            ResultCodec.contest(
                new ResultCodec.Contest(
                    ResultCodec.contest(row.getBytes("scores")).members(), List.of(), Map.of())),
            row.getLong("first_ordinal"),
            sha256(row.getBytes("units")),
            Blobs.of(mean.map(units -> Quantity.aboveDust(units, scale)))
          };
        },
        "select v.series_id, n.first_ordinal, n.units, r.scores, r.mean, r.scale"
            + " from version_series v join series_snapshot n on n.version_id = v.snapshot_of"
            + " and n.series_id = v.series_id join series_result r on r.version_id = v.result_of"
            + " and r.series_id = v.series_id where v.version_id = ? and r.mean is not null"
            + " and v.series_id > ? order by v.series_id fetch first ? rows only",
        versionId,
        after,
        limit);
  }

  /**
   * A series by its codes.
   *
   * @param uom the item's base unit, empty where unknown
   */
  public record Series(SeriesKey key, String uom) {}

  /** Returns the codes of a series; empty where there is none within the scope. */
  public Optional<Series> named(DataScope scope, long seriesId) {
    return sql
        .list(
            row ->
                new Series(
                    new SeriesKey(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                    row.getString(5)),
            Query.of(
                    "select s.org_id, s.item_id, s.site_id, s.channel_id, coalesce(i.uom_id, '')"
                        + " from series s left join item i on i.org_id = s.org_id"
                        + " and i.item_id = s.item_id where s.series_id = ?",
                    seriesId)
                .within(scope, ScopeColumns.ofSeries("s")))
        .stream()
        .findFirst();
  }

  /** Returns how a version that is there and that readers saw was made. */
  public Optional<Kept> present(long versionId) {
    return sql.first(
        EvidenceStore::kept,
        "select %s, coalesce(contest_of, version_id) as contest_of,".formatted(VERSION)
            + " coalesce(contest_day, data_as_of) as contest_day, created_at, published_at,"
            + " content_hash from forecast_version where version_id = ?"
            + " and published_at is not null",
        versionId);
  }

  /** Returns how a series of a version that is there was forecast. */
  public Optional<KeptSeries> presentSeries(Kept version, long seriesId) {
    return series(version.versionId(), seriesId - 1, 1).stream()
        .filter(row -> row[0].equals(seriesId))
        .map(row -> made(version, (byte[]) row[2], (long) row[3], (byte[]) row[4], (byte[]) row[5]))
        .findFirst();
  }

  private static KeptSeries made(
      Kept version, byte[] members, long first, byte[] digest, byte[] mean) {
    return new KeptSeries(
        ResultCodec.contest(members).members(),
        new Period(version.recipe().bucket(), first),
        new DemandDigest(HexFormat.of().formatHex(digest)),
        Blobs.vector(mean));
  }

  /** Returns how a removed version was made, where that is kept. */
  public Optional<Kept> version(long versionId) {
    return sql.first(
        EvidenceStore::kept, "select * from kept_version where version_id = ?", versionId);
  }

  /** Returns how a series of a removed version was forecast. */
  public Optional<KeptSeries> series(Kept version, long seriesId) {
    return sql.first(
        row ->
            made(
                version,
                row.getBytes("members"),
                row.getLong("first_ordinal"),
                row.getBytes("demand_digest"),
                row.getBytes("mean")),
        "select members, first_ordinal, demand_digest, mean from kept_series"
            + " where series_id = ? and version_id = ?",
        seriesId,
        version.versionId());
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("version_id"),
        row.getString("plan_name"),
        new Recipe(
            Bucket.valueOf(row.getString("bucket")),
            row.getInt("season"),
            row.getInt("horizon"),
            row.getInt("origins"),
            row.getLong("seed"),
            row.getString("models"),
            row.getString("objective"),
            row.getObject("data_as_of", LocalDate.class),
            row.getObject("last_demand", LocalDate.class),
            row.getObject("origin", LocalDate.class),
            Sql.instant(row, "known_at"),
            ReturnsRule.named(row.getString("returns_rule")),
            Optional.ofNullable(row.getString("totals_of")).map(Bucket::valueOf)),
        Training.valueOf(row.getString("training")),
        row.getLong("contest_of"),
        row.getObject("contest_day", LocalDate.class),
        Sql.instant(row, "created_at").orElseThrow(),
        Sql.instant(row, "published_at").orElseThrow(),
        Optional.ofNullable(row.getString("content_hash")));
  }

  /** Removes what is kept of versions that are archived no longer. */
  @Transactional
  public void forgetUnarchived() {
    forget(
        sql.list(
            row -> row.getLong(1),
            "select k.version_id from kept_version k where not exists (select 1 from"
                + " archived_version a where a.version_id = k.version_id)"));
  }

  private void forget(List<Long> versionIds) {
    for (String table : List.of("kept_series", "kept_version")) {
      sql.updateIn("delete from " + table + " where version_id in (#)", versionIds);
    }
    sql.updateIn(
        "delete from final_step where version_id in (#) and not exists (select 1 from"
            + " forecast_version v where v.version_id = final_step.version_id)",
        versionIds);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
