package org.demandwright.file;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the physical lines of a file are. They are counted where they are read, and the classes
 * where a line is given its meaning; that both agree is checked here, so that no line is lost
 * without a word.
 *
 * @param classes how many lines are of each class
 * @param physical lines of the text file, or rows of the sheet up to the last one; 0 with no class
 *     at all where they were not counted, as in loads of earlier versions
 */
public record LineCounts(Map<LineClass, Long> classes, long physical) {
  private static final LineCounts UNKNOWN = new LineCounts(Map.of(), 0);

  public LineCounts {
    Map<LineClass, Long> counts = new EnumMap<>(LineClass.class);
    counts.putAll(classes);
    counts.values().removeIf(count -> count == 0);
    classes = Collections.unmodifiableMap(counts);
    long sum = classes.values().stream().mapToLong(Long::longValue).sum();
    if (sum != physical) {
      throw new IllegalArgumentException(
          "%d physical lines, but %d are accounted for: %s".formatted(physical, sum, classes));
    }
  }

  /** Returns the counts of a file whose lines were not counted. */
  public static LineCounts unknown() {
    return UNKNOWN;
  }

  /** Returns how many lines are of a class. */
  public long of(LineClass lineClass) {
    return classes.getOrDefault(lineClass, 0L);
  }
}
