package org.demandwright.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
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

  /**
   * Fills an empty database. One connection stays open until the reader is there: an H2 that is
   * closed and opened anew between two statements may not know the role of the first.
   */
  public static TestErp load(TestDatabase empty, DemoSize size) throws SQLException {
    try (Connection connection = empty.open()) {
      new DemoErp(size).load(connection);
      return withReader(empty, "erp_reader_" + COUNT.incrementAndGet());
    }
  }

  /** Makes a user who may SELECT the views of a loaded ERP, with its name as password. */
  public static TestErp withReader(TestDatabase erp, String user) throws SQLException {
    grantViews(erp);
    erp.run(unlessThere(creationOf(user, erp), erp), "grant demandwright_reader to " + user);
    if (erp.isMariaDb()) {
      erp.run("set default role demandwright_reader for " + user);
    }
    return new TestErp(erp, erp.as(user, user));
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

  private static void grantViews(TestDatabase erp) throws SQLException {
    for (String statement : SqlScript.of("sql/erp/grants.sql").statements()) {
      erp.run(statement.startsWith("create role") ? unlessThere(statement, erp) : statement);
    }
    for (String statement : SqlScript.of("sql/erp/grants-since-3.sql").statements()) {
      if (has(erp, statement.split(" ", -1)[3])) {
        erp.run(statement);
      }
    }
  }

  /** An ERP that an earlier build loaded has views of contract 2. */
  private static boolean has(TestDatabase erp, String view) throws SQLException {
    try (Connection connection = erp.open()) {
      String name = erp.isH2() ? view.toUpperCase(Locale.ROOT) : view;
      return connection.getMetaData().getTables(connection.getCatalog(), null, name, null).next();
    }
  }

  /** The databases of one PostgreSQL or MariaDB share their roles: one may be there already. */
  private static String unlessThere(String createRole, TestDatabase erp) {
    if (erp.isH2()) {
      return createRole;
    }
    return erp.isMariaDb()
        ? createRole.replace("create role", "create role if not exists")
        : "do $$ begin " + createRole + "; exception when duplicate_object then null; end $$";
  }
}
