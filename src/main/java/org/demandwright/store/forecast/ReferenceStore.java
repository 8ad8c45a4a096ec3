package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.TreeSet;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Forecasts that somebody else made, by their names, to be scored beside those of the archive. */
@ApplicationScoped
public class ReferenceStore {
  private final Sql sql;

  @Inject
  public ReferenceStore(Sql sql) {
    this.sql = sql;
  }

  ReferenceStore() {
    this(null);
  }

  /**
   * What a value is of.
   *
   * @param periodStart first day of the period
   * @param lag steps from the period in which it was made, 1 = the same
   */
  public record Cell(long seriesId, LocalDate periodStart, int lag) {}

  /**
   * A value.
   *
   * @param madeOn the day on which it was made
   * @param units base units of the item
   */
  public record Value(Cell cell, LocalDate madeOn, double units) {}

  /** A value as it was entered. */
  public record Entry(Value value, SeriesKey key, String enteredBy, Instant enteredAt) {}

  /**
   * What there is of a name.
   *
   * @param first first day of the first period
   * @param last first day of the last period
   */
  public record Summary(
      String name,
      Bucket bucket,
      long values,
      LocalDate first,
      LocalDate last,
      Instant enteredAt) {}

  /** Returns the series of these items within the scope, with their numbers. */
  public Map<SeriesKey, Long> series(DataScope scope, Collection<String> items) {
    Map<SeriesKey, Long> found = new HashMap<>();
    for (List<String> some : Sql.blocks(new TreeSet<>(items))) {
      sql.each(
          row -> Map.entry(key(row), row.getLong("series_id")),
          entry -> found.put(entry.getKey(), entry.getValue()),
          Query.of("select series_id, org_id, item_id, site_id, channel_id from series s")
              .add(" where 1 = 1")
              .andIn("s.item_id", some)
              .within(scope, ScopeColumns.ofSeries("s")));
    }
    return found;
  }

  private static SeriesKey key(ResultSet row) throws SQLException {
    return new SeriesKey(
        row.getString("org_id"),
        row.getString("item_id"),
        row.getString("site_id"),
        row.getString("channel_id"));
  }

  /** Returns what a name says of these series, by cell. */
  public Map<Cell, Value> of(String name, Bucket bucket, Collection<Long> seriesIds) {
    Map<Cell, Value> found = new HashMap<>();
    sql.listIn(
            ReferenceStore::value,
            "select * from reference_forecast where reference_name = ? and bucket = ?"
                + " and series_id in (#)",
            new TreeSet<>(seriesIds),
            name,
            bucket)
        .forEach(value -> found.put(value.cell(), value));
    return found;
  }

  private static Value value(ResultSet row) throws SQLException {
    return new Value(
        new Cell(
            row.getLong("series_id"),
            row.getObject("period_start", LocalDate.class),
            row.getInt("lag")),
        row.getObject("made_on", LocalDate.class),
        row.getDouble("units"));
  }

  /** Writes values, in the place of those of the same cells. */
  public void write(String name, Bucket bucket, Collection<Value> values, String by, Instant at) {
    List<Object[]> gone = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (Value v : values) {
      Cell c = v.cell();
      gone.add(new Object[] {name, bucket, c.seriesId(), c.periodStart(), c.lag()});
      rows.add(
          new Object[] {
            name,
            bucket.name(),
            c.seriesId(),
            c.periodStart(),
            c.lag(),
            v.madeOn(),
            v.units(),
            by,
            at
          });
    }
    sql.batch(
        "delete from reference_forecast where reference_name = ? and bucket = ? and series_id = ?"
            + " and period_start = ? and lag = ?",
        gone);
    sql.insertAll(
        "reference_forecast",
        "reference_name, bucket, series_id, period_start, lag, made_on, units, entered_by,"
            + " entered_at",
        rows);
  }

  /** Returns what there is, by name and bucket. */
  public List<Summary> summaries(DataScope scope) {
    return sql.list(
        row ->
            new Summary(
                row.getString("reference_name"),
                Bucket.valueOf(row.getString("bucket")),
                row.getLong("rows_there"),
                row.getObject("first_period", LocalDate.class),
                row.getObject("last_period", LocalDate.class),
                Sql.instant(row, "entered").orElseThrow()),
        Query.of(
                "select r.reference_name, r.bucket, count(*) as rows_there,"
                    + " min(r.period_start) as first_period, max(r.period_start) as last_period,"
                    + " max(r.entered_at) as entered from reference_forecast r where 1 = 1")
            .withinSeries(scope, "r.series_id")
            .add(" group by r.reference_name, r.bucket order by r.reference_name, r.bucket"));
  }

  /** Returns values of a name behind a cell, in the order of series, period and lag. */
  public List<Entry> page(DataScope scope, String name, Bucket bucket, Cell after, int limit) {
    return sql.list(
        row ->
            new Entry(
                value(row),
                key(row),
                row.getString("entered_by"),
                Sql.instant(row, "entered_at").orElseThrow()),
        Query.of(
                "select r.*, s.org_id, s.item_id, s.site_id, s.channel_id from reference_forecast r"
                    + " join series s on s.series_id = r.series_id where r.reference_name = ?"
                    + " and r.bucket = ? and r.series_id >= ? and (r.series_id > ?"
                    + " or r.period_start > ? or (r.period_start = ? and r.lag > ?))",
                name,
                bucket,
                after.seriesId(),
                after.seriesId(),
                after.periodStart(),
                after.periodStart(),
                after.lag())
            .within(scope, ScopeColumns.ofSeries("s"))
            .add(" order by r.reference_name, r.bucket, r.series_id, r.period_start, r.lag")
            .first(limit));
  }

  /** Returns whether anything of a name is kept, in this bucket where one is named. */
  public boolean isThere(String name, Optional<Bucket> bucket) {
    return !sql.list(
            row -> row.getInt(1),
            Query.of("select 1 from reference_forecast where reference_name = ?", name)
                .and("bucket = ?", bucket)
                .first(1))
        .isEmpty();
  }

  /** Forgets a name and returns how many values it had. */
  public int remove(String name) {
    return sql.update("delete from reference_forecast where reference_name = ?", name);
  }

  /** Forgets periods that began before a day. */
  public void forgetBefore(LocalDate day) {
    sql.update("delete from reference_forecast where period_start < ?", day);
  }
}
