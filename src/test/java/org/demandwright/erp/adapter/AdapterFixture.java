package org.demandwright.erp.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.demandwright.erp.AdapterCatalog;
import org.demandwright.erp.AdapterScript;
import org.demandwright.erp.ErpAdapter;
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

  /** Compares the columns of every view with {@code contract.csv}; a text for each difference. */
  static List<String> wrongColumns(TestDatabase reader) throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (String view : VIEWS) {
      List<String> wanted =
          contract().filter(c -> c[0].equals(view)).map(c -> c[1] + " " + kind(c[2])).toList();
      List<String> found = columns(reader, view);
      if (!found.equals(wanted)) {
        wrong.add(view + ": " + found + " instead of " + wanted);
      }
    }
    return wrong;
  }

  private static Stream<String[]> contract() {
    try {
      return Files.readAllLines(Path.of("sql/erp/contract.csv")).stream().map(l -> l.split(",", 4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kind(String contractType) {
    return contractType.replaceAll("\\(.*", "");
  }

  private static List<String> columns(TestDatabase reader, String view) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection connection = reader.open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + view + " where 1 = 0")) {
      ResultSetMetaData head = rows.getMetaData();
      for (int i = 1; i <= head.getColumnCount(); i++) {
        columns.add(head.getColumnName(i).toLowerCase(Locale.ROOT) + " " + kind(head, i));
      }
    }
    return columns;
  }

  private static String kind(ResultSetMetaData head, int column) throws SQLException {
    return switch (head.getColumnType(column)) {
      case Types.VARCHAR -> "varchar";
      case Types.CHAR -> "char";
      case Types.NUMERIC, Types.DECIMAL -> "numeric";
      case Types.BIGINT -> "bigint";
      case Types.INTEGER -> "integer";
      case Types.DATE -> "date";
      case Types.TIMESTAMP -> "ts";
      case Types.BIT, Types.BOOLEAN, Types.TINYINT -> "boolean";
      default -> head.getColumnTypeName(column);
    };
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
