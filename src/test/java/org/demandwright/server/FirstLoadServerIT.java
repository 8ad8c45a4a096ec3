package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A first load that is killed between what was read ahead and what was committed goes on where it
 * was, and ends with the lines and the indexes of an unbroken one.
 */
@OnlyLong
class FirstLoadServerIT {
  private static final long LINES = 12_000;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Far less than a page, so that most of what is read waits for its chunk. */
  private static final Map<String, String> SMALL_CHUNKS = Map.of("chunkSize", "100");

  private static final String POSITION =
      "select changed_at || ' ' || source_key from watermark where source = 'dw_sales_line'";

  private static final String LAST_WRITTEN =
      "select changed_at || ' ' || source_key from (select changed_at, source_key from sales_line"
          + " union all select changed_at, source_key from quarantine) read_rows"
          + " order by changed_at desc, source_key desc fetch first 1 row only";

  @Test
  void a_killed_first_load_ends_like_an_unbroken_one() throws Exception {
    TestDatabase database = SharedPostgres.create("first_load_erp");
    BulkErp.load(database, LINES);
    TestErp erp = BulkErp.open(database);
    TestDatabase unbroken = SharedPostgres.create("unbroken_store");
    try (PayaraServer server = between(erp, unbroken).start()) {
      server.client().complete("import-sales", SMALL_CHUNKS, LIMIT);
    }
    TestDatabase broken = SharedPostgres.create("broken_store");
    try (PayaraServer server = between(erp, broken).start()) {
      long id = server.client().start("import-sales", SMALL_CHUNKS);
      awaitLines(broken, 300);
      server.killHard();
      long kept = lines(broken);
      assertThat(kept).as("caught in the middle").isBetween(300L, LINES - 4_000);
      assertThat(texts(broken, POSITION))
          .as("the position counts what is written, not what is read ahead")
          .isEqualTo(texts(broken, LAST_WRITTEN));
      assertThat(indexes(broken)).as("built after the lines").isEmpty();

      server.start();
      JsonPath resumed = server.client().awaitResumed(id, LIMIT);
      assertThat(resumed.getString("status")).as(resumed.prettify()).isEqualTo("COMPLETED");
    }
    assertThat(new StoreState(broken).digests()).isEqualTo(new StoreState(unbroken).digests());
    assertThat(account(broken)).isEqualTo(account(unbroken));
    assertThat(indexes(broken)).isNotEmpty().isEqualTo(indexes(unbroken));
  }

  private static PayaraServer between(TestErp erp, TestDatabase store) throws Exception {
    PayaraServer server = PayaraServer.in(PayaraServer.freshFolder("first-load"));
    erp.reader().connect(server, "erp");
    store.connect(server, "store");
    return server;
  }

  private static void awaitLines(TestDatabase store, long wanted) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (lines(store) < wanted) {
      assertThat(System.nanoTime()).as("lines within %s", LIMIT).isLessThan(deadline);
      Thread.sleep(5);
    }
  }

  private static long lines(TestDatabase store) throws SQLException {
    return Long.parseLong(texts(store, "select count(*) from sales_line").get(0));
  }

  private static List<String> indexes(TestDatabase store) throws SQLException {
    return texts(
        store,
        "select indexdef from pg_indexes where tablename = 'sales_line' and indexdef not like"
            + " '%UNIQUE%' order by 1");
  }

  private static List<String> account(TestDatabase store) throws SQLException {
    return texts(
        store,
        "select outcome || ' ' || rule || ' ' || line_count || ' ' || quantity from intake_account"
            + " order by 1");
  }

  private static List<String> texts(TestDatabase database, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
