package org.demandwright.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One real PostgreSQL for the whole test JVM, with fresh databases for whoever asks. Its binaries
 * come from Maven Central; it listens on a free port of the loopback and ends with the JVM.
 */
public final class SharedPostgres {
  private static final String OWNER = "postgres";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static EmbeddedPostgres server;

  private SharedPostgres() {}

  /** Creates an empty database and returns it as its owner opens it. */
  public static synchronized TestDatabase create(String name) throws SQLException {
    start();
    String unique = name + "_" + COUNT.incrementAndGet();
    at("postgres").run("create database " + unique);
    return at(unique);
  }

  /** Creates a database that is as another one of this server, which nobody has open, is now. */
  public static synchronized TestDatabase copy(TestDatabase of, String name) throws SQLException {
    String unique = name + "_" + COUNT.incrementAndGet();
    String template = of.url().substring(of.url().lastIndexOf('/') + 1);
    at("postgres")
        .run("create database %s template %s strategy file_copy".formatted(unique, template));
    return at(unique);
  }

  private static TestDatabase at(String database) {
    String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    return TestDatabase.postgres(url, OWNER, OWNER);
  }

  private static void start() {
    if (server != null) {
      return;
    }
    try {
      server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }
}
