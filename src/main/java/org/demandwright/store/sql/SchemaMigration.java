package org.demandwright.store.sql;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.demandwright.store.StoreException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the store's schema to this version before anything uses it. What is the same on every
 * database lies in {@code sql/store/common}, what is not in a folder named after the database.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
  private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

  @Resource(lookup = "java:app/jdbc/store")
  private DataSource store;

  private volatile boolean done;

  @PostConstruct
  void migrate() {
    String database = databaseName(store);
    int run = of(store).load().migrate().migrationsExecuted;
    done = true;
    LOG.log(Level.INFO, "Store on {0}: {1} migrations run", database, run);
  }

  /**
   * Returns what brings a database to the newest schema. A migration may come to a store that has
   * one with a higher number: they are written at the same time and do not depend on each other.
   */
  public static FluentConfiguration of(DataSource database) {
    return Flyway.configure(SchemaMigration.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:sql/store/common", "classpath:sql/store/" + databaseName(database))
        .failOnMissingLocations(false)
        .outOfOrder(true)
        .baselineOnMigrate(true)
        .baselineVersion("0");
  }

  /** Returns whether the schema is as this version needs it. */
  public boolean done() {
    return done;
  }

  private static String databaseName(DataSource store) {
    try (Connection c = store.getConnection()) {
      return c.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }
}
