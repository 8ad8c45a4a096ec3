package org.demandwright.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Words as one line: {@code ~key(argument,…)}. Texts stand in single quotes, which are doubled
 * inside; decimals have a point, whole numbers have none.
 */
final class WordsText {
  private static final char MARK = '~';
  private static final char QUOTE = '\'';

  private final String line;
  private int at;

  private WordsText(String line) {
    this.line = line;
  }

  static boolean isWords(String line) {
    return !line.isEmpty() && line.charAt(0) == MARK;
  }

  static String of(Words words) {
    StringBuilder line = new StringBuilder();
    write(words, line);
    return line.toString();
  }

  /**
   * Returns the words of a line.
   *
   * @throws IllegalArgumentException if it is not well formed
   */
  static Words parse(String line) {
    WordsText text = new WordsText(line);
    Words words = text.words();
    if (text.at != line.length()) {
      throw text.malformed();
    }
    return words;
  }

  private static void write(Words words, StringBuilder line) {
    line.append(MARK).append(words.key()).append('(');
    String comma = "";
    for (Object argument : words.arguments()) {
      line.append(comma);
      comma = ",";
      if (argument instanceof Words inner) {
        write(inner, line);
      } else if (argument instanceof String text) {
        line.append(QUOTE).append(text.replace("'", "''")).append(QUOTE);
      } else if (argument instanceof BigDecimal number) {
        String digits = number.toPlainString();
        line.append(digits).append(digits.indexOf('.') < 0 ? "." : "");
      } else {
        line.append(argument);
      }
    }
    line.append(')');
  }

  private Words words() {
    take(MARK);
    int start = at;
    while (at < line.length() && line.charAt(at) != '(') {
      at++;
    }
    String key = line.substring(start, at);
    take('(');
    List<Object> arguments = new ArrayList<>();
    while (at < line.length() && line.charAt(at) != ')') {
      if (!arguments.isEmpty()) {
        take(',');
      }
      arguments.add(argument());
    }
    take(')');
    return new Words(key, arguments);
  }

  private Object argument() {
    char first = at < line.length() ? line.charAt(at) : ' ';
    if (first == MARK) {
      return words();
    }
    return first == QUOTE ? quoted() : number();
  }

  private String quoted() {
    StringBuilder text = new StringBuilder();
    take(QUOTE);
    while (true) {
      int end = line.indexOf(QUOTE, at);
      if (end < 0) {
        throw malformed();
      }
      text.append(line, at, end);
      at = end + 1;
      if (at >= line.length() || line.charAt(at) != QUOTE) {
        return text.toString();
      }
      text.append(QUOTE);
      at++;
    }
  }

  private Object number() {
    int start = at;
    while (at < line.length() && "-.0123456789".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    String digits = line.substring(start, at);
    try {
      if (digits.indexOf('.') < 0) {
        return Long.valueOf(digits);
      }
      return new BigDecimal(
          digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits);
    } catch (NumberFormatException e) {
      throw malformed();
    }
  }

  private void take(char expected) {
    if (at >= line.length() || line.charAt(at) != expected) {
      throw malformed();
    }
    at++;
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException("no words at " + at + ": " + line);
  }
}
