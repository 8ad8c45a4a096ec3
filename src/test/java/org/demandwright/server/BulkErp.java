package org.demandwright.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.demandwright.erp.SqlScript;

/**
 * The demo ERP's tables filled to any number of lines by a few set-based statements on PostgreSQL:
 * three companies with two sites each, 3,000 items, three years, four lines an order.
 *
 * <p>Change stamps rise with the lines' numbers, jumbled by the hours between order and shipment;
 * every 200th line of the first two years changed up to seven months late; one line in fifty shares
 * its stamp with all others of a bulk change, of which there are three. All of it is arithmetic on
 * the line's number: the same number of lines gives the same rows everywhere.
 */
public final class BulkErp {
  /** The stamp of the bulk change in the middle of the history. */
  public static final String BULK_STAMP = "2024-06-30 22:00:00";

  private static final int LINES_PER_ORDER = 4;

  private BulkErp() {}

  /** Fills an empty PostgreSQL database with about so many lines, a multiple of four. */
  public static void load(TestDatabase empty, long lines) throws SQLException {
    long orders = lines / LINES_PER_ORDER;
    try (Connection connection = empty.open();
        Statement statement = connection.createStatement()) {
      SqlScript.of("sql/demo/schema.sql").run(connection);
      statement.execute("drop index sales_order_line_changed");
      for (String sql : MASTER_DATA) {
        statement.execute(sql);
      }
      statement.execute(orders(1, orders, orders));
      statement.execute(lines(1, orders, orders));
      statement.execute(
          "create index sales_order_line_changed on sales_order_line (changed_at, id)");
      statement.execute("vacuum analyze");
    }
  }

  /** Installs the canonical views of today over a loaded database, and their reader. */
  public static TestErp open(TestDatabase loaded) throws SQLException {
    SqlScript views = SqlScript.of("sql/erp/demo/views.sql");
    for (String create : views.statements()) {
      String name = create.split("\\s+")[2];
      loaded.run("drop view if exists " + name, create);
    }
    return TestErp.withReader(loaded, "bulk_reader");
  }

  private static final String[] MASTER_DATA = {
    "insert into company select 'C' || c, 'Company ' || c, (array['CNY', 'EUR', 'USD'])[c]"
        + " from generate_series(1, 3) c",
    "insert into site select 'S' || s, 'C' || (s % 3 + 1), 'Site ' || s, 'UTC'"
        + " from generate_series(0, 5) s",
    "insert into vendor select 'V1', 'Vendor', 7",
    "insert into item select 'I' || lpad(i::text, 5, '0'), 'C' || (i % 3 + 1), 'Item ' || i,"
        + " 'Category ' || (i % 12), 'pc', 'V1', 7, 1, 1, 1 + i % 90, 'EUR', true,"
        + " date '2022-01-01', null, timestamp '2022-01-01 00:00:00'"
        + " from generate_series(0, 2999) i"
  };

  /** Orders are taken evenly over 1,095 days; their status is what it is at the end of them. */
  private static String orders(long first, long last, long total) {
    return """
        insert into sales_order
        select o, 'C' || (o %% 3 + 1),
               (case when o %% 83 = 0 then 'RMA-' else 'SO-' end) || lpad(o::text, 9, '0'),
               case when o %% 83 = 0 then 'RETURN' else 'STANDARD' end,
               'S' || (o %% 6), 'K' || (o * 48271 %% 100003 %% 4000),
               cast(%s as date), (array['CNY', 'EUR', 'USD'])[o %% 3 + 1],
               case when o * 69621 %% 1000003 %% 80 = 0 then 'CANCELLED'
                    when o > %d * 0.99 and o %% 50 = 1 then 'DRAFT' else 'SHIPPED' end
        from generate_series(cast(%d as bigint), %d) o
        """
        .formatted(ordered("o", total), total, first, last);
  }

  private static String lines(long firstOrder, long lastOrder, long total) {
    return """
        insert into sales_order_line
        select l, o, (l - 1) %% 4 + 1,
               case when l * 16807 %% 1000003 %% 120 = 0 then null
                    when l * 16807 %% 1000003 %% 20011 = 1 then 'MISSING'
                    else 'I' || lpad((o %% 3 + 3 * (l * 48271 %% 2147483647 %% 1000))::text, 5, '0')
               end,
               null, 1 + l * 69621 %% 1000003 %% 24, 1 + l * 69621 %% 1000003 %% 24, 'pc',
               1 + l %% 90, 1 + l %% 97, null,
               case when l * 48271 %% 1000003 %% 100 = 0 then 'CANCELLED'
                    when l * 48271 %% 1000003 %% 500 = 1 then 'SAMPLE' else 'SHIPPED' end,
               case when l %% 50 = 7 and ordered < timestamp '2023-09-01'
                      then timestamp '2023-09-30 22:00:00'
                    when l %% 50 = 7 and ordered < timestamp '2024-06-01' then timestamp '%s'
                    when l %% 50 = 7 and ordered < timestamp '2025-03-01'
                      then timestamp '2025-03-31 22:00:00'
                    when l * 69621 %% 1000003 %% 200 = 0 and ordered < timestamp '2025-05-01'
                      then ordered + (l %% 200) * interval '1 day' + l %% 999983 * interval '1 us'
                    else ordered + (l * 48271 %% 2147483647 %% 3400 + 120) * interval '1 minute'
                         + l %% 999983 * interval '1 us' end
        from (select l, (l + 3) / 4 as o, %s as ordered
              from generate_series(cast(%d as bigint), %d) l) as numbered
        """
        .formatted(
            BULK_STAMP,
            ordered("(l + 3) / 4", total),
            (firstOrder - 1) * LINES_PER_ORDER + 1,
            lastOrder * LINES_PER_ORDER);
  }

  private static String ordered(String order, long total) {
    return "timestamp '2023-01-01 06:00:00' + (%s) * (1095 * 86400.0 / %d) * interval '1 second'"
        .formatted(order, total);
  }
}
