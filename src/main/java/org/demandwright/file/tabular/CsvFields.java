package org.demandwright.file.tabular;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the fields of one record apart, line by line. A field is in quotes if a quote is the first
 * thing in it but for blanks; there a doubled quote is one quote, and a quote closes the field only
 * where a delimiter or the end of the line follows, blanks aside. Any other quote is a character
 * like the rest: {@code Screw 3" long} is a text.
 */
final class CsvFields {
  private final char delimiter;
  private final List<String> fields = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private boolean open;
  private boolean stray;

  CsvFields(char delimiter) {
    this.delimiter = delimiter;
  }

  /** Reads one more line, and returns whether the record ends with it. */
  boolean add(String line) {
    int at = 0;
    if (open) {
      field.append('\n');
      at = quoted(line, 0);
    }
    while (!open && at <= line.length()) {
      int first = afterBlanks(line, at);
      at =
          first < line.length() && line.charAt(first) == '"'
              ? quoted(line, first + 1)
              : bare(line, at);
    }
    return !open;
  }

  /**
   * Reads on within quotes, and returns where the next field begins, behind the end if none does.
   */
  private int quoted(String line, int from) {
    open = true;
    int at = from;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c != '"') {
        field.append(c);
        at++;
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        field.append('"');
        at += 2;
      } else if (ends(line, afterBlanks(line, at + 1))) {
        open = false;
        end();
        return afterBlanks(line, at + 1) + 1;
      } else {
        field.append('"');
        at++;
      }
    }
    return at;
  }

  private int bare(String line, int from) {
    int end = line.indexOf(delimiter, from);
    String text = line.substring(from, end < 0 ? line.length() : end);
    stray |= text.indexOf('"') >= 0;
    field.append(text);
    end();
    return end < 0 ? line.length() + 1 : end + 1;
  }

  private void end() {
    fields.add(field.toString());
    field.setLength(0);
  }

  private boolean ends(String line, int at) {
    return at == line.length() || line.charAt(at) == delimiter;
  }

  private int afterBlanks(String line, int from) {
    int at = from;
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isBlank(char c) {
    return c != delimiter && (c == ' ' || c == '\t' || c == '\u00a0');
  }

  /** Returns the fields that have ended so far. */
  List<String> fields() {
    return fields;
  }

  /** Returns how many characters the field has that has not ended yet. */
  int openLength() {
    return field.length();
  }

  /** Returns whether there is a quote in a field that is not in quotes. */
  boolean stray() {
    return stray;
  }
}
