package org.demandwright.file.tabular;

import java.util.Map;
import java.util.TreeMap;
import org.demandwright.file.FileAccount;
import org.demandwright.file.LineCounts;

/** Counts what becomes of the rows of one file. */
final class RowCounts {
  private final Map<String, Long> excluded = new TreeMap<>();
  private final Map<String, Long> quarantined = new TreeMap<>();
  private long loaded;
  private long bad;

  /** Counts a row that could be read; the reason is null for demand. */
  void loaded(String excludedBecause) {
    loaded++;
    if (excludedBecause != null) {
      excluded.merge(excludedBecause, 1L, Long::sum);
    }
  }

  void bad(BadRow.Reason reason) {
    bad++;
    quarantined.merge(reason.name(), 1L, Long::sum);
  }

  long loaded() {
    return loaded;
  }

  long rows() {
    return loaded + bad;
  }

  Map<String, Long> quarantined() {
    return quarantined;
  }

  FileAccount account(String name, String sha256, String profile, long notUtf8, LineCounts lines) {
    return new FileAccount(
        name, sha256, profile, rows(), loaded, excluded, quarantined, notUtf8, lines);
  }
}
