package org.demandwright.erp;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Sales lines in the order in which they are read: by change stamp, key and identity. */
public interface SalesLineSource {

  /**
   * Returns how many lines changed in a window, and when first and last: by one question, since
   * some databases read a whole view for each of them.
   *
   * @param after exclusive
   * @param upTo inclusive; empty = up to the newest line
   */
  Extent extent(LocalDateTime after, Optional<LocalDateTime> upTo);

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
