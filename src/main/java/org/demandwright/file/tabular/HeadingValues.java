package org.demandwright.file.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.file.Detected;
import org.demandwright.file.Detected.Sureness;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileColumn.Type;

/**
 * Holds what a heading seems to mean against the values below it. A column of numbers or days in
 * which no value has a digit, of flags or currencies in which none is one, of units without a
 * letter means something else. A column of kinds of documents is one if all its values are known
 * kinds; if some are not, it is asked, for a quotation is no demand.
 */
final class HeadingValues {
  private static final Set<FileColumn> TEXTS =
      EnumSet.of(FileColumn.KIND, FileColumn.CURRENCY, FileColumn.UOM);

  /** One column: how many values fit its meaning, and how many do not. */
  private static final class Tally {
    private final String heading;
    private final FileColumn column;
    private final int place;
    private long fits;
    private long misses;
    private String miss = "";

    Tally(String heading, FileColumn column, int place) {
      this.heading = heading;
      this.column = column;
      this.place = place;
    }

    void add(String text) {
      // A header may be repeated further down.
      if (text.isEmpty() || text.equals(heading)) {
        return;
      }
      if (fits(column, text)) {
        fits++;
        return;
      }
      misses++;
      miss = miss.isEmpty() ? BadRow.cut(text) : miss;
    }

    /** Kinds are looked at to the end; of the others one value that fits is enough. */
    boolean isDecided() {
      return fits > 0 && column != FileColumn.KIND;
    }

    Detected<FileColumn> judged(Detected<FileColumn> proposed) {
      if (misses == 0 || (fits > 0 && column != FileColumn.KIND)) {
        return proposed;
      }
      if (fits > 0) {
        return new Detected<>(
            column,
            Sureness.ASK,
            ("\"%s\": %d of %d values, such as \"%s\", are no kind of document that is known; say"
                    + " line_kind to read the others and leave these out, or - to leave the column"
                    + " out")
                .formatted(heading, misses, fits + misses, miss));
      }
      return new Detected<>(
          FileColumn.IGNORED,
          Sureness.LIKELY,
          "its heading may mean %s, but none of its %d values, such as \"%s\", is one"
              .formatted(column.heading(), misses, miss));
    }
  }

  private HeadingValues() {}

  /**
   * Returns the meanings that the values bear out.
   *
   * @param rows of the file
   */
  static Map<String, Detected<FileColumn>> judged(
      Map<String, Detected<FileColumn>> proposed, Table rows) throws IOException {
    List<Tally> tallies = tallies(proposed);
    for (TableRow row = rows.next(); row != null; row = rows.next()) {
      if (!row.isBroken()) {
        for (Tally tally : tallies) {
          tally.add(CellText.of(tally.column, row.cells().get(tally.place).text()));
        }
      }
      if (tallies.stream().allMatch(Tally::isDecided)) {
        break;
      }
    }
    Map<String, Detected<FileColumn>> judged = new LinkedHashMap<>(proposed);
    tallies.forEach(t -> judged.computeIfPresent(t.heading, (heading, was) -> t.judged(was)));
    return judged;
  }

  private static List<Tally> tallies(Map<String, Detected<FileColumn>> proposed) {
    List<Tally> tallies = new ArrayList<>();
    int place = 0;
    for (Map.Entry<String, Detected<FileColumn>> entry : proposed.entrySet()) {
      FileColumn column = entry.getValue().value();
      if (column.type() != Type.TEXT || TEXTS.contains(column)) {
        tallies.add(new Tally(entry.getKey(), column, place));
      }
      place++;
    }
    return tallies;
  }

  private static boolean fits(FileColumn column, String text) {
    return switch (column) {
      case KIND -> ValueWords.kind(text).isPresent();
      case CURRENCY -> text.length() == 3 || text.equals("€") || text.equals("£");
      case UOM -> text.codePoints().anyMatch(Character::isLetter);
      default ->
          column.type() == Type.FLAG
              ? ValueWords.flag(text).isPresent()
              : text.codePoints().anyMatch(Character::isDigit);
    };
  }
}
