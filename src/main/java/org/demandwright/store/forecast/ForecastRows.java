package org.demandwright.store.forecast;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.demandwright.core.Words;
import org.demandwright.core.demand.OpenDemand;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.forecast.ForecastStore.ChangedSince;
import org.demandwright.store.forecast.ForecastStore.Filter;
import org.demandwright.store.forecast.ForecastStore.Final;
import org.demandwright.store.forecast.ForecastStore.Row;
import org.demandwright.store.forecast.ForecastStore.Series;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.Sql;

/**
 * Reads the rows of a version in the order of series and step.
 *
 * <p>They are read some series at a time: first the numbers of the series, then what is said of
 * each, then their rows. Every key that is joined is bounded by the first and the last of these
 * numbers, so that no plan reads more of any table than that, wherever in the version a page lies.
 */
final class ForecastRows {
  private static final int MOST_SERIES = 500;
  private static final OpenDemand.Step NONE_OPEN =
      new OpenDemand.Step(BigDecimal.ZERO, BigDecimal.ZERO);
  private static final String IN_ORDER = " order by f.version_id, f.series_id, f.step";

  private final Sql sql;

  ForecastRows(Sql sql) {
    this.sql = sql;
  }

  /** Returns rows after the given series and step. */
  List<Row> page(long versionId, Filter filter, long series, int step, int limit) {
    List<Row> page = new ArrayList<>();
    int most = Math.min(1 + limit / horizon(versionId), MOST_SERIES);
    List<Long> some = seriesFrom(versionId, filter, series, most);
    while (!some.isEmpty()) {
      Query rows = rows(versionId, some).and("(f.series_id > ? or f.step > ?)", series, step);
      filter.changed().ifPresent(c -> changed(rows, c));
      page.addAll(read(versionId, some, rows.add(IN_ORDER).first(limit - page.size())));
      boolean more = page.size() < limit && some.size() == most;
      long next = some.get(some.size() - 1) + 1;
      most = Math.min(2 * most, MOST_SERIES); // where few rows are wanted, they lie far apart
      some = more ? seriesFrom(versionId, filter, next, most) : List.of();
    }
    return page;
  }

  /**
   * Hands over all rows, those of some series at a time; no connection is held in between, however
   * long the consumer takes.
   */
  void each(long versionId, Filter filter, Consumer<List<Row>> consumer) {
    List<Long> some = seriesFrom(versionId, filter, 0, MOST_SERIES);
    while (!some.isEmpty()) {
      Query rows = rows(versionId, some);
      filter.changed().ifPresent(c -> changed(rows, c));
      consumer.accept(read(versionId, some, rows.add(IN_ORDER)));
      boolean more = some.size() == MOST_SERIES;
      long next = some.get(some.size() - 1) + 1;
      some = more ? seriesFrom(versionId, filter, next, MOST_SERIES) : List.of();
    }
  }

  /** Returns all rows of the series. */
  List<Row> of(long versionId, Collection<Long> seriesIds) {
    List<Row> all = new ArrayList<>();
    for (List<Long> some : Sql.blocks(seriesIds)) {
      all.addAll(read(versionId, some, rows(versionId, some).add(IN_ORDER)));
    }
    return all;
  }

  private int horizon(long versionId) {
    return sql.first(
            row -> row.getInt(1),
            "select horizon from forecast_version where version_id = ?",
            versionId)
        .orElse(1);
  }

  private List<Long> seriesFrom(long versionId, Filter filter, long from, int most) {
    Query numbers =
        filter.item().isEmpty() && filter.site().isEmpty()
            ? Query.of(
                "select series_id from version_series where version_id = ? and series_id >= ?",
                versionId,
                from)
            : Query.of("select series_id from series where series_id >= ?", from)
                .and("item_id = ?", filter.item())
                .and("site_id = ?", filter.site());
    filter.changed().filter(ChangedSince::onlyOver).ifPresent(c -> over(numbers, versionId, c));
    return sql.list(
        row -> row.getLong(1),
        numbers.and("series_id = ?", filter.seriesId()).add(" order by series_id").first(most));
  }

  /** Of a version that was seen before, only series over which something changed. */
  private static void over(Query numbers, long versionId, ChangedSince c) {
    numbers.and(
        "series_id in (select series_id from final_step where version_id = ? and changed_at > ?)",
        versionId,
        c.since());
  }

  private static void changed(Query rows, ChangedSince c) {
    if (c.onlyOver()) {
      rows.and("x.changed_at > ?", c.since());
    } else if (!c.all()) {
      rows.and(
          "(f.unchanged_since is null or f.unchanged_since > ? or x.changed_at > ?)",
          c.since(),
          c.since());
    }
  }

  /** The rows of some series. */
  private static Query rows(long versionId, List<Long> some) {
    Object[] bounds = {Collections.min(some), Collections.max(some)};
    return Query.of("select f.*, o.units as open_units, o.total_units as open_total,")
        .add(" x.units as final_units, x.total_units as final_total, x.override_id,")
        .add(" x.changed_at as final_changed from forecast f")
        .add(" left join open_demand o on o.version_id = f.version_id")
        .add(" and o.series_id = f.series_id and o.step = f.step")
        .and("o.series_id between ? and ?", bounds)
        .add(" left join final_step x on x.version_id = f.version_id")
        .add(" and x.series_id = f.series_id and x.step = f.step")
        .and("x.series_id between ? and ?", bounds)
        .add(" where f.version_id = ?", versionId)
        .and("f.series_id between ? and ?", bounds)
        .andIn("f.series_id", some);
  }

  /** Rows that were written after what is said of their series was read are left for later. */
  private List<Row> read(long versionId, List<Long> some, Query rows) {
    Map<Long, Series> series = series(versionId, some);
    List<Row> read = new ArrayList<>();
    sql.each(
        row -> {
          Series of = series.get(row.getLong("series_id"));
          return of == null ? null : row(row, of);
        },
        row -> {
          if (row != null) {
            read.add(row);
          }
        },
        rows);
    return read;
  }

  private Map<Long, Series> series(long versionId, List<Long> some) {
    Object[] bounds = {Collections.min(some), Collections.max(some)};
    Map<Long, Series> all = new HashMap<>();
    sql.each(
        ForecastRows::series,
        s -> all.put(s.seriesId(), s),
        Query.of("select s.series_id, s.org_id, s.item_id, s.site_id, s.channel_id, r.model_id,")
            .add(" r.reason, r.verdict, coalesce(i.uom_id, '') as uom from version_series v")
            .add(" join series s on s.series_id = v.series_id")
            .and("s.series_id between ? and ?", bounds)
            .add(" join series_result r on r.version_id = v.result_of")
            .and("r.series_id = v.series_id")
            .and("r.series_id between ? and ?", bounds)
            .add(" left join item i on i.org_id = s.org_id and i.item_id = s.item_id")
            .add(" where v.version_id = ?", versionId)
            .and("r.failure is null")
            .and("v.series_id between ? and ?", bounds)
            .andIn("v.series_id", some));
    return all;
  }

  private static Series series(ResultSet row) throws SQLException {
    return new Series(
        row.getLong("series_id"),
        row.getString("org_id"),
        row.getString("item_id"),
        row.getString("site_id"),
        row.getString("channel_id"),
        row.getString("uom"),
        row.getString("model_id"),
        Words.parse(row.getString("reason")),
        Verdict.valueOf(row.getString("verdict")));
  }

  private static Row row(ResultSet row, Series series) throws SQLException {
    return new Row(
        series,
        row.getObject("period_start", LocalDate.class),
        row.getObject("period_end", LocalDate.class),
        ForecastStore.bands(row),
        open(row),
        Sql.instant(row, "unchanged_since"),
        over(row));
  }

  private static Optional<Final> over(ResultSet row) throws SQLException {
    Optional<Instant> changed = Sql.instant(row, "final_changed");
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Final(
                Optional.ofNullable(row.getBigDecimal("final_units")),
                Optional.ofNullable(row.getBigDecimal("final_total")),
                Optional.ofNullable(row.getObject("override_id", Long.class)),
                changed.get()));
  }

  private static OpenDemand.Step open(ResultSet row) throws SQLException {
    BigDecimal units = row.getBigDecimal("open_units");
    return units == null ? NONE_OPEN : new OpenDemand.Step(units, row.getBigDecimal("open_total"));
  }
}
