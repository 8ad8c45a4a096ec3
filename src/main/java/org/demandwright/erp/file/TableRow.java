package org.demandwright.erp.file;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One row of a file.
 *
 * @param lineNo line of the text file on which it begins or row of the sheet, from 1
 * @param raw its text
 * @param cells as many as the header has; null for a row that is broken
 */
record TableRow(long lineNo, String raw, List<Cell> cells) {

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
