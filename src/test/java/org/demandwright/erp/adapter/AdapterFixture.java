package org.demandwright.erp.adapter;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.demandwright.erp.SqlScript;
import org.demandwright.server.TestDatabase;

/**
 * The database of an ERP under test: takes an adapter's views as an administrator installs them,
 * and is then read by a user with SELECT on the views and nothing else.
 *
 * @param owner who may create views
 */
record AdapterFixture(TestDatabase owner) {
  /** Every view of the contract. */
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

  /** Runs the scripts of an adapter for one version, in their order, with these parameters. */
  void install(String erp, String version, Map<String, String> parameters) throws SQLException {
    String folder = "sql/erp/" + erp + "/";
    Properties adapter = properties(folder + "adapter.properties");
    try (Connection connection = owner.open()) {
      for (String script : adapter.getProperty("version." + version + ".scripts").split(",")) {
        if (isWanted(connection, adapter.getProperty("optional." + script.strip() + ".tables"))) {
          filled(SqlScript.of(folder + script.strip()), parameters).run(connection);
        }
      }
    }
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
    for (String view : VIEWS) {
      owner.run("grant select on " + view + " to " + name);
    }
    return owner.as(user, READER);
  }

  /** Runs every query of {@code sql/erp/checks}; a text for each row that they return. */
  static List<String> problems(TestDatabase reader) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("sql/erp/checks"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        for (String query : SqlScript.of("sql/erp/checks/" + file.getFileName()).statements()) {
          rows(reader, query).forEach(row -> found.add(file.getFileName() + ": " + row));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
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

  private static SqlScript filled(SqlScript script, Map<String, String> parameters) {
    return new SqlScript(
        script.name(),
        script.statements().stream().map(statement -> filled(statement, parameters)).toList());
  }

  private static String filled(String statement, Map<String, String> parameters) {
    String text = statement;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      text = text.replace("${" + parameter.getKey() + "}", parameter.getValue());
    }
    return text;
  }

  private static boolean isWanted(Connection connection, String tables) throws SQLException {
    for (String table : tables == null ? new String[0] : tables.split(",")) {
      try (ResultSet found =
          connection.getMetaData().getTables(connection.getCatalog(), null, table.strip(), null)) {
        if (!found.next()) {
          return false;
        }
      }
    }
    return true;
  }

  private static Properties properties(String name) {
    Properties properties = new Properties();
    try (var in =
        Objects.requireNonNull(
            AdapterFixture.class.getClassLoader().getResourceAsStream(name),
            () -> name + " is not on the class path")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
