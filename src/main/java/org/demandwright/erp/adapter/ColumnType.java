package org.demandwright.erp.adapter;

import java.sql.Types;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.erp.Dialect;

/**
 * A type of the contract, and which types of a database can be read as it without loss. Exact
 * numbers may be narrower than the contract says; floating-point ones never do, because their sums
 * depend on the order of the rows.
 *
 * @param text as the contract writes it, such as {@code varchar(80)}
 * @param length most characters of a text, 0 for other types
 */
record ColumnType(String text, int length) {
  private static final Pattern TEXT = Pattern.compile("(?:var)?char\\((\\d+)\\)");
  private static final Set<Integer> TEXTS =
      Set.of(
          Types.VARCHAR,
          Types.CHAR,
          Types.NVARCHAR,
          Types.NCHAR,
          Types.LONGVARCHAR,
          Types.LONGNVARCHAR,
          Types.CLOB);
  private static final Set<Integer> WHOLE =
      Set.of(Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT);
  private static final Set<Integer> EXACT = Set.of(Types.NUMERIC, Types.DECIMAL);

  static ColumnType parse(String text) {
    Matcher sized = TEXT.matcher(text);
    return new ColumnType(text, sized.matches() ? Integer.parseInt(sized.group(1)) : 0);
  }

  /** Returns whether every value of a column of such a precision has room in it. */
  boolean hasRoomFor(int precision) {
    return length == 0 || precision <= length;
  }

  /**
   * Returns whether a column can be read as this type, whatever its length.
   *
   * @param jdbc of {@link Types}
   * @param name as the database calls the type
   */
  boolean accepts(Dialect dialect, int jdbc, String name) {
    return switch (text) {
      case "bigint", "integer" -> WHOLE.contains(jdbc);
      case "numeric" -> EXACT.contains(jdbc) || WHOLE.contains(jdbc);
      case "boolean" ->
          jdbc == Types.BOOLEAN
              || jdbc == Types.BIT
              || dialect == Dialect.MARIADB && WHOLE.contains(jdbc);
      case "date" -> jdbc == Types.DATE;
      case "ts" -> jdbc == Types.TIMESTAMP && !name.toLowerCase(Locale.ROOT).endsWith("tz");
      default -> TEXTS.contains(jdbc);
    };
  }

  /** Returns what to write in a view, for the database at hand. */
  String cast(Dialect dialect, String column) {
    boolean mariaDb = dialect == Dialect.MARIADB;
    String type =
        switch (text) {
          case "ts" -> mariaDb ? "datetime(6)" : "timestamp(6)";
          case "numeric" -> "decimal(19,6)";
          case "bigint", "integer" -> mariaDb ? "signed" : text;
          default -> text;
        };
    return text.equals("boolean") && mariaDb
        ? "(… = 1) as " + column
        : "cast(… as " + type + ") as " + column;
  }
}
