package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.OpenDemand;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.pipeline.BandedStep;
import org.demandwright.store.sql.Decimals;
import org.demandwright.store.sql.Sql;

/** The forecast rows of all versions. */
@ApplicationScoped
public class ForecastStore {
  private static final String SHOWN = Decimals.shown("mean");

  private final Sql sql;
  private final ForecastRows rows;

  @Inject
  public ForecastStore(Sql sql) {
    this.sql = sql;
    rows = new ForecastRows(sql);
  }

  ForecastStore() {
    this(null);
  }

  /** One step of one series, ready to be written. */
  public record Step(long seriesId, LocalDate start, LocalDate end, BandedStep bands) {}

  /**
   * What a version says of one series as a whole.
   *
   * @param itemCode as people know the item, its identity where that is all that is known
   * @param category of the item, empty where unknown
   * @param uom the item's base unit, empty where unknown
   */
  public record Series(
      long seriesId,
      String org,
      String item,
      String itemCode,
      String category,
      String site,
      String channel,
      String uom,
      String modelId,
      Words reason,
      Verdict verdict) {}

  /**
   * One stored row.
   *
   * @param series whose it is; rows that are read together share it
   * @param over what is final instead, empty where nothing ever lay over it
   */
  public record Row(
      Series series,
      LocalDate start,
      LocalDate end,
      BandedStep bands,
      OpenDemand.Step open,
      Optional<Instant> unchangedSince,
      Optional<Final> over) {

    public long seriesId() {
      return series.seriesId();
    }

    public Verdict verdict() {
      return series.verdict();
    }
  }

  /**
   * What people put over a row.
   *
   * @param units final figure of the period, empty where it is the mean
   * @param total of the final figures from step 1 on, empty where it is that of the means, or not
   *     known because a figure is missing
   * @param overrideId the topmost override of the period
   * @param changedAt when what is final became another figure
   */
  public record Final(
      Optional<BigDecimal> units,
      Optional<BigDecimal> total,
      Optional<Long> overrideId,
      Instant changedAt) {}

  /**
   * What to look for; an empty field means any.
   *
   * @param from the first day on which a period may begin
   * @param to the last one
   */
  public record Filter(
      SeriesSelection series,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<ChangedSince> changed,
      Optional<Moved> moved) {
    /** Returns the filter that takes all rows of some series. */
    public static Filter of(SeriesSelection series) {
      return new Filter(
          series, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns the filter that takes what changed of what may be seen. */
    public static Filter of(DataScope scope, ChangedSince changed) {
      return new Filter(
          SeriesSelection.all(scope),
          Optional.empty(),
          Optional.empty(),
          Optional.of(changed),
          Optional.empty());
    }
  }

  /**
   * Only values whose final figure moved, up or down.
   *
   * @param against the archived version that it is compared with, empty where there was none; what
   *     was not there was 0
   * @param least by how much, base units
   * @param changedOverSince values over which something changed after this instant count whatever
   *     it was, because the archive keeps only what became of them
   */
  public record Moved(
      Optional<Long> against, BigDecimal least, Optional<Instant> changedOverSince) {}

  /**
   * Only values that became another one after an instant.
   *
   * @param shownAt since when readers see the version
   * @param all whether every value counts as changed then
   */
  public record ChangedSince(Instant since, Instant shownAt, boolean all) {

    /** Returns whether the version was seen by then, so that only what lies over it can be new. */
    boolean onlyOver() {
      return !shownAt.isAfter(since);
    }
  }

  /** Writes the rows of whole series; what those series had in this version is replaced. */
  public void replace(long versionId, List<Step> steps) {
    sql.batch(
        "delete from forecast where version_id = ? and series_id = ?",
        steps.stream()
            .map(Step::seriesId)
            .distinct()
            .map(id -> new Object[] {versionId, id})
            .toList());
    sql.batch(
        "insert into forecast (version_id, series_id, step, period_start, period_end, mean, p10,"
            + " p50, p90, total_mean, total_p10, total_p50, total_p90)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        steps.stream().map(s -> row(versionId, s)).toList());
  }

  private static Object[] row(long versionId, Step s) {
    BandedStep b = s.bands();
    return new Object[] {
      versionId,
      s.seriesId(),
      b.step(),
      s.start(),
      s.end(),
      b.mean(),
      b.p10(),
      b.p50(),
      b.p90(),
      b.totalMean(),
      b.totalP10(),
      b.totalP50(),
      b.totalP90()
    };
  }

  /**
   * Takes over the rows of all series whose results a version shares with another: they say what
   * they said.
   *
   * @param otherSince when the other version was published
   */
  @Transactional
  public void keep(long versionId, long otherId, Instant otherSince) {
    sql.update(
        "delete from forecast where version_id = ? and series_id in"
            + " (select series_id from version_series where version_id = ? and result_of <> ?)",
        versionId,
        versionId,
        versionId);
    sql.update(
        "insert into forecast (version_id, series_id, step, period_start, period_end, mean, p10,"
            + " p50, p90, total_mean, total_p10, total_p50, total_p90, unchanged_since)"
            + " select v.version_id, f.series_id, f.step, f.period_start, f.period_end, f.mean,"
            + " f.p10, f.p50, f.p90, f.total_mean, f.total_p10, f.total_p50, f.total_p90,"
            + " coalesce(f.unchanged_since, ?)"
            + " from version_series v join forecast f on f.version_id = ?"
            + " and f.series_id = v.series_id where v.version_id = ? and v.result_of <> ?",
        otherSince,
        otherId,
        versionId,
        versionId);
  }

  /** Forgets which rows of a version say what another one said. */
  @Transactional
  public void unmark(long versionId) {
    sql.update("update forecast set unchanged_since = null where version_id = ?", versionId);
    sql.update("update version_series set same_since = null where version_id = ?", versionId);
  }

  /**
   * Marks the rows that say of their period what the other version said, since when it was said.
   * Whether the series is recommended to forecast is part of what is said. Rows that are marked
   * already stay so.
   *
   * @param otherSince when the other version was published
   */
  @Transactional
  public void markUnchanged(long versionId, long otherId, Instant otherSince) {
    String same =
        " from forecast o join version_series ov on ov.version_id = o.version_id"
            + " and ov.series_id = o.series_id join series_result w on w.version_id = ov.result_of"
            + " and w.series_id = ov.series_id join version_series rv"
            + " on rv.version_id = forecast.version_id and rv.series_id = o.series_id"
            + " join series_result r on r.version_id = rv.result_of"
            + " and r.series_id = rv.series_id where o.version_id = ? and o.series_id = forecast.series_id"
            + " and case when w.verdict = ? then 0 else 1 end"
            + " = case when r.verdict = ? then 0 else 1 end"
            + " and o.period_start = forecast.period_start"
            + " and o.period_end = forecast.period_end and o.mean = forecast.mean"
            + " and o.p10 = forecast.p10 and o.p50 = forecast.p50 and o.p90 = forecast.p90";
    sql.update(
        "update forecast set unchanged_since = (select coalesce(o.unchanged_since, ?)"
            + same
            + ") where version_id = ? and unchanged_since is null",
        otherSince,
        otherId,
        Verdict.DO_NOT_FORECAST,
        Verdict.DO_NOT_FORECAST,
        versionId);
    sql.update(
        "update version_series set same_since = (select"
            + " case when count(*) = count(f.unchanged_since) then max(f.unchanged_since) end"
            + " from forecast f where f.version_id = version_series.version_id"
            + " and f.series_id = version_series.series_id) where version_id = ?",
        versionId);
  }

  /** Returns rows after the given series and step, in that order. */
  public List<Row> page(long versionId, Filter filter, long series, int step, int limit) {
    return rows.page(versionId, filter, series, step, limit);
  }

  /**
   * Returns what reads all rows in the order of series and step: those of some hundred series at
   * each call, none at the end. Nothing of the database is held in between.
   */
  public Supplier<List<Row>> blocks(long versionId, Filter filter) {
    return rows.blocks(versionId, filter);
  }

  /** Returns all rows of the series, those of each by step; series without rows are left out. */
  public Map<Long, List<Row>> ofSeries(long versionId, Collection<Long> seriesIds) {
    return rows.of(versionId, seriesIds).stream().collect(Collectors.groupingBy(Row::seriesId));
  }

  /**
   * Returns one row.
   *
   * @param start the first day of its period
   */
  public Optional<Row> find(long versionId, long seriesId, LocalDate start) {
    return rows.of(versionId, List.of(seriesId)).stream()
        .filter(row -> row.start().equals(start))
        .findFirst();
  }

  /** Returns when something that lies over a version changed last, empty where nothing ever did. */
  public Optional<Instant> changedOver(long versionId) {
    return sql.first(
        row -> Sql.instant(row, "changed_at").orElseThrow(),
        "select changed_at from final_step where version_id = ?"
            + " order by changed_at desc fetch first 1 rows only",
        versionId);
  }

  /** Returns Σ of the means of a version. */
  public double volume(long versionId) {
    return sum(
        "select coalesce(sum(" + SHOWN + "), 0) from forecast where version_id = ?", versionId);
  }

  /** Returns Σ of the means of a version over the series that another version has too. */
  public double commonVolume(long versionId, long otherId) {
    return sum(
        "select coalesce(sum("
            + Decimals.shown("f.mean")
            + "), 0) from forecast f where f.version_id = ? and exists"
            + " (select 1 from forecast o where o.version_id = ? and o.series_id = f.series_id)",
        versionId,
        otherId);
  }

  private double sum(String query, Object... parameters) {
    return sql.first(row -> row.getDouble(1), query, parameters).orElse(0.0);
  }

  /**
   * One series in two versions.
   *
   * @param before Σ of its means in the one, 0 where it has none there
   * @param now Σ of its means in the other, likewise
   */
  public record Move(SeriesKey key, double before, double now) {}

  /** Returns the series whose volume moved most from one version to another, the furthest first. */
  public List<Move> moves(long beforeId, long nowId, int limit) {
    return sql.list(
        row ->
            new Move(
                new SeriesKey(
                    row.getString("org_id"),
                    row.getString("item_id"),
                    row.getString("site_id"),
                    row.getString("channel_id")),
                row.getDouble("volume_before"),
                row.getDouble("volume_now")),
        "select s.org_id, s.item_id, s.site_id, s.channel_id, m.volume_before, m.volume_now from"
            + " (select series_id, sum(case when version_id = ? then "
            + SHOWN
            + " else 0 end) as volume_before, sum(case when version_id = ? then "
            + SHOWN
            + " else 0 end) as volume_now"
            + " from forecast where version_id = ? or version_id = ? group by series_id) m"
            + " join series s on s.series_id = m.series_id"
            + " order by abs(m.volume_now - m.volume_before) desc, s.series_id"
            + " fetch first ? rows only",
        beforeId,
        nowId,
        beforeId,
        nowId,
        limit);
  }

  /**
   * Returns the bands of a row, whose columns are read by their places from that of the step on:
   * there are many rows.
   */
  static BandedStep bands(ResultSet row, int step) throws SQLException {
    return new BandedStep(
        row.getInt(step),
        row.getDouble(step + 1),
        row.getDouble(step + 2),
        row.getDouble(step + 3),
        row.getDouble(step + 4),
        row.getDouble(step + 5),
        row.getDouble(step + 6),
        row.getDouble(step + 7),
        row.getDouble(step + 8));
  }

  /** Returns the bands of a row. */
  static BandedStep bands(ResultSet row) throws SQLException {
    return new BandedStep(
        row.getInt("step"),
        row.getDouble("mean"),
        row.getDouble("p10"),
        row.getDouble("p50"),
        row.getDouble("p90"),
        row.getDouble("total_mean"),
        row.getDouble("total_p10"),
        row.getDouble("total_p50"),
        row.getDouble("total_p90"));
  }
}
