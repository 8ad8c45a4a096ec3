package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.UnusableErp;
import org.demandwright.erp.adapter.ErpInspection.Limits;
import org.demandwright.erp.adapter.ViewInstallation.Result;
import org.demandwright.erp.adapter.ViewInstallation.Wish;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recognising, installing, granting, refusing, over the tables of the demo ERP. */
class ViewInstallationIT {
  private static final AdapterCatalog CATALOG = AdapterCatalog.packed();
  private static final ErpAdapter DEMO = CATALOG.adapter("demo");
  private static final Wish PLAIN = wish(Optional.empty(), false, false);

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void installs_grants_and_can_be_run_again(Dialect dialect) throws SQLException {
    TestDatabase owner = demoTables(dialect);
    try (Connection connection = owner.open()) {
      Recognition recognition = ErpInspection.recognise(connection, CATALOG, Limits.USUAL);
      assertThat(recognition.chosen().orElseThrow().adapter()).isEqualTo(DEMO);
      assertThat(recognition.installed()).isEmpty();
      assertThat(viewsThere(connection)).isEmpty();

      Result dry = install(connection, wish(Optional.empty(), false, true));
      assertThat(dry.creates())
          .contains("dw_sales_line", "dw_adapter", "dw_open_demand")
          .hasSize(21);
      assertThat(dry.done()).isEmpty();
      assertThat(viewsThere(connection)).isEmpty();

      TestDatabase reader = reader(owner, dialect);
      Result first = install(connection, wish(Optional.of(reader.user()), false, false));
      assertThat(first.failure()).isEmpty();
      assertThat(first.replaces()).isEmpty();
      Result second = install(connection, PLAIN);
      assertThat(second.failure()).isEmpty();
      assertThat(second.replaces()).hasSize(21);
      assertThat(second.creates()).isEmpty();
      seesTheViewsAndNothingElse(reader);
      assertThat(ErpInspection.check(connection, CATALOG, Limits.USUAL).rights())
          .anyMatch(right -> right.startsWith("The user may "));
      ViewInstallation.drop(DEMO, "1").statements().run(connection);
      assertThat(viewsThere(connection)).isEmpty();
    }
  }

  private static List<String> viewsThere(Connection connection) throws SQLException {
    return ErpInspection.check(connection, CATALOG, Limits.USUAL).views().stream()
        .filter(ErpReport.View::there)
        .map(ErpReport.View::name)
        .toList();
  }

  /** A second installation gives the rights back that dropping the views took away. */
  private static void seesTheViewsAndNothingElse(TestDatabase reader) throws SQLException {
    try (Connection connection = reader.open()) {
      ErpReport report = ErpInspection.check(connection, CATALOG, Limits.USUAL);
      assertThat(report.clean()).as("%s", report).isTrue();
      assertThat(report.recognition().installed().orElseThrow().erp()).isEqualTo("demo");
      assertThat(report.recognition().chosen().orElseThrow().version().id()).isEqualTo("1");
      assertThat(report.recognition().words()).allMatch(w -> !w.contains("cannot"));
      assertThatThrownBy(() -> run(connection, "select * from sales_order"))
          .isInstanceOf(SQLException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void more_rights_than_needed_are_named(Dialect dialect) throws SQLException {
    TestDatabase owner = demoTables(dialect);
    TestDatabase reader = reader(owner, dialect);
    try (Connection connection = owner.open()) {
      install(connection, wish(Optional.of(reader.user()), false, false));
      run(connection, "grant update, select on item to " + reader.user());
    }
    try (Connection connection = reader.open()) {
      assertThat(ErpInspection.check(connection, CATALOG, Limits.USUAL).rights())
          .hasSize(2)
          .anyMatch(r -> r.matches("(?i)The user may SELECT on item: give it .*"))
          .anyMatch(r -> r.matches("(?i)The user may UPDATE on item: give it .*"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void what_others_made_is_not_taken_away(Dialect dialect) throws SQLException {
    TestDatabase owner = demoTables(dialect);
    try (Connection connection = owner.open()) {
      run(connection, "create view dw_item as select 1 as mine");
      assertThatThrownBy(() -> install(connection, PLAIN))
          .isInstanceOf(UnusableErp.class)
          .hasMessageContaining("dw_item stand there already")
          .hasMessageContaining("replaceForeign");
      assertThat(install(connection, wish(Optional.empty(), true, false)).replaces())
          .containsExactly("dw_item");
      run(connection, "drop view dw_calendar");
      run(connection, "create table dw_calendar (mine integer)");
      assertThatThrownBy(() -> install(connection, wish(Optional.empty(), true, false)))
          .isInstanceOf(UnusableErp.class)
          .hasMessageContaining("dw_calendar is a table and no view");
    }
  }

  @Test
  void postgresql_takes_everything_back_when_a_view_fails(@TempDir Path own) throws Exception {
    try (Connection connection = demoTables(Dialect.POSTGRESQL).open()) {
      Result result = install(connection, broken(own));
      assertThat(result.failure().orElseThrow())
          .contains("created dw_item", "no_such_table", "the database is as before");
      assertThat(result.done()).isEmpty();
      run(connection, "create view dw_site as select 1 as a");
    }
  }

  @Test
  void h2_says_what_was_done_before_a_view_failed(@TempDir Path own) throws Exception {
    try (Connection connection = demoTables(Dialect.H2).open()) {
      Result result = install(connection, broken(own));
      assertThat(result.failure().orElseThrow())
          .containsIgnoringCase("no_such_table")
          .contains("cannot take back");
      assertThat(result.done()).containsExactly("created dw_site");
    }
  }

  @Test
  void settings_of_the_administrator_survive_an_installation(@TempDir Path own) throws Exception {
    Wish wish =
        own(
            own,
            "create view dw_setting_zone as select '${zone}' as zone;\n"
                + "create view dw_site as select zone from dw_setting_zone;\n",
            "parameters=zone\nparameter.zone.default=UTC\nparameter.zone.about=zone\n");
    try (Connection connection = demoTables(Dialect.H2).open()) {
      run(connection, "create view dw_adapter as select 2 as contract");
      install(connection, wish);
      run(connection, "drop view dw_site");
      run(connection, "drop view dw_setting_zone");
      run(connection, "create view dw_setting_zone as select 'Asia/Shanghai' as zone");
      Result kept = install(connection, with(wish, Map.of("zone", "Europe/Paris")));
      assertThat(kept.keeps()).containsExactly("dw_setting_zone");
      assertThat(kept.remarks())
          .anyMatch(
              r ->
                  r.startsWith(
                          "dw_setting_zone is kept as it is, so that the parameter zone has no")
                      && r.contains("resetSettings"));
      assertThat(one(connection, "select zone from dw_site")).isEqualTo("Asia/Shanghai");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void a_rehearsal_tries_every_view_and_makes_none(Dialect dialect, @TempDir Path own)
      throws Exception {
    Wish wish =
        rehearsed(
            own(
                own,
                "create view dw_help as select 1 as x from item;\n"
                    + "create view dw_site as select x as site_id from dw_help;\n"
                    + "create view dw_item as select * from no_such_table;\n",
                ""));
    try (Connection connection = demoTables(dialect).open()) {
      Result result = install(connection, wish);
      assertThat(result.failure().orElseThrow())
          .startsWith("Nothing was changed. To mend first: dw_site: column site_id is ")
          .contains(
              "the contract says varchar(80); write cast(… as varchar(80)) as site_id",
              "dw_site: column org_id is missing",
              "the adapter makes no view dw_sales_line, dw_price",
              "dw_adapter: add it to a script of version.1.scripts")
          .containsIgnoringCase("no_such_table")
          .doesNotContain("Exception", "SQL statement");
      assertThat(viewsThere(connection)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void a_complete_adapter_passes_its_rehearsal_in_place_of_the_views_there(Dialect dialect)
      throws SQLException {
    try (Connection connection = demoTables(dialect).open()) {
      assertThat(install(connection, wish(Optional.empty(), false, true)).failure()).isEmpty();
      install(connection, PLAIN);
      assertThat(install(connection, wish(Optional.empty(), false, true)).failure()).isEmpty();
    }
  }

  @Test
  void what_the_views_say_of_themselves_is_held_against_the_adapter(@TempDir Path own)
      throws Exception {
    Wish wish =
        own(
            own,
            "create view dw_adapter as select 'mien' as erp, '2' as erp_version, 'DRAFT' as"
                + " adapter_status, 2 as contract;\n",
            "");
    AdapterCatalog catalog = AdapterCatalog.read(Optional.of(own));
    try (Connection connection = demoTables(Dialect.H2).open()) {
      assertThat(install(connection, rehearsed(wish)).remarks())
          .hasSize(3)
          .anyMatch(r -> r.startsWith("dw_adapter.erp is 'mien', but the adapter's folder is mine"))
          .anyMatch(r -> r.startsWith("dw_adapter.erp_version is '2', but"))
          .anyMatch(r -> r.contains("is DRAFT, but version.1.status") && r.contains("released"));
      assertThat(install(connection, wish).remarks()).hasSize(4);
      assertThat(ErpInspection.check(connection, catalog, Limits.USUAL).remarks())
          .anyMatch(r -> r.contains("those of 'mien', but no adapter has a folder of that name"))
          .anyMatch(r -> r.contains("but the tables are those of demo, mine"));
      claim(connection, "'mine' as erp, '1' as erp_version, 'released' as adapter_status");
      assertThat(ErpInspection.check(connection, catalog, Limits.USUAL).remarks())
          .anyMatch(r -> r.startsWith("dw_adapter.adapter_status is 'released', neither"));
      claim(connection, "'mine' as erp, '1' as erp_version, 'DRAFT' as adapter_status");
      assertThat(ErpInspection.check(connection, catalog, Limits.USUAL).remarks())
          .anyMatch(r -> r.startsWith("dw_adapter.adapter_status is DRAFT, but version.1.status"));
      claim(connection, "'mine' as erp, '1' as erp_version, 'RELEASED' as adapter_status");
      assertThat(ErpInspection.check(connection, catalog, Limits.USUAL).remarks()).isEmpty();
    }
  }

  private static void claim(Connection connection, String columns) throws SQLException {
    run(connection, "create or replace view dw_adapter as select " + columns + ", 2 as contract");
  }

  @Test
  void a_reader_is_let_into_a_schema_of_its_own() throws SQLException {
    TestDatabase owner = empty(Dialect.POSTGRESQL);
    owner.run("create schema erp");
    TestDatabase inSchema =
        new TestDatabase(
            owner.dataSourceClass(),
            owner.url() + "?currentSchema=erp",
            owner.user(),
            owner.password());
    TestDatabase reader = reader(inSchema, Dialect.POSTGRESQL);
    try (Connection connection = inSchema.open()) {
      SqlScript.of("sql/demo/schema.sql").run(connection);
      assertThat(install(connection, wish(Optional.of(reader.user()), false, false)).failure())
          .isEmpty();
    }
    try (Connection connection = reader.open()) {
      assertThat(ErpInspection.check(connection, CATALOG, Limits.USUAL).readable()).isTrue();
    }
  }

  private static Wish with(Wish wish, Map<String, String> parameters) {
    return new Wish(
        wish.adapter(), wish.version(), parameters, wish.grantTo(), false, false, false);
  }

  private static Wish rehearsed(Wish wish) {
    return new Wish(
        wish.adapter(), wish.version(), wish.parameters(), wish.grantTo(), false, false, true);
  }

  @Test
  void an_adapter_that_does_more_than_create_views_is_refused(@TempDir Path own) throws Exception {
    Wish wish = own(own, "create view dw_site as select 1 as a;\ndrop table item;\n", "");
    try (Connection connection = demoTables(Dialect.H2).open()) {
      assertThatThrownBy(() -> install(connection, wish))
          .isInstanceOf(UnusableErp.class)
          .hasMessageContaining("drop table item");
    }
  }

  @Test
  void a_query_that_takes_too_long_is_stopped_and_named(@TempDir Path own) throws Exception {
    try (Connection connection = demoTables(Dialect.POSTGRESQL).open()) {
      install(connection, PLAIN);
      run(connection, "drop view dw_calendar");
      run(
          connection,
          "create view dw_calendar as select cast(null as date) as event_date, cast(null as"
              + " varchar(80)) as event_name, cast(null as varchar(20)) as kind, cast(null as"
              + " varchar(80)) as site_id from pg_sleep(60)");
      long begin = System.nanoTime();
      Limits limits = new Limits(Duration.ofSeconds(1), Duration.ofMinutes(1));
      ErpReport report = ErpInspection.check(connection, CATALOG, limits);
      assertThat(report.unfinished())
          .hasSize(1)
          .allMatch(u -> u.contains("dw_calendar: not finished within 1 s and stopped"));
      assertThat(report.readable()).isTrue();
      assertThat(report.clean()).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void an_unknown_version_gets_the_nearest_one(@TempDir Path own) throws Exception {
    adapter(
        own,
        "version.query=select '9.7'\nversions=8,9,10\n" + version(8) + version(9) + version(10));
    try (Connection connection = demoTables(Dialect.H2).open()) {
      Recognition recognition =
          ErpInspection.recognise(connection, AdapterCatalog.read(Optional.of(own)), Limits.USUAL);
      assertThat(recognition.candidates()).hasSize(2);
      assertThat(recognition.chosen()).isEmpty();
      assertThat(recognition.words())
          .anyMatch(
              w ->
                  w.contains("calls itself '9.7'")
                      && w.contains(
                          "nearest version of the adapter is 9, whose adapter is a draft that was"
                              + " never run"))
          .anyMatch(w -> w.startsWith("Tables of several ERPs are here: "));
    }
  }

  @Test
  void nobody_knows_an_empty_database() throws SQLException {
    try (Connection connection = empty(Dialect.H2).open()) {
      Recognition recognition = ErpInspection.recognise(connection, CATALOG, Limits.USUAL);
      assertThat(recognition.chosen()).isEmpty();
      assertThat(recognition.words()).hasSize(1).allMatch(w -> w.contains("knows the 0 tables"));
      assertThatThrownBy(() -> install(connection, PLAIN))
          .isInstanceOf(UnusableErp.class)
          .hasMessageContaining("it has no table price_list");
    }
  }

  private static String version(int id) {
    return "version.%1$d.pattern=%1$d\nversion.%1$d.status=draft\nversion.%1$d.scripts=views.sql\n"
        .formatted(id);
  }

  private static Wish broken(Path own) throws IOException {
    return own(
        own,
        "create view dw_site as select 1 as a;\n"
            + "create view dw_item as select * from no_such_table;\n",
        "");
  }

  private static Wish own(Path own, String script, String more) throws IOException {
    adapter(
        own,
        "versions=1\nversion.1.pattern=1\nversion.1.status=released\nversion.1.scripts=views.sql\n"
            + more);
    Files.writeString(own.resolve("mine/views.sql"), script);
    ErpAdapter adapter = AdapterCatalog.read(Optional.of(own)).adapter("mine");
    return new Wish(adapter, "1", Map.of(), Optional.empty(), false, false, false);
  }

  private static void adapter(Path own, String versions) throws IOException {
    Files.createDirectories(own.resolve("mine"));
    Files.writeString(own.resolve("mine/views.sql"), "create view dw_site as select 1 as a;");
    Files.writeString(
        own.resolve("mine/adapter.properties"),
        "name=Mine\ndatabases=h2,postgresql\ntables=item,sales_order\n" + versions);
  }

  private static Wish wish(Optional<String> grantTo, boolean replaceForeign, boolean dryRun) {
    return new Wish(DEMO, "1", Map.of(), grantTo, replaceForeign, false, dryRun);
  }

  private static Result install(Connection connection, Wish wish) throws SQLException {
    return ViewInstallation.install(connection, wish);
  }

  private static TestDatabase reader(TestDatabase owner, Dialect dialect) throws SQLException {
    String name = "reader_" + UUID.randomUUID().toString().replace('-', '_');
    owner.run(
        dialect == Dialect.H2
            ? "create user " + name + " password 'p'"
            : "create role " + name + " login password 'p'");
    String url = owner.url().replace(";DB_CLOSE_DELAY=-1", "");
    return new TestDatabase(owner.dataSourceClass(), url, name, "p");
  }

  private static TestDatabase demoTables(Dialect dialect) throws SQLException {
    TestDatabase database = empty(dialect);
    try (Connection connection = database.open()) {
      SqlScript.of("sql/demo/schema.sql").run(connection);
    }
    return database;
  }

  private static TestDatabase empty(Dialect dialect) throws SQLException {
    return dialect == Dialect.H2
        ? TestDatabase.h2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "OWNER", "p")
        : SharedPostgres.create("views");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
