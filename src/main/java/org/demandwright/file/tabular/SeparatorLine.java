package org.demandwright.file.tabular;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line by which some programs tell a spreadsheet the delimiter: {@code sep=;}. */
final class SeparatorLine {
  private static final Pattern FORM =
      Pattern.compile("\"?sep=(.)\"?[;,\t| ]*", Pattern.CASE_INSENSITIVE);

  private SeparatorLine() {}

  /** Returns the delimiter that a line names, empty where it is no such line. */
  static Optional<Character> of(String line) {
    Matcher matcher = FORM.matcher(line);
    return matcher.matches() ? Optional.of(matcher.group(1).charAt(0)) : Optional.empty();
  }
}
