package org.demandwright.file.tabular;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.file.NumberForm;

/**
 * Reads numbers as people write them: with marks between thousands, which must part groups of
 * three, or in India of two before the last three; and with a minus in front, behind (as SAP prints
 * it) or as brackets around the number.
 */
final class NumberText {
  private static final String SPACES = " \u00a0\u202f\u2009\u2007'\u2019\u02bc";

  /** Signs that are used for a minus: hyphens, dashes, the minus itself, and the wide one. */
  private static final String MINUS = "\\-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d";

  private static final Pattern SIGNED =
      Pattern.compile(
          "(?<front>[+%1$s])?\\s?(?<bare>[0-9.,].*?)\\s?(?<behind>[%1$s])?|\\(\\s?(?<inside>[0-9.,].*?)\\s?\\)"
              .formatted(MINUS));
  private static final Pattern POINT = form(",", "[.]", "|\\d{1,2}(,\\d{2})+,\\d{3}");
  private static final Pattern COMMA = form(".", ",", "");
  private static final int LONGEST = 60;

  private NumberText() {}

  private static Pattern form(String thousands, String decimal, String further) {
    String group = "[" + thousands + SPACES + "]";
    return Pattern.compile(
        "(\\d+|\\d{1,3}("
            + group
            + "\\d{3})+"
            + further
            + ")?("
            + decimal
            + "\\d*)?([eE][+-]?\\d{1,3})?");
  }

  /** Returns the number in a text, empty where the text is none in this form. */
  static Optional<BigDecimal> parse(String text, NumberForm form) {
    String number = text.strip();
    if (number.isEmpty() || number.length() > LONGEST) {
      return Optional.empty();
    }
    if (isPlain(number)) {
      return Optional.of(new BigDecimal(number));
    }
    Matcher signed = SIGNED.matcher(number);
    if (!signed.matches()) {
      return Optional.empty();
    }
    String front = signed.group("front");
    String behind = signed.group("behind");
    if (front != null && behind != null) {
      return Optional.empty();
    }
    boolean brackets = signed.group("inside") != null;
    boolean minus = brackets || behind != null || (front != null && !front.equals("+"));
    return bare(brackets ? signed.group("inside") : signed.group("bare"), form)
        .map(value -> minus ? value.negate() : value);
  }

  /** Returns whether a number has no mark of any kind, and so is the same in every form. */
  static boolean isPlain(String number) {
    int from = number.startsWith("-") ? 1 : 0;
    for (int i = from; i < number.length(); i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    return number.length() > from;
  }

  private static Optional<BigDecimal> bare(String number, NumberForm form) {
    Pattern pattern = form == NumberForm.POINT ? POINT : COMMA;
    if (!pattern.matcher(number).matches()) {
      return Optional.empty();
    }
    String digits =
        number.replaceAll("[" + SPACES + (form == NumberForm.POINT ? "," : ".") + "]", "");
    try {
      return Optional.of(new BigDecimal(digits.replace(',', '.')));
    } catch (NumberFormatException e) {
      // A mark without a digit.
      return Optional.empty();
    }
  }
}
