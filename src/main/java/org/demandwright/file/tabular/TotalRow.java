package org.demandwright.file.tabular;

import java.util.Set;
import org.demandwright.file.FileColumn;

/**
 * Tells a row that sums up others. It lacks a document, a date or an item and says so with the word
 * for it in a cell of its own; or it lacks two of these, and a cell begins or ends with the word,
 * as in {@code Total S0012}.
 */
final class TotalRow {
  private static final Set<String> WORDS =
      Set.of(
          "total",
          "totals",
          "grandtotal",
          "subtotal",
          "sum",
          "gesamt",
          "gesamtsumme",
          "summe",
          "endsumme",
          "zwischensumme",
          "totalgeneral",
          "soustotal",
          "somme",
          "suma",
          "sumatotal",
          "totale",
          "totalegenerale",
          "subtotale",
          "somma",
          "ergebnis",
          "gesamtergebnis",
          "teilergebnis",
          "合计",
          "总计",
          "小计");

  private static final int LONGEST = 60;

  private final Columns columns;

  TotalRow(Columns columns) {
    this.columns = columns;
  }

  boolean is(TableRow row) {
    long lacking =
        columns.needed().entrySet().stream()
            .filter(e -> e.getKey().type() != FileColumn.Type.NUMBER)
            .filter(e -> lacks(row.cells().get(e.getValue()), e.getKey()))
            .count();
    return lacking > 0
        && row.cells().stream().anyMatch(cell -> says(cell) || (lacking > 1 && mentions(cell)));
  }

  private static boolean lacks(Cell cell, FileColumn column) {
    return cell.isBlank() || (column.type() == FileColumn.Type.DAY && says(cell));
  }

  private static boolean says(Cell cell) {
    String text = cell.text();
    return !text.isBlank() && text.length() <= LONGEST && isWord(text);
  }

  private static boolean mentions(Cell cell) {
    String text = cell.text().strip();
    int blank = text.indexOf(' ');
    return blank > 0
        && text.length() <= LONGEST
        && (isWord(text.substring(0, blank)) || isWord(text.substring(text.lastIndexOf(' '))));
  }

  private static boolean isWord(String text) {
    return WORDS.contains(HeadingWords.plain(text));
  }
}
