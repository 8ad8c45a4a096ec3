package org.demandwright.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.demandwright.erp.SqlScript;

/** Small questions to a loaded ERP database. */
final class DemoDatabase {
  static final List<String> CHECKS =
      List.of(
          "sql/erp/checks/sales_line.sql",
          "sql/erp/checks/stock.sql",
          "sql/erp/checks/purchasing.sql",
          "sql/erp/checks/master_data.sql");

  private DemoDatabase() {}

  /** Returns an empty H2 database in memory that lives as long as the connection. */
  static Connection h2() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID(), "OWNER", "");
  }

  /** Returns the rows, columns joined by bars. */
  static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          fields.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", fields));
      }
    }
    return rows;
  }

  static long number(Connection connection, String sql) throws SQLException {
    return Math.round(Double.parseDouble(rows(connection, sql).get(0)));
  }

  /** Returns every row that a check returns: there must be none. */
  static List<String> problems(Connection connection) throws SQLException {
    List<String> problems = new ArrayList<>();
    for (String check : CHECKS) {
      problems.addAll(found(connection, check));
    }
    return problems;
  }

  /** Returns every row that one script of checks returns. */
  static List<String> found(Connection connection, String check) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String query : SqlScript.of(check).statements()) {
      found.addAll(rows(connection, query));
    }
    return found;
  }
}
