package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demandwright.store.sql.SchemaMigration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewestSchemaTest {
  private static final String MOMENTS = "TIMESTAMP '[^']*', (\\d+, )?TRUE";
  private static final Pattern VIEW = Pattern.compile("CREATE (FORCE )?VIEW [^;]*");

  @TempDir private static Path folder;

  @Test
  void a_copy_is_what_the_migrations_make() throws SQLException {
    compare("jdbc:h2:mem:", "CREATE MEMORY TABLE");
  }

  @Test
  void so_it_is_in_a_file() throws SQLException {
    compare("jdbc:h2:file:" + folder + "/", "CREATE CACHED TABLE");
  }

  private static void compare(String place, String table) throws SQLException {
    JdbcDataSource migrated = empty(place);
    JdbcDataSource copied = empty(place);
    SchemaMigration.of(migrated).load().migrate();
    NewestSchema.in(copied);
    try (Connection one = migrated.getConnection();
        Connection other = copied.getConnection()) {
      assertThat(script(other)).contains(table).isEqualTo(script(one));
    }
    assertThat(SchemaMigration.of(copied).load().migrate().migrationsExecuted).isZero();
  }

  /**
   * Two databases are the same but for when Flyway did what, who they belong to, and the order in
   * which H2 tells what a view joins.
   */
  private static String script(Connection database) throws SQLException {
    return VIEW.matcher(NewestSchema.script(database).replaceAll(MOMENTS, "TRUE"))
        .replaceAll(view -> Matcher.quoteReplacement(inOrder(view.group())));
  }

  private static String inOrder(String view) {
    return Arrays.stream(view.split("\\s+")).sorted().collect(Collectors.joining(" "));
  }

  private static JdbcDataSource empty(String place) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(place + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }
}
