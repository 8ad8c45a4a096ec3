package org.demandwright.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.demandwright.server.BulkErp;
import org.demandwright.server.TestDatabase;
import org.demandwright.server.TestErp;

/**
 * A PostgreSQL of the benchmarks' own. Its folder is kept, so that data made once serve many runs:
 * delete the folder to be rid of them. Unlike the tests' server it waits for the disk at each
 * commit, as one in use does.
 */
final class BenchPostgres implements AutoCloseable {
  private static final String OWNER = "postgres";

  /** What an administrator of a machine with 8 GiB would set; everything else is the default. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "shared_buffers", "1GB",
          "effective_cache_size", "4GB",
          "maintenance_work_mem", "256MB",
          "max_wal_size", "4GB",
          "random_page_cost", "1.1");

  private final EmbeddedPostgres server;
  private final Path folder;
  private final boolean passing;

  private BenchPostgres(EmbeddedPostgres server, Path folder, boolean passing) {
    this.server = server;
    this.folder = folder;
    this.passing = passing;
  }

  /** Starts the server on the folder and fills it first where it is empty. */
  static BenchPostgres in(Path folder) throws IOException {
    return start(folder, false);
  }

  /** Starts a server on an empty folder, which goes with it, also where the bench breaks off. */
  static BenchPostgres passing(Path folder) throws IOException {
    BenchPostgres started = start(folder, true);
    Runtime.getRuntime().addShutdownHook(new Thread(started::remove));
    return started;
  }

  private static BenchPostgres start(Path folder, boolean passing) throws IOException {
    Files.createDirectories(folder);
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(passing);
    SETTINGS.forEach(builder::setServerConfig);
    return new BenchPostgres(builder.start(), folder, passing);
  }

  /**
   * Returns an ERP of so many lines, with the views of today; it is filled where it is not there.
   */
  TestErp bulkErp(long lines) throws SQLException {
    String name = "erp_" + lines;
    if (!has(name)) {
      TestDatabase filling = create("filling");
      BulkErp.load(filling, lines);
      at(OWNER).run("alter database filling rename to " + name);
    }
    return BulkErp.open(at(name));
  }

  /** Creates an empty database in place of one of that name. */
  TestDatabase create(String name) throws SQLException {
    at(OWNER).run("drop database if exists " + name, "create database " + name);
    return at(name);
  }

  /** Creates a copy of a database, to which nobody is connected, in place of one of that name. */
  TestDatabase copy(String original, String name) throws SQLException {
    at(OWNER)
        .run(
            "drop database if exists " + name,
            "create database " + name + " template " + original + " strategy file_copy");
    return at(name);
  }

  /** Removes a database, whoever is connected. */
  void drop(String name) throws SQLException {
    at(OWNER).run("drop database if exists " + name + " with (force)");
  }

  /** Returns the bytes that a database takes on the disk. */
  long size(String name) throws SQLException {
    try (Connection connection = at(OWNER).open();
        PreparedStatement query = connection.prepareStatement("select pg_database_size(?)")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  boolean has(String name) throws SQLException {
    try (Connection connection = at(OWNER).open();
        PreparedStatement query =
            connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  TestDatabase at(String name) {
    String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    return TestDatabase.postgres(url, OWNER, OWNER);
  }

  /** Returns the number of the process whose children serve the connections. */
  long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).trim());
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (passing) {
      remove();
    }
  }

  private void remove() {
    try {
      server.close();
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("remove " + folder + " by hand", e);
    }
  }
}
