package org.demandwright.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook (XLSX) that is written sheet by sheet and row by row, so that few rows are held. The
 * head of a sheet stays in sight. A cell is a text, a number or empty; a text that a spreadsheet
 * would take for a formula has an apostrophe before it, as in CSV.
 */
public final class Workbook implements Closeable {
  /** The media type. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String NAME = "Demandwright";
  private static final int ROWS_HELD = 500;
  private static final int LONGEST_NAME = 31;

  private final org.dhatim.fastexcel.Workbook book;
  private final Set<String> taken = new HashSet<>();
  private Worksheet sheet;
  private int rows;

  /** Begins a workbook; the stream is closed with it. */
  public Workbook(OutputStream output) {
    this.book = new org.dhatim.fastexcel.Workbook(output, NAME, null);
  }

  /**
   * Begins a sheet; the one before is at its end.
   *
   * @param name what a sheet may not be called is changed, and so is a name that another one has
   */
  public void sheet(String name, List<String> head) throws IOException {
    endSheet();
    sheet = book.newWorksheet(free(name));
    rows = 0;
    sheet.freezePane(0, 1);
    row(head);
  }

  /**
   * Writes a row.
   *
   * @param cells texts and numbers; null = empty
   */
  public void row(List<?> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      Object cell = cells.get(i);
      if (cell instanceof BigDecimal || cell instanceof Integer || cell instanceof Long) {
        sheet.value(rows, i, (Number) cell);
      } else if (cell != null) {
        sheet.inlineString(rows, i, guarded(cell.toString()));
      }
    }
    rows++;
    if (rows % ROWS_HELD == 0) {
      sheet.flush();
    }
  }

  private void endSheet() throws IOException {
    if (sheet != null) {
      sheet.finish();
    }
  }

  @Override
  public void close() throws IOException {
    if (sheet == null) {
      sheet("-", List.of());
    }
    endSheet();
    book.close();
  }

  /** Sheets may not begin with an apostrophe, nor be called the same in other letters. */
  private String free(String name) {
    String allowed = name.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", "_").strip();
    String bare = allowed.isEmpty() || allowed.startsWith("'") ? "_" + allowed : allowed;
    String free = cut(bare, LONGEST_NAME);
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      String behind = " (" + i + ")";
      free = cut(bare, LONGEST_NAME - behind.length()) + behind;
    }
    return free;
  }

  private static String cut(String name, int length) {
    return name.length() <= length ? name : name.substring(0, length);
  }

  private static String guarded(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
