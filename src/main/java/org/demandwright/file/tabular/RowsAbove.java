package org.demandwright.file.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.demandwright.file.FileColumn;

/**
 * Fills the cells that are empty because the row above has said it: those of a merged cell for
 * certain, others where somebody has said so. Numbers are never filled, for the total of an order
 * is not that of each of its lines.
 */
final class RowsAbove {
  /** What an export writes on the first line of a document alone. */
  private static final Set<FileColumn> HEAD =
      EnumSet.of(
          FileColumn.ORG,
          FileColumn.DOCUMENT,
          FileColumn.KIND,
          FileColumn.ORDER_DATE,
          FileColumn.DEMAND_DATE,
          FileColumn.SITE,
          FileColumn.CUSTOMER,
          FileColumn.CHANNEL,
          FileColumn.CURRENCY,
          FileColumn.STATUS,
          FileColumn.CHANGED_AT);

  private final Columns columns;
  private final Set<FileColumn> always;
  private final Cell[] last;

  /**
   * @param always columns that are empty because the row above says it, whatever the document; with
   *     {@link FileColumn#DOCUMENT} among them, all that belongs to a document goes with it
   */
  RowsAbove(Columns columns, Set<FileColumn> always) {
    this.columns = columns;
    this.always = always;
    last = new Cell[columns.meanings().size()];
    Arrays.fill(last, Cell.EMPTY);
  }

  /** Returns whether a row says something for the rows below it, and is no line itself. */
  boolean isHead(TableRow row) {
    return !always.isEmpty()
        && columns.cell(row, FileColumn.QUANTITY).isBlank()
        && (columns.cell(row, FileColumn.ITEM).isBlank()
            || (always.contains(FileColumn.ITEM)
                && columns.cell(row, FileColumn.DOCUMENT).isBlank()));
  }

  /** Returns the row with what it takes from the ones above. */
  TableRow filled(TableRow row) {
    boolean continues = continues(row);
    List<Cell> cells = new ArrayList<>(row.cells());
    for (int i = 0; i < last.length; i++) {
      if (!cells.get(i).isBlank()) {
        last[i] = cells.get(i);
      } else if (takes(row, i, continues)) {
        cells.set(i, last[i]);
      } else if (!continues) {
        last[i] = Cell.EMPTY;
      }
    }
    return row.with(cells);
  }

  /** Returns whether a row is one more of the document of the row above. */
  private boolean continues(TableRow row) {
    int place = columns.place(FileColumn.DOCUMENT).orElse(-1);
    if (place < 0) {
      return false;
    }
    Cell document = row.cells().get(place);
    return document.isBlank() || document.equals(last[place]);
  }

  private boolean takes(TableRow row, int place, boolean continues) {
    FileColumn column = columns.meanings().get(place);
    if (row.covered().contains(place)) {
      return column.type() != FileColumn.Type.NUMBER;
    }
    return always.contains(column)
        || (continues && always.contains(FileColumn.DOCUMENT) && HEAD.contains(column));
  }
}
