package org.demandwright.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where the plugin keeps what it knows. The server itself reads those of the database, for its data
 * source.
 *
 * @param dataDir folder for what the server itself writes
 */
public record StoreSettings(Path dataDir) {
  private static final Setting<Path> DATA_DIR =
      Setting.of(
          "dw.data.dir",
          "./demandwright-data",
          "",
          Allowed.parsed("a folder that can be written", Path::of),
          "folder of the embedded databases, of files that were sent and of `admin.password`");

  private static final Setting<String> DATABASE =
      Setting.of(
          "dw.store.class",
          "org.h2.jdbcx.JdbcDataSource",
          "",
          new Allowed<>("a class of data sources", String::strip),
          "data source class of the plugin's own database; `org.postgresql.ds.PGSimpleDataSource`"
              + " for PostgreSQL");

  private static final Setting<String> URL =
      Setting.of(
          "dw.store.url",
          "jdbc:h2:file:./demandwright-data/store;WRITE_DELAY=0",
          "",
          new Allowed<>("a JDBC address", String::strip),
          "where it is; keep `WRITE_DELAY=0`, without which H2 may forget its last commits when it"
              + " is killed");

  private static final Setting<String> USER =
      Setting.of("dw.store.user", "sa", "", Allowed.AS_IS, "owner of its schema");

  private static final Setting<Optional<String>> PASSWORD =
      Setting.open("dw.store.password", "empty", "", Allowed.AS_IS, "of that owner");

  static final Concern CONCERN =
      new Concern("Store", List.of(DATA_DIR, DATABASE, URL, USER, PASSWORD));

  static StoreSettings in(Config config) {
    return new StoreSettings(DATA_DIR.in(config));
  }
}
