package org.demandwright.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A bulk ERP that is imported in full, lives on, and is imported again: 10,000 lines are new, 100
 * changed and 100 deleted all over its history.
 */
public final class IncrementalIntake implements AutoCloseable {
  public static final int NEW = 10_000;
  public static final int CHANGED = 100;
  public static final int DELETED = 100;

  private static final Duration LIMIT = Duration.ofHours(3);

  private final PayaraServer server;
  private final StoreState store;

  /** Starts a server between the ERP and an empty store, both on PostgreSQL. */
  public IncrementalIntake(TestErp erp, TestDatabase store, Path folder)
      throws IOException, InterruptedException {
    this.store = new StoreState(store);
    server = PayaraServer.in(folder);
    erp.reader().connect(server, "erp");
    store.connect(server, "store");
    server.start();
  }

  /**
   * Lets the ERP live on; it has so many lines, numbered from 1, none of them changed like this.
   */
  public static void liveOn(TestErp erp, long lines) throws SQLException {
    long between = lines / CHANGED;
    erp.owner()
        .run(
            "insert into sales_order select %1$d + n, 'C' || (n %% 3 + 1), 'NEW-' || n, 'STANDARD',"
                    .formatted(lines)
                + " 'S' || (n % 6), 'K1', date '2026-01-14', 'EUR', 'SHIPPED'"
                + " from generate_series(1, %d) n".formatted(NEW / 4),
            "insert into sales_order_line select %1$d + n, %1$d + (n + 3) / 4, (n - 1) %% 4 + 1, 'I' ||"
                    .formatted(lines)
                + " lpad(((n + 3) / 4 % 3 + 3 * (n * 48271 % 1000))::text, 5, '0'), null, 5, 5, 'pc',"
                + " 9, 9, null, 'SHIPPED', timestamp '2026-01-14 08:00:00' + n * interval '1 second'"
                + " from generate_series(1, %d) n".formatted(NEW),
            "update sales_order_line set quantity = quantity + 1, changed_at = timestamp '2026-01-14"
                + " 12:00:00' + id * interval '1 us' where id % "
                + between
                + " = 5 and id <= "
                + lines,
            "delete from sales_order_line where id % " + between + " = 11 and id <= " + lines,
            "analyze sales_order_line");
  }

  /** Runs the import to its good end and returns when it was where. */
  public RunTimes importSales() throws IOException, InterruptedException {
    return run("import-sales");
  }

  /** Looks for what is wrong in the demand and returns how long that took. */
  public RunTimes inspectDemand() throws IOException, InterruptedException {
    return run("inspect-demand");
  }

  private RunTimes run(String job) throws IOException, InterruptedException {
    return RunTimes.of(server.client().complete(job, Map.of(), LIMIT));
  }

  /** Returns the number of the server's process. */
  public long pid() {
    return server.pid();
  }

  public StoreState store() {
    return store;
  }

  @Override
  public void close() throws InterruptedException {
    server.close();
  }
}
