package org.demandwright.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
}
