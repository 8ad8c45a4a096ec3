package org.demandwright.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.erp.FileAccount;
import org.demandwright.erp.FileCheck;
import org.demandwright.erp.LineCounts;
import org.demandwright.erp.RowError;

/**
 * What became of the rows of a file, or would become of them: every one is loaded or bad.
 *
 * @param loaded rows that can be read, those that are excluded too
 * @param excluded rows that are no demand, by reason
 * @param bad rows that cannot be read, by reason
 * @param lines how many physical lines of the file are of each class, which add up to all of them
 * @param physicalLines lines of the text file, or rows of the sheet up to the last one
 * @param errors the first of the rows that cannot be read
 */
public record FileReport(
    String profile,
    long rows,
    long loaded,
    Map<String, Long> excluded,
    Map<String, Long> bad,
    Map<String, Long> lines,
    long physicalLines,
    List<RowProblem> errors) {

  /** Why one row cannot be read, and what to do. */
  public record RowProblem(
      long line, String reason, String column, String value, String wrong, String advice) {
    private static RowProblem of(RowError e) {
      return new RowProblem(e.lineNo(), e.reason(), e.column(), e.value(), e.wrong(), e.advice());
    }
  }

  /** Returns the number of rows that cannot be read. */
  public long badRows() {
    return rows - loaded;
  }

  static Map<String, Long> classes(LineCounts lines) {
    Map<String, Long> classes = new LinkedHashMap<>();
    lines.classes().forEach((lineClass, count) -> classes.put(lineClass.name(), count));
    return classes;
  }

  static FileReport of(FileCheck check) {
    return of(check.account(), check.errors());
  }

  static FileReport of(FileAccount account, List<RowError> errors) {
    return new FileReport(
        account.profile(),
        account.rows(),
        account.loaded(),
        account.excluded(),
        account.quarantined(),
        classes(account.lines()),
        account.lines().physical(),
        errors.stream().map(RowProblem::of).toList());
  }
}
