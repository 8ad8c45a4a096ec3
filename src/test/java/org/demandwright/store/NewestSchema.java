package org.demandwright.store;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.demandwright.store.sql.SchemaMigration;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.RunScript;

/**
 * The newest schema for databases of tests. What the migrations make of an H2 in memory is kept as
 * a script, once for the test JVM, which every further H2 that is empty runs instead; a PostgreSQL
 * is a copy of one that they made; any other database is migrated. The databases in memory are
 * closed after the test class that opened them.
 */
public final class NewestSchema {
  private static final String H2 = "jdbc:h2:";
  private static final String IN_MEMORY = H2 + "mem:";
  private static final String MEMORY = "CREATE MEMORY TABLE";
  private static final String FILE = "CREATE CACHED TABLE";
  private static final List<DataSource> OPEN = new CopyOnWriteArrayList<>();
  private static final Set<String> COPIES = ConcurrentHashMap.newKeySet();
  private static final int MOST_KEPT = 8;
  private static final Queue<KeptConnections> KEPT = new ConcurrentLinkedQueue<>();
  private static String script;
  private static TestDatabase postgres;

  private NewestSchema() {}

  /** Creates a database of the shared PostgreSQL that has the newest schema and no rows. */
  public static synchronized TestDatabase onPostgres(String name) throws SQLException {
    if (postgres == null) {
      TestDatabase migrated = SharedPostgres.create("newest");
      SchemaMigration.of(migrated.dataSource()).load().migrate();
      postgres = migrated;
    }
    TestDatabase copy = SharedPostgres.copy(postgres, name);
    COPIES.add(copy.url());
    return copy;
  }

  /** Opens such a database; its connections are used again until the test class is done. */
  public static DataSource postgres(String name) throws SQLException {
    KeptConnections database = new KeptConnections(onPostgres(name));
    KEPT.add(database);
    while (KEPT.size() > MOST_KEPT) {
      KEPT.remove().close();
    }
    return database;
  }

  /** Brings a database to the newest schema. */
  public static void in(DataSource database) {
    try {
      if (!copied(database)) {
        SchemaMigration.of(database).load().migrate();
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  private static boolean copied(DataSource database) throws SQLException {
    try (Connection c = database.getConnection()) {
      String url = c.getMetaData().getURL();
      if (!url.startsWith(H2)) {
        return COPIES.contains(url.replaceFirst("\\?.*", "")); // the driver adds parameters
      }
      boolean inMemory = url.startsWith(IN_MEMORY);
      if (inMemory) {
        OPEN.add(database);
      }
      if (!isEmpty(c)) {
        return false;
      }
      RunScript.execute(c, new StringReader(inMemory ? script() : script().replace(MEMORY, FILE)));
      return true;
    }
  }

  private static boolean isEmpty(Connection c) throws SQLException {
    try (ResultSet tables = c.getMetaData().getTables(null, "PUBLIC", "%", null)) {
      return !tables.next();
    }
  }

  private static synchronized String script() throws SQLException {
    if (script == null) {
      String url = IN_MEMORY + UUID.randomUUID();
      try (Connection c = DriverManager.getConnection(url)) {
        JdbcDataSource migrated = new JdbcDataSource();
        migrated.setURL(url);
        SchemaMigration.of(migrated).load().migrate();
        script = script(c);
      }
    }
    return script;
  }

  /** Returns the statements that make a database as this one is, but for its users. */
  static String script(Connection c) throws SQLException {
    StringBuilder lines = new StringBuilder();
    try (Statement s = c.createStatement();
        ResultSet rows = s.executeQuery("script")) {
      while (rows.next()) {
        if (!rows.getString(1).startsWith("CREATE USER")) {
          lines.append(rows.getString(1)).append('\n');
        }
      }
    }
    return lines.toString();
  }

  /** Closes the databases in memory, and what connections to others are idle. */
  static void closeAll() throws SQLException {
    for (KeptConnections database : KEPT) {
      database.close();
    }
    KEPT.clear();
    for (DataSource database : OPEN) {
      try (Connection c = database.getConnection();
          Statement s = c.createStatement()) {
        s.execute("shutdown immediately");
      } catch (SQLException closedAlready) {
        // What cannot be opened any more holds no memory.
      }
    }
    OPEN.clear();
  }
}
