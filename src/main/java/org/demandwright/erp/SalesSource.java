package org.demandwright.erp;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.demandwright.core.demand.LineSums;

/**
 * The sales lines of one source, read-only: in the order in which they are read, one by one where
 * they stand, and as sums to compare with. Every list is one bounded page.
 */
public interface SalesSource extends SalesLineSource {

  /**
   * Returns what stands in the way of reading: an unreachable database, a missing view or column.
   * Empty when all answer. Each entry says what to do.
   */
  List<String> problems();

  /** Returns the number of sales lines without a change stamp, which reading never comes to. */
  long countWithoutStamp();

  /**
   * Returns counts and sums of the sales lines with stamps in [from, upTo], by day of the stamp;
   * null for from = from the first.
   */
  SortedMap<LocalDateTime, LineSums> dailySums(LocalDateTime from, LocalDateTime upTo);

  /** Returns counts and sums of the sales lines with stamps in [from, upTo], by hour. */
  SortedMap<LocalDateTime, LineSums> hourlySums(LocalDateTime from, LocalDateTime upTo);

  /**
   * Returns sales lines as they are now, wherever they stand: by the source's key where they have
   * one, by identity where it is 0. Rows that share a key with a wanted one may be among them.
   */
  List<ErpSalesLine> linesOf(Collection<Watermark> places);
}
