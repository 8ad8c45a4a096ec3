package org.demandwright.file.tabular;

import java.util.Objects;

/**
 * One cell of a table.
 *
 * @param text as a person would read it
 * @param typed whether the file itself says what it is: then a number has a decimal point and no
 *     other mark, and a time is written as in ISO 8601, whatever the form of the file's texts
 */
record Cell(String text, boolean typed) {
  static final Cell EMPTY = new Cell("", false);

  Cell {
    Objects.requireNonNull(text, "text");
  }

  static Cell of(String text) {
    return text.isEmpty() ? EMPTY : new Cell(text, false);
  }

  static Cell typed(String text) {
    return new Cell(text, true);
  }

  boolean isBlank() {
    return Blanks.off(text).isEmpty();
  }
}
