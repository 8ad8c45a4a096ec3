package org.demandwright.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real PostgreSQL for the whole test JVM, with fresh databases for whoever asks. Its binaries
 * come from Maven Central; it listens on a free port of the loopback and ends with the JVM.
 */
public final class SharedPostgres {
  /** Who may read the ERP's views and nothing else. */
  public static final String READER = "demandwright_reader";

  private static final String OWNER = "postgres";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static EmbeddedPostgres server;

  private SharedPostgres() {}

  /** Where a database is and who opens it. */
  public record Database(String url, String user, String password) {
    public Connection open() throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }

    /** Returns the same database as somebody else sees it. */
    public Database as(String otherUser, String otherPassword) {
      return new Database(url, otherUser, otherPassword);
    }

    /** Points a server's data source {@code store} or {@code erp} here; takes effect at start. */
    public void connect(PayaraServer payara, String source) {
      payara.set("dw." + source + ".class", "org.postgresql.ds.PGSimpleDataSource");
      payara.set("dw." + source + ".url", url);
      payara.set("dw." + source + ".user", user);
      payara.set("dw." + source + ".password", password);
    }
  }

  /** Creates an empty database. */
  public static synchronized Database create(String name) throws SQLException {
    String unique = name + "_" + COUNT.incrementAndGet();
    try (Connection admin = server().getPostgresDatabase().getConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("create database " + unique);
    }
    return new Database(
        "jdbc:postgresql://localhost:" + server().getPort() + "/" + unique, OWNER, OWNER);
  }

  private static EmbeddedPostgres server() throws SQLException {
    if (server == null) {
      try {
        server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not start", e);
      }
      try (Connection admin = server.getPostgresDatabase().getConnection();
          Statement statement = admin.createStatement()) {
        statement.execute("create role " + READER + " login password '" + READER + "'");
      }
    }
    return server;
  }
}
