package org.demandwright.file.tabular;

import java.util.List;

/**
 * One record of a delimited text.
 *
 * @param lineNo line on which it begins, from 1
 * @param lines how many lines it has
 * @param text as it stands
 * @param fields null where the record cannot be taken apart
 */
record CsvRecord(long lineNo, int lines, String text, List<String> fields) {

  boolean isBroken() {
    return fields == null;
  }

  /** Returns whether it has nothing but blanks and delimiters. */
  boolean isBlank() {
    return fields != null && fields.stream().allMatch(String::isBlank);
  }
}
