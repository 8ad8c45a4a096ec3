package org.demandwright.file.tabular;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One row of a file.
 *
 * @param lineNo line of the text file on which it begins or row of the sheet, from 1
 * @param lines how many lines it has
 * @param raw its text
 * @param cells as many as the header has; null for a row that is broken
 * @param given how many of them the file has; the ones after them are empty
 * @param covered places of cells that are merged with the one above
 */
record TableRow(
    long lineNo, int lines, String raw, List<Cell> cells, int given, Set<Integer> covered) {

  static TableRow broken(long lineNo, int lines, String raw) {
    return new TableRow(lineNo, lines, raw, null, 0, Set.of());
  }

  /** Returns the row with other cells. */
  TableRow with(List<Cell> other) {
    return new TableRow(lineNo, lines, raw, other, given, Set.of());
  }

  boolean isBroken() {
    return cells == null;
  }

  List<String> texts() {
    return cells.stream().map(Cell::text).toList();
  }

  static String joined(List<Cell> cells) {
    return cells.stream().map(Cell::text).collect(Collectors.joining(","));
  }
}
