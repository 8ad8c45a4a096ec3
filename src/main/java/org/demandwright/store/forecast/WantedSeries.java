package org.demandwright.store.forecast;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.store.forecast.ForecastStore.ChangedSince;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.Sql;

/**
 * Finds the series of a version whose rows may be wanted, in their order.
 *
 * <p>What changed since an instant lies in few places: figures change when a version is shown, and
 * what lies over them when an override is published. So each of these instants is asked for by
 * itself, by the index that has its series in order, and none that did not change is looked at.
 */
final class WantedSeries {
  /** So many instants are asked for one by one, all that came later together. */
  private static final int MOST_INSTANTS = 32;

  private final Sql sql;

  WantedSeries(Sql sql) {
    this.sql = sql;
  }

  /**
   * Returns series from a number on.
   *
   * @param horizon steps of each
   * @param most how many series
   */
  List<Long> from(long versionId, int horizon, ForecastStore.Filter filter, long from, int most) {
    Optional<ChangedSince> changed = filter.changed().filter(c -> !c.all());
    if (changed.isEmpty()) {
      return numbers(all(versionId, filter.series(), from), most);
    }
    Wanted wanted = new Wanted(versionId, filter.series(), from, most);
    Instant since = changed.get().since();
    TreeSet<Long> found = new TreeSet<>();
    if (!changed.get().onlyOver()) {
      found.addAll(numbers(wanted.with(Kept.FIGURES), most));
      found.addAll(later(Kept.FIGURES, wanted, since, most));
    }
    found.addAll(later(Kept.OVER, wanted, since, most * horizon));
    return found.stream().limit(most).toList();
  }

  private static Query all(long versionId, SeriesSelection series, long from) {
    return series.isAll()
        ? Query.of("select s.series_id from version_series s where s.version_id = ?", versionId)
            .and("s.series_id >= ?", from)
            .add(" order by s.version_id, s.series_id")
        : series
            .narrow(Query.of("select s.series_id from series s where s.series_id >= ?", from))
            .add(" order by s.series_id");
  }

  /**
   * @param rows how many have at least as many series as are wanted
   */
  private Set<Long> later(Kept kept, Wanted wanted, Instant since, int rows) {
    Set<Long> found = new TreeSet<>();
    Instant after = since;
    Optional<Instant> at = next(kept, wanted.versionId(), after);
    for (int asked = 0; at.isPresent() && asked < MOST_INSTANTS; asked++) {
      found.addAll(numbers(wanted.at(kept, at.get()), rows));
      after = at.get();
      at = next(kept, wanted.versionId(), after);
    }
    if (at.isPresent()) {
      found.addAll(numbers(wanted.after(kept, after), wanted.most()));
    }
    return found;
  }

  private Optional<Instant> next(Kept kept, long versionId, Instant after) {
    return sql
        .list(
            row -> Sql.instant(row, kept.column).orElseThrow(),
            Query.of("select %s from %s".formatted(kept.column, kept.table))
                .add(" where version_id = ?", versionId)
                .and(kept.column + " >= ?", new Object[] {following(after)})
                .add(" order by version_id, " + kept.column)
                .first(1))
        .stream()
        .findFirst();
  }

  /** Every database finds the first row from an instant on, H2 looks at all rows that bear it. */
  private static Instant following(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
  }

  private List<Long> numbers(Query query, int most) {
    return sql.list(row -> row.getLong("series_id"), query.first(most));
  }

  /** Where it is kept when something of a series changed in a version. */
  private enum Kept {
    /** Of its figures; null where they changed with the version itself. */
    FIGURES("version_series", "same_since"),
    /** Of what lies over them, a row a step. */
    OVER("final_step", "changed_at");

    private final String table;
    private final String column;

    Kept(String table, String column) {
      this.table = table;
      this.column = column;
    }
  }

  /**
   * Which series are wanted.
   *
   * @param from the first of them
   */
  private record Wanted(long versionId, SeriesSelection series, long from, int most) {

    Query with(Kept kept) {
      return inOrder(kept, select(kept, "").and("c." + kept.column + " is null"));
    }

    Query at(Kept kept, Instant at) {
      return inOrder(kept, select(kept, "").and("c." + kept.column + " = ?", new Object[] {at}));
    }

    Query after(Kept kept, Instant after) {
      return select(kept, "distinct ")
          .and("c." + kept.column + " > ?", new Object[] {after})
          .add(" order by c.series_id");
    }

    private Query select(Kept kept, String distinct) {
      Query query = Query.of("select %sc.series_id from %s c".formatted(distinct, kept.table));
      return series.isAll()
          ? rows(query)
          : series.narrow(rows(query.add(" join series s on s.series_id = c.series_id")));
    }

    private Query rows(Query query) {
      return query.add(" where c.version_id = ?", versionId).and("c.series_id >= ?", from);
    }

    /** As the index has them. */
    private static Query inOrder(Kept kept, Query query) {
      return query.add(" order by c.version_id, c." + kept.column + ", c.series_id");
    }
  }
}
