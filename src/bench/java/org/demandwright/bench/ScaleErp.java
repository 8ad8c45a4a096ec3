package org.demandwright.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.demandwright.erp.SqlScript;
import org.demandwright.server.BulkErp;
import org.demandwright.server.TestDatabase;
import org.demandwright.server.TestErp;

/**
 * The demo ERP's tables with daily retail demand of the size of the M5 competition: 3,049 items in
 * seven departments at ten sites over 1,941 days, as order lines, by set-based SQL on PostgreSQL.
 *
 * <p>About a third of the series-days sell. Sold units are geometric around a mean that is skewed
 * over items and sites, with a week, a season of the department, a trend of the item, prices that
 * rise by the year, promotions of ten days, launches, ends, and a day of the year on which all is
 * closed. One sale in several is two lines. All of it is arithmetic on a hash of series and day:
 * the same number of items gives the same rows, and a day that is booked later is like all others.
 */
final class ScaleErp {
  static final int ITEMS = 3_049;
  static final int SITES = 10;
  static final int DAYS = 1_941;
  static final LocalDate FIRST_DAY = LocalDate.of(2011, 1, 29);

  private static final int DAYS_AT_ONCE = 60;

  /** Orders of one site and day hold the lines of so many neighbouring items. */
  private static final int ITEMS_AN_ORDER = 32;

  /** Late lines are numbered from here. */
  private static final long LATE = 10_000_000_000L;

  private final TestErp erp;
  private int days;

  private ScaleErp(TestErp erp, int days) {
    this.erp = erp;
    this.days = days;
  }

  /** Fills an empty database with so many items at all sites. */
  static ScaleErp load(TestDatabase empty, int items) throws SQLException {
    try (Connection connection = empty.open();
        Statement statement = connection.createStatement()) {
      SqlScript.of("sql/demo/schema.sql").run(connection);
      statement.execute("drop index sales_order_line_changed");
      for (String sql : MASTER_DATA) {
        statement.execute(sql.formatted(items));
      }
      for (int from = 0; from < DAYS; from += DAYS_AT_ONCE) {
        book(statement, from, Math.min(DAYS, from + DAYS_AT_ONCE));
      }
      statement.execute(
          "create index sales_order_line_changed on sales_order_line (changed_at, id)");
      statement.execute("vacuum analyze");
    }
    return new ScaleErp(BulkErp.open(empty), DAYS);
  }

  TestErp erp() {
    return erp;
  }

  long lines() throws SQLException {
    return number("select count(*) from sales_order_line");
  }

  long series() throws SQLException {
    return number("select count(*) from scale_series");
  }

  /** Books one more day; returns the number of its lines. */
  long bookDay() throws SQLException {
    long before = lines();
    try (Connection connection = erp.owner().open();
        Statement statement = connection.createStatement()) {
      book(statement, days, days + 1);
    }
    days++;
    return lines() - before;
  }

  /** Books a line four days late for one series in a hundred; returns their number. */
  long bookLate() throws SQLException {
    erp.owner()
        .run(
            """
            insert into sales_order
            select %1$d + number, 'M5', 'LATE-' || number, 'STANDARD', site_id, 'K1',
                   date '%2$s', 'USD', 'SHIPPED'
            from scale_series where number %% 100 = 37
            """
                .formatted(LATE + days * 100_000L, FIRST_DAY.plusDays(days - 4)),
            """
            insert into sales_order_line
            select %1$d + number, %1$d + number, 1, item_id, null, 2, 2, 'pc', price, price, null,
                   'SHIPPED', timestamp '%2$s 22:30:00' + number * interval '1 us'
            from scale_series where number %% 100 = 37
            """
                .formatted(LATE + days * 100_000L, FIRST_DAY.plusDays(days + 2)));
    return number("select count(*) from scale_series where number % 100 = 37");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = erp.owner().open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void book(Statement statement, int from, int to) throws SQLException {
    statement.execute(ORDERS.formatted(FIRST_DAY, from, to - 1, ITEMS_AN_ORDER));
    statement.execute(LINES.formatted(FIRST_DAY, from, to - 1, ITEMS_AN_ORDER));
  }

  /** A number in (0, 1) that belongs to a key, another one for each salt. */
  private static String uniform(String key, int salt) {
    return "(((hashint8extended(%s, %d) & 2147483647) + 0.5) / 2147483648.0)::double precision"
        .formatted(key, salt);
  }

  private static final String[] MASTER_DATA = {
    "insert into company values ('M5', 'Retailer', 'USD')",
    "insert into site select (array['CA_1','CA_2','CA_3','CA_4','TX_1','TX_2','TX_3','WI_1','WI_2',"
        + "'WI_3'])[s + 1], 'M5', 'Store ' || s, 'UTC' from generate_series(0, 9) s",
    "insert into vendor values ('V1', 'Vendor', 7)",
    "insert into item select dept || '_' || lpad(i::text, 4, '0'), 'M5', 'Item ' || i, dept, 'pc',"
        + " 'V1', 7, 1, 1, round((0.6 * (1 + 19 * "
        + uniform("i", 1)
        + "))::numeric, 2), 'USD', true, date '2011-01-29', null, timestamp '2011-01-01 00:00:00'"
        + " from (select i, case when x < 216 then 'FOODS_1' when x < 614 then 'FOODS_2'"
        + " when x < 1437 then 'FOODS_3' when x < 1853 then 'HOBBIES_1' when x < 2002 then"
        + " 'HOBBIES_2' when x < 2534 then 'HOUSEHOLD_1' else 'HOUSEHOLD_2' end as dept"
        + " from (select i, i * 3049 / %1$d as x from generate_series(0, %1$d - 1) i) as n) as d",
    // Numbered by item and site; mean is that of a usual day in the middle of the history.
    "create table scale_series as select i.n * 10 + s.n as number, i.n as item_no, s.n as site_no,"
        + " i.item_id, s.site_id, round((1 + 19 * "
        + uniform("i.n", 1)
        + ")::numeric, 2) as price, 0.1 * exp(4.7 * power("
        + uniform("i.n", 2)
        + ", 2)) * (0.6 + "
        + uniform("s.n", 3)
        + ") * exp(1.2 * ("
        + uniform("i.n * 10 + s.n", 4)
        + " - 0.5)) as mean, "
        + uniform("i.n", 5)
        + " - 0.5 as growth, 0.2 + 0.3 * "
        + uniform("hashtext(i.category)", 6)
        + " as weekend, 0.35 * "
        + uniform("hashtext(i.category)", 7)
        + " as season, 365 * "
        + uniform("hashtext(i.category)", 8)
        + " as phase, case when "
        + uniform("i.n * 10 + s.n", 9)
        + " < 0.6 then 0 else floor(1450 * "
        + uniform("i.n * 10 + s.n", 10)
        + ")::int end as launch, case when "
        + uniform("i.n * 10 + s.n", 11)
        + " < 0.03 then floor(1600 + 340 * "
        + uniform("i.n * 10 + s.n", 12)
        + ")::int else 1000000 end as ending, case when "
        + uniform("i.n", 13)
        + " < 0.5 then floor(119 * "
        + uniform("i.n", 14)
        + ")::int end as promoted, (array[0.1, 0.2, 0.3])[(i.n %% 3) + 1]::numeric as discount"
        + " from (select item_id, category, row_number() over (order by item_id) - 1 as n from"
        + " item) i cross join (select site_id, row_number() over (order by site_id) - 1 as n from"
        + " site) s",
    "insert into price_list select row_number() over (order by item_id, y), item_id, null,"
        + " make_date(y, 1, 1), make_date(y, 12, 31), round(max(price) * (1 + 0.03 * (y - 2011)), 2),"
        + " 'USD' from scale_series, generate_series(2011, 2017) y group by item_id, y",
    "insert into promotion select row_number() over (order by item_id, k), 'Offer ' || k, item_id,"
        + " null, date '2011-01-29' + min(promoted) + k * 119, date '2011-01-29' + min(promoted) + k"
        + " * 119 + 9, max(discount) from scale_series, generate_series(0, 17) k where promoted is"
        + " not null group by item_id, k",
    "insert into calendar_event select row_number() over (order by y, e.name), make_date(y, e.m,"
        + " e.d), e.name, 'EVENT', null from generate_series(2011, 2016) y, (values ('Super Bowl',"
        + " 2, 6), ('Cinco De Mayo', 5, 5), ('Back to school', 8, 15), ('Halloween', 10, 31)) as"
        + " e(name, m, d)",
    "analyze scale_series"
  };

  private static final String ORDERS =
      """
      insert into sales_order
      select (d * 10 + site_no) * 1000 + block, 'M5',
             'SO-' || (d * 10 + site_no) * 1000 + block, 'STANDARD', site_id,
             'K' || (hashint8extended((d * 10 + site_no) * 1000 + block, 15) & 1023),
             date '%1$s' + d::int, 'USD', 'SHIPPED'
      from generate_series(cast(%2$d as bigint), %3$d) d
      cross join (select distinct site_no, site_id, item_no / %4$d as block from scale_series) s
      order by 1
      """;

  private static final String LINES =
      """
      insert into sales_order_line
      select (d * 40000 + number) * 2 + k, (d * 10 + site_no) * 1000 + item_no / %4$d,
             (item_no %% %4$d) * 2 + k, item_id, null, q, q, 'pc',
             round(listed * (1 - off), 2), listed,
             case when off > 0 then 1 end, 'SHIPPED',
             day + interval '20 hours' + ((d * 40000 + number) * 48271 %% 4001) * interval '1 minute'
               + number * interval '1 us'
      from (
        select *, case when k = 2 then units / 2 when parts = 2 then units - units / 2 else units
                  end as q
        from (
          select *, floor(ln(chance) / ln(expected / (1 + expected)))::bigint as units
          from (
            select d, s.*, date '%1$s' + d::int as day,
                   round(price * (1 + 0.03 * (extract(year from date '%1$s' + d::int) - 2011)), 2)
                     as listed,
                   case when (d - promoted) %% 119 between 0 and 9 then discount else 0 end as off,
                   ^chance^ as chance,
                   mean * exp(growth * (d - 970) / 1941.0)
                     * (1 + season * sin(6.283185307 * (d + phase) / 365.25))
                     * case when d %% 7 < 2 then 1 + weekend else 1 end
                     * case when (d - promoted) %% 119 between 0 and 9
                            then 1 + 3 * discount::double precision else 1 end as expected
            from generate_series(cast(%2$d as bigint), %3$d) d
            cross join scale_series s
            where d >= launch and d < ending
              and to_char(date '%1$s' + d::int, 'MMDD') <> '1225'
            offset 0
          ) as usual
          where chance <= expected / (1 + expected)
        ) as sold
        cross join lateral (
          select case when units >= 2 and (hashint8extended(d * 40000 + number, 17) & 3) = 0
                      then 2 else 1 end as parts
        ) as p
        cross join lateral generate_series(1, parts) k
      ) as lines
      order by d, number, k
      """
          .replace("^chance^", uniform("d * 40000 + number", 16));
}
