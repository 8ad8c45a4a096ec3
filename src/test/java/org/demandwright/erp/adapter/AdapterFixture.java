package org.demandwright.erp.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.adapter.ErpInspection.Limits;
import org.demandwright.server.TestDatabase;

/**
 * The database of an ERP under test: takes an adapter's views as an administrator installs them,
 * and is then read by a user with SELECT on the views and nothing else.
 *
 * @param owner who may create views
 */
record AdapterFixture(TestDatabase owner) {
  /** Every view that each adapter makes: those of contract 2. */
  static final List<String> VIEWS =
      List.of(
          "dw_sales_line",
          "dw_item",
          "dw_site",
          "dw_stock_level",
          "dw_stock_ledger",
          "dw_open_supply",
          "dw_purchase_receipt",
          "dw_reorder_rule",
          "dw_price",
          "dw_promotion",
          "dw_calendar",
          "dw_kit_component",
          "dw_adapter");

  private static final String READER = "views_only";

  /** A busy machine is no reason to leave a check out. */
  private static final Limits PATIENT = new Limits(Duration.ofMinutes(5), Duration.ofMinutes(20));

  /** Installs the views of a packed adapter for one version, with these parameters. */
  void install(String erp, String version, Map<String, String> parameters) throws SQLException {
    try (Connection connection = owner.open()) {
      AdapterScript.of(adapter(erp), version, parameters, tables(connection)::contains)
          .statements()
          .run(connection);
    }
  }

  /** Returns the packed adapter of this folder. */
  static ErpAdapter adapter(String erp) {
    return AdapterCatalog.packed().adapter(erp);
  }

  /** Runs a script of the class path as the owner. */
  void run(String script) throws SQLException {
    try (Connection connection = owner.open()) {
      SqlScript.of(script).run(connection);
    }
  }

  /** Creates the user that reads the views and nothing else; it is made once a database. */
  TestDatabase reader() throws SQLException {
    String user = READER + "_" + owner.url().replaceAll(".*/|[?].*", "");
    String name = owner.url().startsWith("jdbc:mariadb:") ? "'" + user + "'@'%'" : user;
    owner.run(
        name.equals(user)
            ? "create role " + name + " login password '" + READER + "'"
            : "create user " + name + " identified by '" + READER + "'");
    for (String view : CanonicalViews.names()) {
      if (VIEWS.contains(view) || has(view)) {
        owner.run("grant select on " + view + " to " + name);
      }
    }
    return owner.as(user, READER);
  }

  private boolean has(String view) throws SQLException {
    try (Connection connection = owner.open()) {
      return tables(connection).contains(view);
    }
  }

  /**
   * Runs every query of {@code sql/erp/checks} that asks nothing which came with contract 3 and is
   * not there; a text for each row that they return.
   */
  static List<String> problems(TestDatabase reader) throws SQLException {
    List<ErpReport.Lack> lacks = check(reader).lacks();
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("sql/erp/checks"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        for (String query : SqlScript.of("sql/erp/checks/" + file.getFileName()).statements()) {
          if (CheckScripts.canBeAsked(query, lacks)) {
            rows(reader, query).forEach(row -> found.add(file.getFileName() + ": " + row));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** Holds the columns of every view against the contract, as the connection check does. */
  static List<String> wrongColumns(TestDatabase reader) throws SQLException {
    return check(reader).views().stream()
        .flatMap(view -> view.problems().stream().map(problem -> view.name() + ": " + problem))
        .toList();
  }

  /** Runs the connection check as the reader. */
  static ErpReport check(TestDatabase reader) throws SQLException {
    try (Connection connection = reader.open()) {
      return ErpInspection.check(connection, AdapterCatalog.packed(), PATIENT);
    }
  }

  /** Returns which ERP and version the product takes the database for. */
  Recognition recognition() throws SQLException {
    try (Connection connection = owner.open()) {
      return ErpInspection.recognise(connection, AdapterCatalog.packed(), Limits.USUAL);
    }
  }

  /**
   * Runs a query; a text for each row, with its values parted by {@code |}, numbers without
   * trailing zeros and {@code -} for null.
   */
  static List<String> rows(TestDatabase database, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(text(result.getObject(column)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal || value instanceof Double) {
      BigDecimal number = new BigDecimal(value.toString());
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return Objects.toString(value, "-").strip();
  }

  private static Set<String> tables(Connection connection) throws SQLException {
    Set<String> tables = new HashSet<>();
    try (ResultSet found =
        connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return tables;
  }
}
