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
import java.util.function.Supplier;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.OpenDemand;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.forecast.ForecastStore.ChangedSince;
import org.demandwright.store.forecast.ForecastStore.Filter;
import org.demandwright.store.forecast.ForecastStore.Final;
import org.demandwright.store.forecast.ForecastStore.Moved;
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

  /** Series in a block: one is looked at and one is read at the same time, for each reader. */
  private static final int IN_BLOCK = 250;

  private static final long NO_VERSION = -1;
  private static final OpenDemand.Step NONE_OPEN =
      new OpenDemand.Step(BigDecimal.ZERO, BigDecimal.ZERO);
  private static final String IN_ORDER = " order by f.version_id, f.series_id, f.step";

  private final Sql sql;
  private final WantedSeries wanted;

  ForecastRows(Sql sql) {
    this.sql = sql;
    wanted = new WantedSeries(sql);
  }

  /** Returns rows after the given series and step. */
  List<Row> page(long versionId, Filter filter, long series, int step, int limit) {
    Steps steps = steps(versionId, filter);
    if (steps.count() == 0) {
      return List.of();
    }
    List<Row> page = new ArrayList<>();
    int most = Math.min(1 + limit / steps.count(), MOST_SERIES);
    List<Long> some = wanted.from(versionId, steps.horizon(), filter, series, most);
    while (!some.isEmpty()) {
      Query rows =
          rows(versionId, some, steps, filter).and("(f.series_id > ? or f.step > ?)", series, step);
      page.addAll(read(versionId, some, rows.add(IN_ORDER).first(limit - page.size())));
      boolean more = page.size() < limit && some.size() == most;
      long next = some.get(some.size() - 1) + 1;
      most = Math.min(2 * most, MOST_SERIES); // where few rows are wanted, they lie far apart
      some = more ? wanted.from(versionId, steps.horizon(), filter, next, most) : List.of();
    }
    return page;
  }

  /** Returns what reads all rows, those of some series at each call; empty at the end. */
  Supplier<List<Row>> blocks(long versionId, Filter filter) {
    return new Blocks(versionId, filter);
  }

  /** Where reading all rows has got to; no connection is held between two calls. */
  private final class Blocks implements Supplier<List<Row>> {
    private final long versionId;
    private final Filter filter;
    private final Steps steps;
    private long next;
    private boolean ended;

    Blocks(long versionId, Filter filter) {
      this.versionId = versionId;
      this.filter = filter;
      this.steps = steps(versionId, filter);
      this.ended = steps.count() == 0;
    }

    @Override
    public List<Row> get() {
      List<Row> rows = List.of();
      while (rows.isEmpty() && !ended) {
        List<Long> some = wanted.from(versionId, steps.horizon(), filter, next, IN_BLOCK);
        ended = some.size() < IN_BLOCK;
        if (!some.isEmpty()) {
          next = some.get(some.size() - 1) + 1;
          rows = read(versionId, some, rows(versionId, some, steps, filter).add(IN_ORDER));
        }
      }
      return rows;
    }
  }

  /** Returns all rows of the series. */
  List<Row> of(long versionId, Collection<Long> seriesIds) {
    List<Row> all = new ArrayList<>();
    for (List<Long> some : Sql.blocks(seriesIds)) {
      all.addAll(read(versionId, some, rows(versionId, some, Optional.empty()).add(IN_ORDER)));
    }
    return all;
  }

  private Steps steps(long versionId, Filter filter) {
    return sql.first(
            row ->
                Steps.of(
                    Period.of(
                        Bucket.valueOf(row.getString("bucket")),
                        row.getObject("origin", LocalDate.class)),
                    row.getInt("horizon"),
                    filter),
            "select bucket, origin, horizon from forecast_version where version_id = ?",
            versionId)
        .orElse(Steps.NONE);
  }

  /** The steps of a version, counted from 1, whose periods begin on days that are wanted. */
  private record Steps(int horizon, int first, int last) {
    static final Steps NONE = new Steps(0, 1, 0);

    static Steps of(Period origin, int horizon, Filter filter) {
      int first = filter.from().map(day -> stepFrom(origin, day)).orElse(1);
      int last = filter.to().map(day -> stepAt(origin, day)).orElse(horizon);
      return new Steps(horizon, Math.max(first, 1), Math.min(last, horizon));
    }

    private static int stepFrom(Period origin, LocalDate day) {
      boolean begins = Period.of(origin.bucket(), day).start().equals(day);
      return begins ? stepAt(origin, day) : stepAt(origin, day) + 1;
    }

    private static int stepAt(Period origin, LocalDate day) {
      return 1 + origin.until(Period.of(origin.bucket(), day));
    }

    int count() {
      return Math.max(0, last - first + 1);
    }
  }

  private static Query rows(long versionId, List<Long> some, Steps steps, Filter filter) {
    Query rows = rows(versionId, some, filter.moved()).and("f.step >= ?", steps.first());
    rows.and("f.step <= ?", steps.last());
    filter.changed().ifPresent(c -> changed(rows, c));
    filter.moved().ifPresent(m -> moved(rows, m));
    return rows;
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

  /** Both figures as the archive keeps them, so that what is the same differs by nothing. */
  private static void moved(Query rows, Moved m) {
    String by =
        "abs(cast(cast(coalesce(x.units, f.mean) as real) as double precision)"
            + " - coalesce(cast(a.final_units as double precision), 0)) >= ?";
    double least = m.least().doubleValue();
    if (m.changedOverSince().isPresent()) {
      rows.and("(" + by + " or x.changed_at > ?)", least, m.changedOverSince().get());
    } else {
      rows.and(by, least);
    }
  }

  /** The rows of some series, beside what readers saw in another version where that is asked. */
  private static Query rows(long versionId, List<Long> some, Optional<Moved> moved) {
    Object[] bounds = {Collections.min(some), Collections.max(some)};
    Query rows = joined(bounds);
    moved.ifPresent(
        m ->
            rows.add(
                    " left join forecast_archive a on a.version_id = ?",
                    m.against().orElse(NO_VERSION))
                .add(" and a.series_id = f.series_id and a.period_start = f.period_start")
                .and("a.series_id between ? and ?", bounds));
    return rows.add(" where f.version_id = ?", versionId)
        .and("f.series_id between ? and ?", bounds)
        .andIn("f.series_id", some);
  }

  private static Query joined(Object[] bounds) {
    return Query.of("select f.*, o.units as open_units, o.total_units as open_total,")
        .add(" x.units as final_units, x.total_units as final_total, x.override_id,")
        .add(" x.changed_at as final_changed from forecast f")
        .add(" left join open_demand o on o.version_id = f.version_id")
        .add(" and o.series_id = f.series_id and o.step = f.step")
        .and("o.series_id between ? and ?", bounds)
        .add(" left join final_step x on x.version_id = f.version_id")
        .add(" and x.series_id = f.series_id and x.step = f.step")
        .and("x.series_id between ? and ?", bounds);
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
            .add(" r.reason, r.verdict, coalesce(i.uom_id, '') as uom,")
            .add(" coalesce(i.item_code, s.item_id) as item_code,")
            .add(" coalesce(i.category, '') as category from version_series v")
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
        row.getString("item_code"),
        row.getString("category"),
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
