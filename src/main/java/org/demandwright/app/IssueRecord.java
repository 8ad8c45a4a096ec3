package org.demandwright.app;

import java.util.Optional;
import org.demandwright.core.quality.Finding;
import org.demandwright.store.QualityStore;

/**
 * Something that looked wrong in a run.
 *
 * @param seriesId the series, empty where it is not one
 * @param itemName the item's name, its identity where it has none, empty where it is not about one
 * @param uom the item's base unit, empty where unknown
 */
public record IssueRecord(
    long issueId,
    long instanceId,
    Optional<Long> seriesId,
    Finding finding,
    String itemName,
    String uom) {

  static IssueRecord of(QualityStore.Issue issue) {
    return new IssueRecord(
        issue.issueId(),
        issue.instanceId(),
        issue.seriesId(),
        issue.finding(),
        issue.itemName(),
        issue.uom());
  }
}
