package org.demandwright.file.tabular;

/**
 * What stands around a value and cannot be seen: blanks of any width, and the characters that come
 * along from web pages and spreadsheets, such as a zero-width space or a mark of the byte order.
 */
final class Blanks {
  /** Fillers that Unicode counts as letters or symbols, though nothing of them is shown. */
  private static final String FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

  private Blanks() {}

  /** Returns a text without what cannot be seen at its ends; what is within it stays. */
  static String off(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (to > from && isBlank(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(int character) {
    if (character > ' ' && character < 0x7f) {
      return false;
    }
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      default -> FILLERS.indexOf(character) >= 0;
    };
  }
}
