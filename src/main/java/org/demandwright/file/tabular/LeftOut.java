package org.demandwright.file.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.file.OmittedValues;

/** Counts values of optional columns that cannot be read: they are left out and their row stays. */
final class LeftOut {
  private final Map<String, OmittedValues> all = new TreeMap<>();
  private final List<OmittedValues> ofRow = new ArrayList<>();

  void add(String heading, String value, String wrong) {
    ofRow.add(new OmittedValues(heading, 1, BadRow.cut(value), wrong));
  }

  /** Forgets what was left out of a row that is not loaded. */
  void nextRow() {
    ofRow.clear();
  }

  /** Counts what was left out of the row at hand, which is loaded. */
  void count() {
    ofRow.forEach(v -> all.merge(v.column(), v, OmittedValues::and));
    ofRow.clear();
  }

  List<OmittedValues> all() {
    return List.copyOf(all.values());
  }
}
