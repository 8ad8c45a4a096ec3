package org.demandwright.app;

import java.util.List;
import java.util.Map;
import org.demandwright.erp.FileAccount;
import org.demandwright.erp.FileCheck;
import org.demandwright.erp.RowError;

/**
 * What became of the rows of a file, or would become of them: every one is loaded or bad.
 *
 * @param loaded rows that can be read, those that are excluded too
 * @param excluded rows that are no demand, by reason
 * @param bad rows that cannot be read, by reason
 * @param errors the first of them
 */
public record FileReport(
    String profile,
    long rows,
    long loaded,
    Map<String, Long> excluded,
    Map<String, Long> bad,
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
        errors.stream().map(RowProblem::of).toList());
  }
}
