package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.IntStream;
import org.demandwright.store.sql.Sql;

/**
 * How many lines stand in {@code sales_line}, by rule, day and source: kept with the lines, so that
 * nobody has to read them all to count them.
 */
@ApplicationScoped
public class LineDayStore {
  private static final String COLUMNS =
      "line_count, sold_count, quantity, rule_name, derived, order_day, wanted_day, source";

  /** As the migrations counted them first. */
  private static final String DAY =
      "case when coalesce(excluded_because, 'KIT') in ('KIT', 'OUTSIDE_DAYS')"
          + " and booked_on is not null then %s else date '0001-01-01' end";

  private final Sql sql;

  @Inject
  public LineDayStore(Sql sql) {
    this.sql = sql;
  }

  LineDayStore() {
    this(null);
  }

  /** Adds to the counts of a source, in the transaction that changes the lines. */
  void add(String source, DayChanges changes) {
    List<Object[]> rows = changes.rows(source);
    int[] there =
        sql.batch(
            "update line_day set line_count = line_count + ?, sold_count = sold_count + ?,"
                + " quantity = quantity + ? where rule_name = ? and derived = ? and order_day = ?"
                + " and wanted_day = ? and source = ?",
            rows);
    sql.batch(
        "insert into line_day (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
        IntStream.range(0, there.length).filter(i -> there[i] == 0).mapToObj(rows::get).toList());
  }

  /** Counts anew from the lines. */
  @Transactional
  public void recount() {
    sql.update("delete from line_day");
    sql.update(
        "insert into line_day ("
            + COLUMNS
            + ") select count(*), sum(case when quantity > 0 then 1 else 0 end),"
            + " coalesce(sum(quantity), 0), rule_name, derived, order_day, wanted_day, source from"
            + " (select coalesce(excluded_because, '') as rule_name, case when derived_from is null"
            + " then false else true end as derived, "
            + DAY.formatted("coalesce(order_date, booked_on)")
            + " as order_day, "
            + DAY.formatted("booked_on")
            + " as wanted_day, quantity, source from sales_line) seen"
            + " group by rule_name, derived, order_day, wanted_day, source");
  }

  /** Returns whether the counts are those of as many lines as there are. */
  boolean complete() {
    return sql.number("select coalesce(sum(line_count), 0) from line_day")
        == sql.number("select count(*) from sales_line");
  }
}
