package org.demandwright.core.supply;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** Values of stock and supply as people write them into tables. */
public final class SupplyText {
  private static final int MOST_DIGITS = 40;

  private SupplyText() {}

  /**
   * Returns the value of a cell, null where it is empty.
   *
   * @throws IllegalArgumentException with what to write instead
   */
  public static Object value(SupplyColumn column, String cell) {
    String text = cell.strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return switch (column.type()) {
        case TEXT -> text;
        case AMOUNT -> amount(text);
        case WHOLE -> Integer.valueOf(text);
        case DAY -> LocalDate.parse(text);
        case FLAG -> flag(text);
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException(
          "%s: '%s' is no %s".formatted(column.name(), shortened(text), example(column.type())), e);
    }
  }

  private static BigDecimal amount(String text) {
    if (text.length() > MOST_DIGITS || !text.matches("[+-]?\\d*\\.?\\d+")) {
      throw new NumberFormatException();
    }
    return new BigDecimal(text);
  }

  private static Boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> Boolean.TRUE;
      case "false", "0", "no" -> Boolean.FALSE;
      default -> throw new NumberFormatException();
    };
  }

  private static String example(SupplyColumn.Type type) {
    return switch (type) {
      case TEXT -> "text";
      case AMOUNT -> "number; write it as 1234.5";
      case WHOLE -> "whole number; write it as 14";
      case DAY -> "day; write it as 2026-01-31";
      case FLAG -> "yes or no; write true or false";
    };
  }

  private static String shortened(String text) {
    return text.length() <= MOST_DIGITS ? text : text.substring(0, MOST_DIGITS) + "…";
  }
}
