package org.demandwright.app.intake;

import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.erp.Watermark;
import org.demandwright.store.intake.QuarantinedLine;

/**
 * What became of one row of the ERP: either lines or an entry of the quarantine.
 *
 * @param lines the row's own line first, then those derived from it if it is a kit
 * @param watermark where the row stands in the order of reading
 */
public record JudgedRow(
    List<SeriesLine> lines, Optional<QuarantinedLine> bad, Watermark watermark) {
  public JudgedRow {
    lines = List.copyOf(lines);
    if (lines.isEmpty() != bad.isPresent()) {
      throw new IllegalArgumentException("a row is either stored or quarantined");
    }
  }

  /** Returns the identity under which the row is kept. */
  public String lineId() {
    return bad.map(QuarantinedLine::lineId).orElseGet(() -> lines.get(0).lineId());
  }
}
