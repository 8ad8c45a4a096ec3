package org.demandwright.file.tabular;

import java.util.EnumMap;
import java.util.Map;
import org.demandwright.file.LineClass;
import org.demandwright.file.LineCounts;
import org.demandwright.file.UnusableFile;

/** Counts the lines of one file by what they turn out to be. */
final class LineTally {
  private final Map<LineClass, Long> counts = new EnumMap<>(LineClass.class);

  void add(LineClass lineClass, long lines) {
    counts.merge(lineClass, lines, Long::sum);
  }

  /** Returns the counts; refuses a file of whose lines one is nowhere or in two places. */
  LineCounts of(String name, long physical) {
    try {
      return new LineCounts(counts, physical);
    } catch (IllegalArgumentException e) {
      throw new UnusableFile(
          name + ": its lines do not add up (" + e.getMessage() + "), so it is not loaded", e);
    }
  }
}
