package org.demandwright.erp.file;

import java.util.Set;
import org.demandwright.erp.FileColumn;

/**
 * Tells a row that sums up others: it lacks a document, a date or an item, and says so with the
 * word for it in a cell of its own.
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
          "合计",
          "总计",
          "小计");

  private final Columns columns;

  TotalRow(Columns columns) {
    this.columns = columns;
  }

  boolean is(TableRow row) {
    boolean lacking =
        columns.needed().entrySet().stream()
            .filter(e -> e.getKey().type() != FileColumn.Type.NUMBER)
            .anyMatch(e -> lacks(row.cells().get(e.getValue()), e.getKey()));
    return lacking && row.cells().stream().anyMatch(TotalRow::says);
  }

  private static boolean lacks(Cell cell, FileColumn column) {
    return cell.isBlank() || (column.type() == FileColumn.Type.DAY && says(cell));
  }

  private static boolean says(Cell cell) {
    String text = cell.text();
    return !text.isBlank() && text.length() <= 20 && WORDS.contains(HeadingWords.plain(text));
  }
}
