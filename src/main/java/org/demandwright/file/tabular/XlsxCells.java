package org.demandwright.file.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the cells of a workbook as a person sees them: a number with a format of a date is a date,
 * a number with the format {@code 00000} keeps its leading zeros, and a text such as {@code 1E5} or
 * {@code 00123} stays as it is.
 */
final class XlsxCells {
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);
  private static final Pattern ZEROS = Pattern.compile("0{2,30}");
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

  /** What of a format is text, colour or condition, and not a mark of a date. */
  private static final Pattern NO_MARKS =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^]]*]");

  private static final Pattern DATE_MARKS = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);

  private final LocalDate dayZero;
  private final boolean leapYearOf1900;

  XlsxCells(boolean since1904) {
    dayZero = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 31);
    leapYearOf1900 = !since1904;
  }

  /** Returns the cells of a row from the first column on. */
  List<Cell> of(Row row) {
    List<Cell> cells = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      org.dhatim.fastexcel.reader.Cell cell = row.getCell(i);
      cells.add(cell == null ? Cell.EMPTY : of(cell));
    }
    return cells;
  }

  private Cell of(org.dhatim.fastexcel.reader.Cell cell) {
    String raw = cell.getRawValue();
    if (raw == null || raw.isEmpty() || cell.getType() == CellType.EMPTY) {
      return Cell.EMPTY;
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number(number, cell.getDataFormatString());
    }
    if (value instanceof Boolean flag) {
      return Cell.typed(flag.toString());
    }
    return cell.getType() == CellType.FORMULA ? saved(raw, cell) : Cell.of(cell.getText());
  }

  /** Returns the value that was saved with a formula: a number where it reads as one. */
  private Cell saved(String raw, org.dhatim.fastexcel.reader.Cell cell) {
    try {
      return number(new BigDecimal(raw), cell.getDataFormatString());
    } catch (NumberFormatException e) {
      return Cell.of(raw);
    }
  }

  private Cell number(BigDecimal exact, String format) {
    if (isDate(format) && exact.signum() >= 0 && exact.compareTo(LAST_DAY) < 0) {
      return Cell.typed(date(exact));
    }
    BigDecimal shown = exact.round(SHOWN).stripTrailingZeros();
    String text = shown.scale() < 0 ? shown.setScale(0).toPlainString() : shown.toPlainString();
    boolean zeros = format != null && ZEROS.matcher(format).matches();
    return Cell.typed(zeros ? padded(text, format.length()) : text);
  }

  private static String padded(String digits, int width) {
    return digits.startsWith("-")
        ? digits
        : "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  static boolean isDate(String format) {
    return format != null
        && !format.equalsIgnoreCase("General")
        && DATE_MARKS.matcher(NO_MARKS.matcher(format).replaceAll("")).find();
  }

  /** Returns the day, with its time unless that is midnight, to the second. */
  private String date(BigDecimal serial) {
    long seconds =
        serial.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    long day = Math.floorDiv(seconds, 86_400);
    // Excel believes that there was a 29 February 1900.
    long days = leapYearOf1900 && day > 59 ? day - 1 : day;
    LocalDateTime time =
        dayZero.plusDays(days).atTime(LocalTime.ofSecondOfDay(Math.floorMod(seconds, 86_400)));
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.toString();
  }
}
