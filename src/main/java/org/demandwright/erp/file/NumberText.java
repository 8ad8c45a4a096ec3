package org.demandwright.erp.file;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demandwright.erp.NumberForm;

/**
 * Reads numbers as people write them: with marks between thousands, which must part groups of
 * three.
 */
final class NumberText {
  private static final String SPACES = " \u00a0\u202f'\u2019";
  private static final Pattern POINT = form(",", "[.]");
  private static final Pattern COMMA = form(".", ",");
  private static final int LONGEST = 60;

  private NumberText() {}

  private static Pattern form(String thousands, String decimal) {
    String group = "[" + thousands + SPACES + "]";
    return Pattern.compile(
        "[+-]?(\\d+|\\d{1,3}(" + group + "\\d{3})+)?(" + decimal + "\\d*)?([eE][+-]?\\d{1,3})?");
  }

  /** Returns the number in a text, empty where the text is none in this form. */
  static Optional<BigDecimal> parse(String text, NumberForm form) {
    String number = text.strip();
    if (number.isEmpty() || number.length() > LONGEST || !pattern(form).matcher(number).matches()) {
      return Optional.empty();
    }
    String bare =
        number.replaceAll("[" + SPACES + (form == NumberForm.POINT ? "," : ".") + "]", "");
    try {
      return Optional.of(new BigDecimal(bare.replace(',', '.')));
    } catch (NumberFormatException e) {
      // A sign or a mark without a digit.
      return Optional.empty();
    }
  }

  private static Pattern pattern(NumberForm form) {
    return form == NumberForm.POINT ? POINT : COMMA;
  }
}
