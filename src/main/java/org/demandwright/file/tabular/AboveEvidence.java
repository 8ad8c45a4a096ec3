package org.demandwright.file.tabular;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileQuestion;

/**
 * Whether cells of a file are empty because the row above says it: the number and date of an order
 * stand on its first line alone, or the item above its lines. That is asked, for an empty cell may
 * also be one that somebody forgot.
 */
final class AboveEvidence {
  static final String KEY = "above";

  private final Columns columns;
  private String document = "";
  private boolean dateAbove;
  private boolean itemAbove;
  private long rows;
  private long noDocument;
  private long noDocumentNorDate;
  private long noDate;
  private long noDateOfNewDocument;
  private long noItem;

  AboveEvidence(Columns columns) {
    this.columns = columns;
  }

  /** Takes one more row, as it stands in the file. */
  void add(TableRow row) {
    String number = columns.cell(row, FileColumn.DOCUMENT).text().strip();
    boolean date = !columns.cell(row, FileColumn.ORDER_DATE).isBlank();
    boolean item = !columns.cell(row, FileColumn.ITEM).isBlank();
    if (!columns.cell(row, FileColumn.QUANTITY).isBlank()) {
      count(number, date, item);
    }
    document = number.isEmpty() ? document : number;
    dateAbove |= date;
    itemAbove |= item;
  }

  private void count(String number, boolean date, boolean item) {
    rows++;
    if (item && number.isEmpty() && !document.isEmpty()) {
      noDocument++;
      noDocumentNorDate += date ? 0 : 1;
    }
    if (item && !date && dateAbove) {
      boolean same = number.isEmpty() || number.equals(document);
      noDate += same ? 1 : 0;
      noDateOfNewDocument += same ? 0 : 1;
    }
    noItem += !item && itemAbove && !number.isEmpty() && date ? 1 : 0;
  }

  /** Returns the columns that are likely to be empty because of the row above. */
  Set<FileColumn> found() {
    Set<FileColumn> found = EnumSet.noneOf(FileColumn.class);
    if (noDocumentNorDate > 0 || noDocument > 1 || noDate > 0) {
      found.add(FileColumn.DOCUMENT);
    }
    if (2 * noDateOfNewDocument >= rows && noDateOfNewDocument > 1) {
      found.add(FileColumn.ORDER_DATE);
    }
    if (2 * noItem >= rows && noItem > 1) {
      found.add(FileColumn.ITEM);
      found.add(FileColumn.ITEM_NAME);
    }
    return found;
  }

  /** Returns what is to be asked, empty where no cell is likely to be meant so. */
  Optional<FileQuestion> question() {
    if (found().isEmpty()) {
      return Optional.empty();
    }
    List<String> parts =
        List.of(
            part(FileColumn.DOCUMENT, noDocument),
            part(FileColumn.ORDER_DATE, noDate + noDateOfNewDocument),
            part(FileColumn.ITEM, found().contains(FileColumn.ITEM) ? noItem : 0));
    String words = parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    return Optional.of(
        new FileQuestion(
            KEY,
            words + ": take what is empty from the row above (YES), or leave it empty (NO)?",
            List.of("YES", "NO")));
  }

  private String part(FileColumn column, long empty) {
    return empty == 0
        ? ""
        : "%s is empty on %d of %d rows".formatted(column.heading(), empty, rows);
  }
}
