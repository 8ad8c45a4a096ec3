package org.demandwright.file;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What became of the rows of a file: every one was loaded or quarantined; and of its lines, which
 * may be more: rows go over several lines, and titles, headers, totals and empty lines are no rows.
 *
 * @param sha256 of the file's bytes, hexadecimal
 * @param profile the mapping profile by which it was read
 * @param rows rows in the file, the header not among them
 * @param loaded rows that could be read, demand or not
 * @param excluded loaded rows that are not demand, by reason
 * @param quarantined rows that could not be read, by reason
 * @param linesNotUtf8 lines that were not UTF-8 and were read as Windows-1252
 * @param lines what each of the physical lines is
 */
public record FileAccount(
    String fileName,
    String sha256,
    String profile,
    long rows,
    long loaded,
    Map<String, Long> excluded,
    Map<String, Long> quarantined,
    long linesNotUtf8,
    LineCounts lines) {

  /** An account of a file whose lines were not counted. */
  public FileAccount(
      String fileName,
      String sha256,
      String profile,
      long rows,
      long loaded,
      Map<String, Long> excluded,
      Map<String, Long> quarantined,
      long linesNotUtf8) {
    this(
        fileName,
        sha256,
        profile,
        rows,
        loaded,
        excluded,
        quarantined,
        linesNotUtf8,
        LineCounts.unknown());
  }

  public FileAccount {
    Objects.requireNonNull(lines, "lines");
    excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
    quarantined = Collections.unmodifiableMap(new TreeMap<>(quarantined));
    if (rows != loaded + sum(quarantined)) {
      throw new IllegalArgumentException(
          fileName
              + ": "
              + rows
              + " rows, but "
              + loaded
              + " loaded and "
              + sum(quarantined)
              + " quarantined; every row must be one or the other");
    }
  }

  /** Returns the number of rows that could not be read. */
  public long quarantinedRows() {
    return sum(quarantined);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
