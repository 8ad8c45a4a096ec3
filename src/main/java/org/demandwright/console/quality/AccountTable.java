package org.demandwright.console.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.app.quality.QualityRun;
import org.demandwright.core.quality.Rule;
import org.demandwright.store.intake.LineOutcome;

/**
 * The account of a run as a table that adds up.
 *
 * @param groups used, excluded, quarantined, open, in this order, each with its rules
 * @param rowsIn their sum: all rows of the ERP
 * @param brought what the run itself read and changed
 * @param derived lines made of kits, 0 where there is none
 * @param issues how many issues there are by rule
 * @param inspection the one that found them, null where there was none yet
 */
public record AccountTable(
    List<Group> groups,
    long rowsIn,
    List<QualityRun.Entry> brought,
    long derived,
    Map<Rule, Long> issues,
    QualityRun.Inspection inspection) {
  /**
   * Rows of one outcome.
   *
   * @param share of all rows, 0–1
   */
  public record Group(LineOutcome outcome, long lines, double share, List<QualityRun.Entry> rules) {
    /** Whether its rules are worth a line each. */
    public boolean isSplit() {
      return rules.size() > 1 || rules.stream().anyMatch(e -> !e.rule().isEmpty());
    }
  }

  static AccountTable of(QualityRun.Account account, List<QualityRun.Count> counts) {
    long all = account.rowsIn();
    Map<Rule, Long> issues = new TreeMap<>();
    counts.forEach(c -> issues.merge(c.rule(), c.issues(), Long::sum));
    return new AccountTable(
        Arrays.stream(LineOutcome.values())
            .filter(LineOutcome::ofErp)
            .map(outcome -> group(account, outcome, all))
            .toList(),
        all,
        account.brought().stream().filter(e -> e.lines() > 0).toList(),
        account.derived().stream().mapToLong(QualityRun.Entry::lines).sum(),
        issues,
        account.run().inspection().orElse(null));
  }

  private static Group group(QualityRun.Account account, LineOutcome outcome, long all) {
    long lines = account.lines(outcome);
    return new Group(
        outcome,
        lines,
        all == 0 ? 0 : (double) lines / all,
        account.standing().stream().filter(e -> e.outcome() == outcome).toList());
  }

  /** Returns the number of issues of all rules. */
  public long issueCount() {
    return issues.values().stream().mapToLong(Long::longValue).sum();
  }
}
