package org.demandwright.store.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.plan.LayerEffect;
import org.demandwright.core.plan.PlannedSeries;
import org.demandwright.store.sql.Sql;

/** What is final in versions where overrides lie or lay over them, and what each override does. */
@ApplicationScoped
public class FinalStore {
  private static final String SERIES =
      "select s.series_id, s.org_id, s.item_id, s.site_id, s.channel_id,"
          + " coalesce(i.category, '') as category, coalesce(i.uom_id, '') as uom, r.verdict"
          + " from version_series v join series s on s.series_id = v.series_id"
          + " join series_result r on r.version_id = v.result_of and r.series_id = v.series_id"
          + " left join item i on i.org_id = s.org_id and i.item_id = s.item_id"
          + " where v.version_id = ? and r.failure is null";

  private final Sql sql;

  @Inject
  public FinalStore(Sql sql) {
    this.sql = sql;
  }

  FinalStore() {
    this(null);
  }

  /**
   * What is final of a step.
   *
   * @param units base units of the period; empty = the forecast
   * @param total of the final figures from step 1 on; empty = that of the forecast
   * @param overrideId the topmost override of the period
   * @param changedAt when it became another figure
   */
  public record Final(
      long seriesId,
      int step,
      Optional<BigDecimal> units,
      Optional<BigDecimal> total,
      Optional<Long> overrideId,
      Instant changedAt) {}

  /**
   * A step of the forecast, as far as it matters to what is final.
   *
   * @param start the first day of its period
   * @param unchangedSince since when the forecast of the period is the same, where it is that of
   *     the version before
   */
  public record Baseline(
      long seriesId, int step, LocalDate start, double mean, Optional<Instant> unchangedSince) {}

  /**
   * Returns series that a version has forecasts of, as far as overrides ask for them.
   *
   * @param items those of these items; all where none is named
   */
  public List<PlannedSeries> series(long versionId, Collection<String> items) {
    return items.isEmpty()
        ? sql.list(FinalStore::series, SERIES, versionId)
        : sql.listIn(FinalStore::series, SERIES + " and s.item_id in (#)", items, versionId);
  }

  private static PlannedSeries series(ResultSet row) throws SQLException {
    return new PlannedSeries(
        row.getLong("series_id"),
        new SeriesKey(
            row.getString("org_id"),
            row.getString("item_id"),
            row.getString("site_id"),
            row.getString("channel_id")),
        row.getString("category"),
        row.getString("uom"),
        Verdict.valueOf(row.getString("verdict")).usable());
  }

  /** Returns the means of series, one a step. */
  public Map<Long, DoubleVector> means(long versionId, Collection<Long> seriesIds) {
    Map<Long, List<Double>> means = new HashMap<>();
    sql.listIn(
        row -> means.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(row.getDouble(2)),
        "select series_id, mean from forecast where version_id = ? and series_id in (#)"
            + " order by series_id, step",
        seriesIds,
        versionId);
    Map<Long, DoubleVector> all = new HashMap<>();
    means.forEach(
        (id, units) -> all.put(id, DoubleVector.of(units.stream().mapToDouble(u -> u).toArray())));
    return all;
  }

  /**
   * Returns those of the series that sold something.
   *
   * @param from the first day
   * @param before the day behind the last
   */
  public Set<Long> selling(LocalDate from, LocalDate before, Collection<Long> seriesIds) {
    return new TreeSet<>(
        sql.listIn(
            row -> row.getLong(1),
            "select distinct series_id from sales_line where booked_on >= ? and booked_on < ?"
                + " and quantity > 0 and excluded_because is null and series_id in (#)",
            seriesIds,
            from,
            before));
  }

  /** Returns the series that have rows in a version, in order. */
  public List<Long> touched(long versionId) {
    return sql.list(
        row -> row.getLong(1),
        "select distinct series_id from final_step where version_id = ? order by series_id",
        versionId);
  }

  /** Returns what is final of series in a version, those of each by step. */
  public Map<Long, List<Final>> of(long versionId, Collection<Long> seriesIds) {
    Map<Long, List<Final>> found = new TreeMap<>();
    sql.listOf(
            FinalStore::step,
            "select f.* from (#) n (id) left join final_step f"
                + " on f.version_id = ? and f.series_id = n.id where f.step is not null"
                + " order by f.series_id, f.step",
            seriesIds,
            versionId)
        .forEach(f -> found.computeIfAbsent(f.seriesId(), id -> new ArrayList<>()).add(f));
    return found;
  }

  private static Final step(ResultSet row) throws SQLException {
    return new Final(
        row.getLong("series_id"),
        row.getInt("step"),
        Optional.ofNullable(row.getBigDecimal("units")),
        Optional.ofNullable(row.getBigDecimal("total_units")),
        Optional.ofNullable(row.getObject("override_id", Long.class)),
        Sql.instant(row, "changed_at").orElseThrow());
  }

  /** Returns the forecasts of series in a version, those of each by step. */
  public Map<Long, List<Baseline>> baseline(long versionId, Collection<Long> seriesIds) {
    Map<Long, List<Baseline>> found = new TreeMap<>();
    sql.listIn(
            row ->
                new Baseline(
                    row.getLong("series_id"),
                    row.getInt("step"),
                    row.getObject("period_start", LocalDate.class),
                    row.getDouble("mean"),
                    Sql.instant(row, "unchanged_since")),
            "select series_id, step, period_start, mean, unchanged_since from forecast"
                + " where version_id = ? and series_id in (#) order by series_id, step",
            seriesIds,
            versionId)
        .forEach(b -> found.computeIfAbsent(b.seriesId(), id -> new ArrayList<>()).add(b));
    return found;
  }

  /** Writes what is final of series, in place of all that they had in the version. */
  @Transactional
  public void replace(long versionId, Collection<Long> seriesIds, List<Final> rows) {
    sql.updateIn(
        "delete from final_step where version_id = " + versionId + " and series_id in (#)",
        List.copyOf(seriesIds));
    sql.insertAll(
        "final_step",
        "version_id, series_id, step, units, total_units, override_id, changed_at",
        rows.stream()
            .map(
                f ->
                    new Object[] {
                      versionId,
                      f.seriesId(),
                      f.step(),
                      f.units().orElse(null),
                      f.total().orElse(null),
                      f.overrideId().orElse(null),
                      f.changedAt()
                    })
            .toList());
  }

  /**
   * Brings what is archived of series in a version to what is final, from a day on: what readers
   * were told of earlier periods stays.
   */
  @Transactional
  public void archive(long versionId, Collection<Long> seriesIds, LocalDate from) {
    sql.updateIn(
        ("update forecast_archive set final_units = coalesce((select cast(f.units as real)"
                + " from final_step f where f.version_id = forecast_archive.version_id"
                + " and f.series_id = forecast_archive.series_id"
                + " and f.step = forecast_archive.lag), baseline)"
                + " where version_id = %d and period_start >= date '%s' and series_id in (#)")
            .formatted(versionId, from),
        List.copyOf(seriesIds));
  }

  /** Notes what each override does in a version, in place of what was noted of it. */
  @Transactional
  public void note(long versionId, List<LayerEffect> effects) {
    sql.update("delete from override_effect where version_id = ?", versionId);
    sql.insertAll(
        "override_effect",
        "version_id, override_id, outcome, series_count, uom, before_units, after_units,"
            + " first_day, last_day",
        effects.stream().map(e -> row(versionId, e)).toList());
  }

  private static Object[] row(long versionId, LayerEffect e) {
    return new Object[] {
      versionId,
      e.overrideId(),
      e.outcome().name(),
      e.series(),
      e.uom(),
      e.before(),
      e.after(),
      e.days().map(LayerEffect.Days::first).orElse(null),
      e.days().map(LayerEffect.Days::last).orElse(null)
    };
  }

  /** Returns what overrides do in a version, by their numbers; others are left out. */
  public Map<Long, LayerEffect> effects(long versionId, Collection<Long> overrideIds) {
    Map<Long, LayerEffect> found = new TreeMap<>();
    sql.listIn(
            FinalStore::effect,
            "select * from override_effect where version_id = ? and override_id in (#)",
            overrideIds,
            versionId)
        .forEach(e -> found.put(e.overrideId(), e));
    return found;
  }

  private static LayerEffect effect(ResultSet row) throws SQLException {
    LocalDate first = row.getObject("first_day", LocalDate.class);
    LocalDate last = row.getObject("last_day", LocalDate.class);
    return new LayerEffect(
        row.getLong("override_id"),
        LayerEffect.Outcome.valueOf(row.getString("outcome")),
        row.getInt("series_count"),
        row.getString("uom"),
        row.getBigDecimal("before_units"),
        row.getBigDecimal("after_units"),
        first == null ? Optional.empty() : Optional.of(new LayerEffect.Days(first, last)));
  }
}
