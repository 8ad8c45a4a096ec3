package org.demandwright.batch;

import java.util.Optional;
import org.demandwright.erp.Watermark;
import org.demandwright.store.QuarantinedLine;
import org.demandwright.store.StoredLine;

/**
 * What became of one row of the ERP: exactly one of the two is present.
 *
 * @param watermark where the row stands in the order of reading
 */
public record ImportedLine(
    Optional<StoredLine> line, Optional<QuarantinedLine> bad, Watermark watermark) {
  public ImportedLine {
    if (line.isPresent() == bad.isPresent()) {
      throw new IllegalArgumentException("a row is either stored or quarantined");
    }
  }
}
