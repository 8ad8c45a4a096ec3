package org.demandwright.file.tabular;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.file.DateForm;
import org.demandwright.file.FileColumn;
import org.demandwright.file.NumberForm;
import org.demandwright.file.tabular.BadRow.Reason;

/** The fields of one row by their meaning, as text, number, day or time. */
final class Fields {
  private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(13);
  private static final int SCALE = 6;

  private final List<String> header;
  private final Map<FileColumn, Integer> places = new EnumMap<>(FileColumn.class);
  private final NumberForm numbers;
  private final DateRule dates;
  private final LeftOut leftOut = new LeftOut();
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
    leftOut.nextRow();
  }

  /** Reads a value. */
  interface Value<T> {
    T read() throws BadRow;
  }

  /**
   * Returns a value that a row can do without: one that cannot be read is left out, which is null,
   * and counted.
   */
  <T> T optional(FileColumn column, Value<T> value) {
    try {
      return value.read();
    } catch (BadRow bad) {
      leftOut.add(heading(column), bad.value(), bad.getMessage());
      return null;
    }
  }

  /** Returns what was left out of rows that are loaded. */
  LeftOut leftOut() {
    return leftOut;
  }

  boolean has(FileColumn column) {
    return places.containsKey(column);
  }

  /** Returns the heading under which a column stands, its own name where there is none. */
  String heading(FileColumn column) {
    return has(column) ? header.get(places.get(column)) : column.heading();
  }

  /** Returns what stands there, null where that says nothing or there is no column. */
  String text(FileColumn column) {
    String text = exact(column);
    String said = text == null ? "" : CellText.of(column, text);
    return said.isEmpty() ? null : said;
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

  /** Returns a code by which something is known; refuses one that a spreadsheet has spoiled. */
  String code(FileColumn column, int longest) throws BadRow {
    String code = text(column, longest);
    Optional<String> wrong =
        code == null ? Optional.empty() : SpoiledCode.wrong(row.get(places.get(column)), code);
    if (wrong.isPresent()) {
      throw bad(Reason.SPOILED_CODE, column, wrong.get());
    }
    return code;
  }

  String codeOr(FileColumn column, int longest, String otherwise) throws BadRow {
    String code = code(column, longest);
    return code == null ? otherwise : code;
  }

  /** Returns a number with at most six decimals, further ones rounded half-even; null if empty. */
  BigDecimal number(FileColumn column) throws BadRow {
    return has(column) ? number(column, places.get(column)) : null;
  }

  /** Returns the number at a place of the row; the column is for the message. */
  BigDecimal number(FileColumn column, int place) throws BadRow {
    Cell cell = row.get(place);
    String text = CellText.of(column, cell.text());
    if (text.isEmpty()) {
      return null;
    }
    NumberForm form = cell.typed() ? NumberForm.POINT : numbers;
    Optional<BigDecimal> parsed = NumberText.parse(text, form);
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

  /** Returns a flag, null if empty. */
  Boolean flag(FileColumn column) throws BadRow {
    String text = text(column);
    if (text == null) {
      return null;
    }
    Optional<Boolean> flag = ValueWords.flag(text);
    if (flag.isEmpty()) {
      throw bad(Reason.BAD_VALUE, column, " is neither true nor false");
    }
    return flag.get();
  }

  /** Returns the complaint about a column of this row. */
  BadRow bad(Reason reason, FileColumn column, String wrong) {
    String value = text(column) == null ? "" : text(column);
    String words = value.isEmpty() ? wrong : wrong + ": " + BadRow.cut(value);
    return new BadRow(reason, heading(column), value, column.heading() + words);
  }
}
