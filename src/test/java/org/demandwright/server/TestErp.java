package org.demandwright.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.demandwright.demo.DemoErp;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.erp.SqlScript;

/**
 * A generated ERP with its canonical views.
 *
 * @param owner who owns the tables; tests change rows as this user
 * @param reader who may SELECT the views and nothing else; Demandwright reads as this user
 */
public record TestErp(TestDatabase owner, TestDatabase reader) {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Fills an empty database. */
  public static TestErp load(TestDatabase empty, DemoSize size) throws SQLException {
    try (Connection connection = empty.open()) {
      new DemoErp(size).load(connection);
    }
    grantViews(empty);
    String user = "erp_reader_" + COUNT.incrementAndGet();
    empty.run(creationOf(user, empty), "grant demandwright_reader to " + user);
    if (empty.isMariaDb()) {
      empty.run("set default role demandwright_reader for " + user);
    }
    return new TestErp(empty, empty.as(user, user));
  }

  private static String creationOf(String user, TestDatabase erp) {
    String create =
        erp.isH2()
            ? "create user %1$s password '%1$s'"
            : erp.isMariaDb()
                ? "create user %1$s identified by '%1$s'"
                : "create role %1$s login password '%1$s'";
    return create.formatted(user);
  }

  /** The databases of one PostgreSQL or MariaDB share their roles: it may be there already. */
  private static void grantViews(TestDatabase erp) throws SQLException {
    for (String statement : SqlScript.of("sql/erp/grants.sql").statements()) {
      if (statement.startsWith("create role") && !erp.isH2()) {
        erp.run(
            erp.isMariaDb()
                ? statement.replace("create role", "create role if not exists")
                : "do $$ begin "
                    + statement
                    + "; exception when duplicate_object then null; end $$");
      } else {
        erp.run(statement);
      }
    }
  }
}
