package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.demandwright.store.sql.SchemaMigration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class NewestSchemaTest {
  private static final String MOMENTS = "TIMESTAMP '[^']*', (\\d+, )?TRUE";

  @Test
  void a_copy_is_what_the_migrations_make() throws SQLException {
    JdbcDataSource migrated = empty();
    JdbcDataSource copied = empty();
    SchemaMigration.of(migrated).load().migrate();
    NewestSchema.in(copied);
    try (Connection one = migrated.getConnection();
        Connection other = copied.getConnection()) {
      assertThat(script(other)).contains("CREATE MEMORY TABLE").isEqualTo(script(one));
    }
    assertThat(SchemaMigration.of(copied).load().migrate().migrationsExecuted).isZero();
  }

  /** Two databases are the same but for when Flyway did what, and who they belong to. */
  private static String script(Connection database) throws SQLException {
    return NewestSchema.script(database).replaceAll(MOMENTS, "TRUE");
  }

  private static JdbcDataSource empty() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }
}
