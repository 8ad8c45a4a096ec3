package org.demandwright.erp;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Sales lines in the order in which they are read: by change stamp, key and identity. */
public interface SalesLineSource {

  /** Returns the oldest change stamp after the instant, or of all lines for null. */
  Optional<LocalDateTime> firstChange(LocalDateTime changedAfter);

  /**
   * Returns the lines of one window of change stamps, ordered by stamp, key and identity.
   *
   * @param after exclusive
   * @param upTo inclusive
   * @param limit at most so many rows
   */
  List<ErpSalesLine> lines(LocalDateTime after, LocalDateTime upTo, int limit);

  /** Returns the lines after this one that have its change stamp, ordered by key and identity. */
  List<ErpSalesLine> linesAfter(Watermark position, int limit);
}
