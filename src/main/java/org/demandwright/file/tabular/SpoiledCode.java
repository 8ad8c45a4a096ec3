package org.demandwright.file.tabular;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells a code that a spreadsheet took for a number and shortened: {@code 4,00638E+12} was an EAN,
 * and so may have been the next one with the same text. {@code 1E5} and {@code 12E-05} are codes
 * that somebody wrote.
 */
final class SpoiledCode {
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?\\d{1,3}([.,]\\d+[eE][+-]|[eE][+])\\d{1,3}");

  /** Spreadsheets keep fifteen digits of a number. */
  private static final Pattern TOO_LONG = Pattern.compile("-?0*[1-9]\\d{15,}");

  private SpoiledCode() {}

  /** Returns what is wrong with a code, empty where it is whole. */
  static Optional<String> wrong(Cell cell, String code) {
    if (SCIENTIFIC.matcher(code).matches()) {
      return Optional.of(" is a number as a spreadsheet shortens it, digits of the code are lost");
    }
    return cell.typed() && TOO_LONG.matcher(code).matches()
        ? Optional.of(" is a number of more than 15 digits, of which a workbook keeps only 15")
        : Optional.empty();
  }
}
