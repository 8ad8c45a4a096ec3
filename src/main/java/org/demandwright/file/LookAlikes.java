package org.demandwright.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.demandwright.core.quality.Spelling;

/**
 * Codes of one column that look alike and are kept apart.
 *
 * @param column the heading
 * @param rows rows of each spelling, the most frequent first
 */
public record LookAlikes(String column, Map<String, Long> rows) {

  public LookAlikes {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    if (rows.size() < 2) {
      throw new IllegalArgumentException(column + ": " + rows.keySet() + " is one spelling");
    }
  }

  /** Returns the codes with their rows in one line. */
  public String line() {
    return rows.entrySet().stream()
        .map(e -> Spelling.shown(e.getKey()) + " (" + e.getValue() + ")")
        .collect(Collectors.joining(", "));
  }
}
