package org.demandwright.rest.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.rest.access.Operations.Operation;

/**
 * Who may do what, as {@code access.csv} says: each operation with the roles that it is open to.
 */
final class AccessTable {
  private AccessTable() {}

  static Map<Operation, Set<String>> rows() throws IOException {
    Map<Operation, Set<String>> rows = new TreeMap<>();
    try (InputStream file = AccessTable.class.getResourceAsStream("access.csv")) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .forEach(
              cells ->
                  rows.put(Operation.of(cells[0]), new TreeSet<>(List.of(cells[1].split(" ")))));
    }
    return rows;
  }
}
