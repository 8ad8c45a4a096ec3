package org.demandwright.erp.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.demandwright.erp.file.BadRow.Reason;

/** The fields of one row by their meaning, as text, number, day or time. */
final class Fields {
  private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(13);
  private static final int SCALE = 6;

  private final Map<Column, Integer> places = new EnumMap<>(Column.class);
  private List<String> row = List.of();

  Fields(MappingProfile profile, List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      places.put(profile.headings().get(header.get(i)), i);
    }
  }

  void take(List<String> fields) {
    row = fields;
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /** Returns the text without blanks around it, null where it is empty or there is no column. */
  String text(Column column) {
    Integer place = places.get(column);
    if (place == null) {
      return null;
    }
    String text = row.get(place).strip();
    return text.isEmpty() ? null : text;
  }

  /** Returns the text as it stands, blanks and all, null where there is no column. */
  String exact(Column column) {
    Integer place = places.get(column);
    return place == null ? null : row.get(place);
  }

  String text(Column column, int longest) throws BadRow {
    String text = text(column);
    if (text != null && text.length() > longest) {
      throw new BadRow(
          Reason.BAD_VALUE, column + " is longer than " + longest + " characters: " + cut(text));
    }
    return text;
  }

  String textOr(Column column, int longest, String otherwise) throws BadRow {
    String text = text(column, longest);
    return text == null ? otherwise : text;
  }

  /** Returns a number with at most six decimals, further ones rounded half-even; null if empty. */
  BigDecimal number(Column column) throws BadRow {
    String text = text(column);
    if (text == null) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.precision() - number.scale() > 13 || number.abs().compareTo(TOO_LARGE) >= 0) {
        throw new BadRow(Reason.BAD_NUMBER, column + " is 10^13 or more: " + cut(text));
      }
      return number.scale() <= SCALE ? number : number.setScale(SCALE, RoundingMode.HALF_EVEN);
    } catch (NumberFormatException e) {
      throw new BadRow(Reason.BAD_NUMBER, column + " is not a number: " + cut(text));
    }
  }

  /** Returns a day or a time, a day being its midnight; null if empty. */
  LocalDateTime time(Column column) throws BadRow {
    String text = text(column);
    if (text == null) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay()
          : LocalDateTime.parse(isoForm(text));
    } catch (DateTimeParseException e) {
      throw new BadRow(
          Reason.BAD_DATE,
          column + " is not a date such as 2024-01-31 or 2024-01-31 12:00:00: " + cut(text));
    }
  }

  /** Returns the time with the T between day and hour, and without the Z of UTC. */
  private static String isoForm(String text) {
    String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    return local.length() > 10 && local.charAt(10) == ' '
        ? local.substring(0, 10) + 'T' + local.substring(11)
        : local;
  }

  boolean flag(Column column) throws BadRow {
    String text = text(column);
    if (text == null) {
      return false;
    }
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default ->
          throw new BadRow(Reason.BAD_VALUE, column + " is neither true nor false: " + cut(text));
    };
  }

  private static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
