package org.demandwright.erp;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The ERP's sales and master data, read-only. Every list is one bounded page: no call holds more
 * than it returns.
 */
public interface ErpSource {

  /**
   * Returns what stands in the way of reading: an unreachable database, a missing view or column.
   * Empty when all views answer. Each entry says what to do.
   */
  List<String> problems();

  /**
   * Returns the number of sales lines changed in (after, upTo]; null for after = from the first.
   */
  long countLines(LocalDateTime after, LocalDateTime upTo);

  /** Returns the newest change stamp, empty where there are no lines. */
  Optional<LocalDateTime> lastChange();

  /** Returns the oldest change stamp after the instant, or of all lines for null. */
  Optional<LocalDateTime> firstChange(LocalDateTime changedAfter);

  /**
   * Returns the lines of one window of change stamps, ordered by stamp and key.
   *
   * @param after exclusive
   * @param upTo inclusive
   * @param limit at most so many rows
   */
  List<ErpSalesLine> lines(LocalDateTime after, LocalDateTime upTo, int limit);

  /** Returns lines of exactly one change stamp with a larger key, ordered by key. */
  List<ErpSalesLine> linesAt(LocalDateTime stamp, long afterKey, int limit);

  /** Returns items with a larger identity, ordered by it. */
  List<ErpItem> items(String afterId, int limit);

  List<ErpSite> sites();

  /** Returns prices with a larger identity, ordered by it. */
  List<ErpPrice> prices(String afterId, int limit);

  /** Returns promotions with a larger identity, ordered by it. */
  List<ErpPromotion> promotions(String afterId, int limit);

  /** Returns the largest key of the stock ledger, 0 where it is empty. */
  long lastStockMovement();

  /**
   * Returns the movements with keys in (after, upTo] that left no stock or added some, in key
   * order.
   */
  List<ErpStockMovement> stockMovements(long after, long upTo);
}
