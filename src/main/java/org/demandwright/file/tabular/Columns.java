package org.demandwright.file.tabular;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileKind;

/**
 * What stands where in the rows of a file.
 *
 * @param kind of the file
 * @param header its headings
 * @param meanings what each means, in the same order
 */
record Columns(FileKind kind, List<String> header, List<FileColumn> meanings) {

  Columns {
    header = List.copyOf(header);
    meanings = List.copyOf(meanings);
  }

  static Columns of(FileKind kind, List<String> header, Map<String, FileColumn> headings) {
    return new Columns(kind, header, header.stream().map(headings::get).toList());
  }

  /** Returns the first place of a column. */
  OptionalInt place(FileColumn column) {
    int place = meanings.indexOf(column);
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** Returns the cell of a column, an empty one where the file has no such column. */
  Cell cell(TableRow row, FileColumn column) {
    int place = meanings.indexOf(column);
    return place < 0 ? Cell.EMPTY : row.cells().get(place);
  }

  /** Returns the places of all columns without which a row of the file says nothing. */
  Map<FileColumn, Integer> needed() {
    Map<FileColumn, Integer> places = new EnumMap<>(FileColumn.class);
    FileColumn.needed(kind).forEach(c -> place(c).ifPresent(place -> places.put(c, place)));
    return places;
  }

  /** Returns the places of the columns that are read in some way. */
  List<Integer> of(FileColumn.Type type) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < meanings.size(); i++) {
      if (meanings.get(i).type() == type && meanings.get(i) != FileColumn.IGNORED) {
        places.add(i);
      }
    }
    return places;
  }
}
