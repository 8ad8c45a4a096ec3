package org.demandwright.erp.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contract as a table: {@code sql/erp/contract.csv}, one row a column of a canonical view. */
final class CanonicalViews {
  private static final String FILE = "sql/erp/contract.csv";

  /** The contract that every view set of today fulfils at least. */
  static final int OLDEST = 2;

  /** The contract of today. */
  static final int NEWEST = 3;

  private static final Map<String, List<Column>> VIEWS = read();

  /**
   * One column.
   *
   * @param type as the contract writes it, such as {@code varchar(80)}, {@code numeric}, {@code ts}
   * @param since the contract that it came with; views of an earlier one do without
   */
  public record Column(String name, ColumnType type, boolean nullable, int since) {
    /** Returns whether views of a contract have it. */
    boolean isIn(int contract) {
      return since <= contract;
    }
  }

  private CanonicalViews() {}

  /** Returns the names in the order of the contract. */
  static Set<String> names() {
    return VIEWS.keySet();
  }

  /** Returns whether an adapter may do without a view: no column of it was in contract 2. */
  static boolean isOptional(String view) {
    return VIEWS.get(view).stream().noneMatch(column -> column.isIn(OLDEST));
  }

  static List<Column> columns(String view) {
    return VIEWS.get(view);
  }

  private static Map<String, List<Column>> read() {
    Map<String, List<Column>> views = new LinkedHashMap<>();
    text()
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(
            field -> views.computeIfAbsent(field[0], view -> new ArrayList<>()).add(column(field)));
    return views;
  }

  private static Column column(String[] field) {
    return new Column(
        field[1],
        ColumnType.parse(field[2]),
        field[3].equals("yes"),
        Integer.parseInt(field[4].strip()));
  }

  private static String text() {
    try (InputStream in = CanonicalViews.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path: build anew");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " cannot be read from the class path", e);
    }
  }
}
