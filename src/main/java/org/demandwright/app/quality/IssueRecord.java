package org.demandwright.app.quality;

import java.util.Optional;
import org.demandwright.core.quality.Finding;
import org.demandwright.store.quality.QualityStore;

/**
 * Something that looked wrong in a run.
 *
 * @param run the number of the run that found it, as on the page of the jobs
 * @param seriesId the series, empty where it is not one
 * @param reported what its effect is worth in the reporting currency, empty where that is not known
 * @param itemName the item's name, its identity where it has none, empty where it is not about one
 * @param uom the item's base unit, empty where unknown
 */
public record IssueRecord(
    long issueId,
    long run,
    Optional<Long> seriesId,
    Finding finding,
    Optional<Finding.Money> reported,
    String itemName,
    String uom) {

  /** Returns what the effect is worth, in the reporting currency where that is known. */
  public Optional<Finding.Money> worth() {
    return reported.or(finding::value);
  }

  static IssueRecord of(QualityStore.Issue issue, long run) {
    return new IssueRecord(
        issue.issueId(),
        run,
        issue.seriesId(),
        issue.finding(),
        issue.reported(),
        issue.itemName(),
        issue.uom());
  }
}
