package org.demandwright.erp.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demandwright.erp.DateForm;
import org.demandwright.erp.FileColumn;
import org.demandwright.erp.NumberForm;
import org.demandwright.erp.file.BadRow.Reason;

/** The fields of one row by their meaning, as text, number, day or time. */
final class Fields {
  private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(13);
  private static final int SCALE = 6;

  private final List<String> header;
  private final Map<FileColumn, Integer> places = new EnumMap<>(FileColumn.class);
  private final NumberForm numbers;
  private final DateRule dates;
  private List<Cell> row = List.of();

  Fields(Reading reading) {
    header = reading.header();
    for (int i = 0; i < header.size(); i++) {
      places.putIfAbsent(reading.profile().headings().get(header.get(i)), i);
    }
    numbers = reading.format().numbers().value();
    dates = reading.dates();
  }

  void take(List<Cell> cells) {
    row = cells;
  }

  boolean has(FileColumn column) {
    return places.containsKey(column);
  }

  /** Returns the heading under which a column stands, its own name where there is none. */
  String heading(FileColumn column) {
    return has(column) ? header.get(places.get(column)) : column.heading();
  }

  /** Returns the text without blanks around it, null where it is empty or there is no column. */
  String text(FileColumn column) {
    String text = exact(column);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Returns the text as it stands, blanks and all, null where there is no column. */
  String exact(FileColumn column) {
    return has(column) ? row.get(places.get(column)).text() : null;
  }

  String text(FileColumn column, int longest) throws BadRow {
    String text = text(column);
    if (text != null && text.length() > longest) {
      throw bad(Reason.BAD_VALUE, column, " is longer than " + longest + " characters");
    }
    return text;
  }

  String textOr(FileColumn column, int longest, String otherwise) throws BadRow {
    String text = text(column, longest);
    return text == null ? otherwise : text;
  }

  /** Returns a number with at most six decimals, further ones rounded half-even; null if empty. */
  BigDecimal number(FileColumn column) throws BadRow {
    return has(column) ? number(column, places.get(column)) : null;
  }

  /** Returns the number at a place of the row; the column is for the message. */
  BigDecimal number(FileColumn column, int place) throws BadRow {
    Cell cell = row.get(place);
    if (cell.isBlank()) {
      return null;
    }
    NumberForm form = cell.typed() ? NumberForm.POINT : numbers;
    Optional<BigDecimal> parsed = NumberText.parse(cell.text(), form);
    BigDecimal number =
        parsed.orElseThrow(
            () ->
                new BadRow(
                    Reason.BAD_NUMBER,
                    header.get(place),
                    cell.text(),
                    column.heading()
                        + " is not a number"
                        + inForm(form)
                        + ": "
                        + BadRow.cut(cell.text())));
    if (number.precision() - number.scale() > 13 || number.abs().compareTo(TOO_LARGE) >= 0) {
      throw new BadRow(
          Reason.BAD_NUMBER,
          header.get(place),
          cell.text(),
          column.heading() + " is 10^13 or more");
    }
    return number.scale() <= SCALE ? number : number.setScale(SCALE, RoundingMode.HALF_EVEN);
  }

  private static String inForm(NumberForm form) {
    return form == NumberForm.POINT ? " with a decimal point" : " with a decimal comma";
  }

  /** Returns a day or a time, a day being its midnight; null if empty. */
  LocalDateTime time(FileColumn column) throws BadRow {
    String text = text(column);
    if (text == null) {
      return null;
    }
    // A change stamp is of UTC by contract; any other time is of the day that it has on the spot.
    DateRule rule = column == FileColumn.CHANGED_AT ? dates.in(ZoneOffset.UTC) : dates;
    Optional<LocalDateTime> time = DateText.parse(text, rule);
    if (time.isEmpty()) {
      throw bad(Reason.BAD_DATE, column, " is not a date such as " + example(dates.form()));
    }
    return time.get();
  }

  private static String example(DateForm form) {
    return switch (form) {
      case YMD -> "2024-01-31 or 2024-01-31 12:00:00";
      case DMY -> "31.01.2024 or 31/01/2024 12:00";
      case MDY -> "01/31/2024 or 1/31/2024 12:00 PM";
    };
  }

  boolean flag(FileColumn column) throws BadRow {
    String text = text(column);
    if (text == null) {
      return false;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "y" -> true;
      case "false", "0", "no", "n" -> false;
      default -> throw bad(Reason.BAD_VALUE, column, " is neither true nor false");
    };
  }

  /** Returns the complaint about a column of this row. */
  BadRow bad(Reason reason, FileColumn column, String wrong) {
    String value = text(column) == null ? "" : text(column);
    String words = value.isEmpty() ? wrong : wrong + ": " + BadRow.cut(value);
    return new BadRow(reason, heading(column), value, column.heading() + words);
  }
}
