package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.store.sql.Sql;

/**
 * In which weeks lines of which series have changed since their sums were kept: noted by the
 * transaction that changes the lines, forgotten by the one that keeps the sums.
 */
@ApplicationScoped
public class ChangedSales {
  /** In place of a series: all of them. */
  private static final long EVERY = 0;

  private final Sql sql;

  @Inject
  public ChangedSales(Sql sql) {
    this.sql = sql;
  }

  ChangedSales() {
    this(null);
  }

  /** Weeks in which lines of a series changed. */
  public record Change(long seriesId, ThirteenWeeks span) {
    /** Returns whether it may concern a series. */
    public boolean concerns(long series) {
      return ofEverySeries() || seriesId == series;
    }

    /** Returns whether it may concern any series. */
    public boolean ofEverySeries() {
      return seriesId == EVERY;
    }
  }

  /**
   * Notes changes.
   *
   * @param anySeries whether the weeks alone are noted, for all series: a first load changes most
   */
  void add(Collection<Change> changes, boolean anySeries) {
    sql.insertAll(
        "changed_sales",
        "series_id, span",
        changes.stream()
            .map(c -> anySeries ? new Change(EVERY, c.span()) : c)
            .distinct()
            .map(c -> new Object[] {c.seriesId(), c.span().number()})
            .toList());
  }

  /** Notes all weeks of all series that have lines or sums. */
  public void recount() {
    sql.update(
        "insert into changed_sales (series_id, span) select "
            + EVERY
            + ", span from (select span from sales_sums union"
            + " select cast(floor((extract(epoch from booked_on) / 86400 + 3) / 91) as int)"
            + " from sales_line where excluded_because is null) spans");
  }

  /** Returns what changed of the series numbered from … to, each change once, in order. */
  public List<Change> of(long from, long to) {
    return sql.list(
        row -> new Change(row.getLong(1), new ThirteenWeeks(row.getInt(2))),
        "select distinct series_id, span from changed_sales where series_id = ?"
            + " or series_id between ? and ? order by span, series_id",
        EVERY,
        from,
        to);
  }

  /** Returns what changed in these weeks, of the series numbered from … to, each change once. */
  public List<Change> in(ThirteenWeeks span, long from, long to) {
    return sql.list(
        row -> new Change(row.getLong(1), span),
        "select distinct series_id from changed_sales where (series_id = ?"
            + " or series_id between ? and ?) and span = ?",
        EVERY,
        from,
        to,
        span.number());
  }

  /** Returns whether something changed in these weeks that may concern any series. */
  public boolean ofEverySeries(ThirteenWeeks span) {
    return !in(span, EVERY, EVERY).isEmpty();
  }

  /** Returns the numbers of series that changed in these weeks, larger than one, in order. */
  public List<Long> seriesIn(ThirteenWeeks span, long after, int limit) {
    return sql.list(
        row -> row.getLong(1),
        "select distinct series_id from changed_sales where span = ? and series_id > ?"
            + " order by series_id fetch first ? rows only",
        span.number(),
        after,
        limit);
  }

  /** Returns in which weeks anything changed, in order. */
  public List<ThirteenWeeks> spans() {
    return sql.list(
        row -> new ThirteenWeeks(row.getInt(1)),
        "select distinct span from changed_sales order by span");
  }

  /** Forgets what changed of the series numbered from … to in these weeks. */
  public void forget(ThirteenWeeks span, long from, long to) {
    sql.update(
        "delete from changed_sales where span = ? and series_id between ? and ?",
        span.number(),
        from,
        to);
  }

  /** Forgets that something changed in these weeks of any series. */
  public void forgetEvery(ThirteenWeeks span) {
    forget(span, EVERY, EVERY);
  }
}
