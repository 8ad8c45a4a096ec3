package org.demandwright.file.tabular;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.file.Detected;
import org.demandwright.file.Detected.Sureness;

/**
 * Finds the header among the first rows of a file: the first row that fills at least half as many
 * cells as the widest one, unless it has no usual heading and a later one has several.
 */
final class HeaderFinder {
  private static final int WITHIN = 20;
  private static final int SEVERAL = 2;

  private final List<Row> rows = new ArrayList<>();

  /** A row by its first line, its cells that hold something, and those that are usual headings. */
  private record Row(int lineNo, int filled, int known) {}

  /** Takes one more row from the top, and returns whether another is wanted. */
  boolean add(long lineNo, List<String> texts) {
    int filled = (int) texts.stream().filter(text -> !text.isBlank()).count();
    int known = (int) texts.stream().filter(HeadingWords::isUsual).count();
    rows.add(new Row((int) lineNo, filled, known));
    return rows.size() < WITHIN;
  }

  Detected<Integer> find() {
    int widest = rows.stream().mapToInt(Row::filled).max().orElse(0);
    Row first =
        rows.stream()
            .filter(row -> row.filled() > 0 && 2 * row.filled() >= widest)
            .findFirst()
            .orElse(new Row(1, 0, 0));
    Row found =
        rows.stream()
            .filter(row -> first.known() == 0 && row.known() >= SEVERAL)
            .findFirst()
            .orElse(first);
    return found.lineNo() == 1
        ? new Detected<>(1, Sureness.CERTAIN, "it is the first line")
        : new Detected<>(found.lineNo(), Sureness.LIKELY, "the lines above it are titles or empty");
  }
}
