package org.demandwright.rest.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.rest.access.Operations.Operation;

/** Who may do what, as {@code access.csv} says by hand. */
final class AccessTable {
  private AccessTable() {}

  /** What an operation is to whoever sees a part of the data. */
  enum Scope {
    /** It is done with, or told of, what lies within. */
    FILTERED("filtered"),
    /** It is about one thing, which is not there where it lies outside. */
    BY_ID("by id"),
    /** It is about all data, and refused. */
    ALL_DATA("all data"),
    /** It is about no data, and the same for everybody. */
    NONE("none");

    private final String text;

    Scope(String text) {
      this.text = text;
    }

    static Scope of(String text) {
      return Arrays.stream(values())
          .filter(scope -> scope.text.equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no scope is \"" + text + "\""));
    }
  }

  /**
   * One row.
   *
   * @param roles to which the operation is open
   */
  record Access(Set<String> roles, Scope scope) {}

  /** Returns each operation with who may do it. */
  static Map<Operation, Access> rows() throws IOException {
    Map<Operation, Access> rows = new TreeMap<>();
    try (InputStream file = AccessTable.class.getResourceAsStream("access.csv")) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .forEach(
              cells ->
                  rows.put(
                      Operation.of(cells[0]),
                      new Access(new TreeSet<>(List.of(cells[1].split(" "))), Scope.of(cells[2]))));
    }
    return rows;
  }

  /** Returns the operations that are this to whoever sees a part. */
  static SortedSet<Operation> those(Scope scope) throws IOException {
    SortedSet<Operation> those = new TreeSet<>();
    rows()
        .forEach(
            (operation, access) -> {
              if (access.scope() == scope) {
                those.add(operation);
              }
            });
    return those;
  }
}
