package org.demandwright.erp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An SQL script of the folder {@code sql}, as it lies on the class path: statements that end with a
 * semicolon at the end of a line, and comments on lines of their own.
 *
 * @param name its path, such as {@code sql/demo/schema.sql}
 * @param statements in order, without semicolons
 */
public record SqlScript(String name, List<String> statements) {

  public SqlScript {
    statements = List.copyOf(statements);
  }

  /** Reads a script from the class path. */
  public static SqlScript of(String name) {
    try (InputStream in = SqlScript.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(name + " is not on the class path");
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read from the class path", e);
    }
  }

  /** Reads a script from its text. */
  public static SqlScript parse(String name, String text) {
    String code =
        text.lines()
            .filter(line -> !line.strip().startsWith("--"))
            .collect(Collectors.joining("\n"));
    return new SqlScript(
        name,
        Stream.of(code.split(";\\s*(\n|$)", -1))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList());
  }

  /** Runs the statements in order; the message of an error names the script. */
  public void run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw new SQLException(
              name + ": " + e.getMessage() + " in: " + sql, e.getSQLState(), e.getErrorCode(), e);
        }
      }
    }
  }
}
