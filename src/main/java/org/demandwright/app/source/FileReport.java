package org.demandwright.app.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.app.Wordbook;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileCheck;
import org.demandwright.file.LineCounts;
import org.demandwright.file.LookAlikes;
import org.demandwright.file.OmittedValues;
import org.demandwright.file.RowError;

/**
 * What became of the rows of a file, or would become of them: every one is loaded or bad.
 *
 * @param loaded rows that can be read, those that are excluded or will be refused too
 * @param excluded rows that are no demand, by reason
 * @param bad rows that cannot be read, by reason
 * @param lines how many physical lines of the file are of each class, which add up to all of them
 * @param physicalLines lines of the text file, or rows of the sheet up to the last one
 * @param refused rows that can be read and that the import will refuse, by reason; only of a dry
 *     run
 * @param omitted values that are left out while their rows count; only of a dry run
 * @param alike codes that look alike and are kept apart; only of a dry run
 * @param remarks what else is to be known, such as that the lines look like monthly totals; only of
 *     a dry run
 * @param errors the first of the rows that are bad or will be refused
 */
public record FileReport(
    String profile,
    long rows,
    long loaded,
    Map<String, Long> excluded,
    Map<String, Long> bad,
    Map<String, Long> lines,
    long physicalLines,
    Map<String, Long> refused,
    List<OmittedValues> omitted,
    List<LookAlikes> alike,
    List<String> remarks,
    List<RowProblem> errors) {

  /** Why one row comes to nothing, and what to do. */
  public record RowProblem(
      long line, String reason, String column, String value, String wrong, String advice) {
    private static RowProblem of(RowError e) {
      return new RowProblem(
          e.lineNo(),
          e.reason(),
          e.column(),
          e.value(),
          Wordbook.english().say(e.wrong()),
          e.advice());
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

  /** Returns the number of rows that can be read and will be refused. */
  public long refusedRows() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  static FileReport of(FileCheck check) {
    FileAccount account = check.account();
    return new FileReport(
        account.profile(),
        account.rows(),
        account.loaded(),
        account.excluded(),
        account.quarantined(),
        classes(account.lines()),
        account.lines().physical(),
        check.refused(),
        check.omitted(),
        check.alike(),
        check.remarks(),
        check.errors().stream().map(RowProblem::of).toList());
  }

  static FileReport of(FileAccount account) {
    return of(FileCheck.of(account, List.of()));
  }
}
