package org.demandwright.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a database or its driver says becomes a sentence that says what to do. */
class DatabaseFailureIT {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://localhost:1/erp | nothing answers at this host and port",
        "jdbc:mariadb://localhost:1/erp | nothing answers at this host and port",
        "jdbc:h2:tcp://localhost:1/erp | nothing answers at this host and port",
        "jdbc:postgresql://no-such-host.invalid/erp | no host of this name is known",
        "jdbc:mariadb://no-such-host.invalid/erp | no host of this name is known",
        "jdbc:h2:tcp://no-such-host.invalid/erp | no host of this name is known"
      })
  void an_address_where_nobody_is(String url, String words) {
    assertThat(words(() -> Drivers.openTyped(url, "user", "p", Duration.ofSeconds(30)).close()))
        .startsWith(words);
  }

  @ParameterizedTest
  @EnumSource
  void a_wrong_password_and_a_database_that_is_not_there(Dialect dialect) throws SQLException {
    TestDatabase database = create(dialect);
    database.run(
        switch (dialect) {
          case H2 -> "create user someone password 'right'";
          case POSTGRESQL -> "select 1";
          case MARIADB -> "create or replace user someone identified by 'right'";
        });
    String place = database.url().replaceAll("[;?].*", "");
    // The embedded PostgreSQL trusts everybody whom it knows.
    String user = dialect == Dialect.POSTGRESQL ? "nobody" : "someone";

    assertThat(words(() -> database.as(user, "wrong").open().close()))
        .contains("user or password is wrong");
    assertThat(
            words(
                () ->
                    Drivers.openTyped(
                            place + "_none",
                            database.user(),
                            database.password(),
                            Duration.ofSeconds(30))
                        .close()))
        .contains("there is no such database");
  }

  @ParameterizedTest
  @EnumSource
  void a_query_that_fails(Dialect dialect) throws SQLException {
    TestDatabase database = create(dialect);
    database.run("create table t (a integer, b varchar(9))", "insert into t values (0, 'x')");

    assertThat(failing(database, "select * from no_such_view")).contains("install the views");
    assertThat(failing(database, "select no_such_column from t")).contains("correct the column");
    if (dialect != Dialect.MARIADB) {
      assertThat(failing(database, "select 1 / a from t")).contains("nullif");
      assertThat(failing(database, "select cast(b as integer) from t"))
          .contains("let the view give null");
    }
    assertThat(failing(database, "select (select a from t union all select 1) from t"))
        .contains("several rows where one is wanted");
  }

  @ParameterizedTest
  @EnumSource
  void a_missing_right(Dialect dialect) throws SQLException {
    TestDatabase database = create(dialect);
    database.run(
        "create table t (a integer)",
        switch (dialect) {
          case H2 -> "create user powerless password 'p'";
          case POSTGRESQL ->
              "do $$ begin create role powerless login password 'p'; exception when"
                  + " duplicate_object then null; end $$";
          case MARIADB -> "create or replace user powerless identified by 'p'";
        });
    if (dialect == Dialect.MARIADB) {
      database.run("create table seen (a integer)", "grant select on seen to powerless");
    }

    assertThat(failing(database.as("powerless", "p"), "select * from t"))
        .matches("(?s).*(grant SELECT on the views|install the views).*");
  }

  @ParameterizedTest
  @EnumSource
  void a_query_that_takes_too_long(Dialect dialect) throws SQLException {
    String slow =
        switch (dialect) {
          case H2 ->
              "select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b where a.x <> b.x";
          case POSTGRESQL -> "select pg_sleep(60)";
          case MARIADB ->
              "select count(*) from information_schema.columns a, information_schema.columns b, information_schema.columns c where a.column_name <> b.column_name and b.column_name <> c.column_name";
        };
    assertThat(failing(create(dialect), slow)).contains("took longer than allowed");
  }

  private static String failing(TestDatabase database, String sql) {
    return words(
        () -> {
          try (Connection connection = database.open();
              Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(2);
            statement.executeQuery(sql).next();
          }
        });
  }

  /** Work on a database that fails. */
  private interface Failing {
    void run() throws SQLException;
  }

  private static String words(Failing failing) {
    SQLException e = catchThrowableOfType(SQLException.class, failing::run);
    String words = DatabaseFailure.words(new IllegalStateException("wrapped", e));
    assertThat(words)
        .doesNotContain("Exception", "SQL statement", "(conn=", "ERROR:", "FATAL:", "\n", ": null")
        .doesNotMatch(".*\\[\\d+-\\d+].*")
        .hasSizeGreaterThan(20);
    return words;
  }

  private TestDatabase create(Dialect dialect) throws SQLException {
    return switch (dialect) {
      case H2 -> {
        TestDatabase file =
            TestDatabase.h2(
                "jdbc:h2:file:" + folder.resolve(UUID.randomUUID().toString()), "SA", "p");
        file.run("set db_close_delay -1");
        yield file;
      }
      case POSTGRESQL -> SharedPostgres.create("failure");
      case MARIADB -> SharedMariaDb.create("failure");
    };
  }
}
