package org.demandwright.erp;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.demandwright.core.demand.LineSums;

/**
 * The ERP's sales and master data, read-only. Every list is one bounded page: no call holds more
 * than it returns.
 */
public interface ErpSource extends SalesLineSource {

  /**
   * Returns what stands in the way of reading: an unreachable database, a missing view or column.
   * Empty when all views answer. Each entry says what to do.
   */
  List<String> problems();

  /** Returns the names of the views that are read here; the others of the contract are not yet. */
  Set<String> views();

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
   * Returns sales lines as they are now, wherever they stand: by the ERP's key where they have one,
   * by identity where it is 0. Rows that share a key with a wanted one may be among them.
   */
  List<ErpSalesLine> linesOf(Collection<Watermark> places);

  /** Returns items of any company with a larger identity, ordered by it, then by company. */
  List<ErpItem> items(String afterId, String afterOrg, int limit);

  /** Returns items that are not active, in the order of {@link #items}. */
  List<ErpInactiveItem> inactiveItems(String afterId, String afterOrg, int limit);

  /** Returns every site. */
  List<ErpSite> sites();

  /** Returns the parts of every kit. */
  List<ErpKitComponent> kitComponents();

  /** Returns the calendar, ordered by name, kind, site and day. */
  List<ErpCalendarDay> calendar();

  /** Returns prices of any company with a larger identity, ordered by it, then by company. */
  List<ErpPrice> prices(String afterId, String afterOrg, int limit);

  /** Returns promotions of any company with a larger identity, ordered by it, then by company. */
  List<ErpPromotion> promotions(String afterId, String afterOrg, int limit);

  /**
   * Returns exchange rates after one, ordered by day, then by the two currencies; none where the
   * ERP has no such view, which it need not have.
   */
  List<ErpExchangeRate> exchangeRates(Optional<ErpExchangeRate> after, int limit);

  /** Returns the largest key of the stock ledger; empty where it has no row. */
  OptionalLong lastStockMovement();

  /** Returns the smallest key of the stock ledger that is larger than this. */
  OptionalLong nextStockMovement(long after);

  /**
   * Returns the movements with keys in (after, upTo] that left no stock or added some, in key
   * order, at most so many.
   */
  List<ErpStockMovement> stockMovements(long after, long upTo, int limit);

  /** Returns the movements with larger keys that left less than nothing, in key order. */
  List<ErpStockMovement> negativeBalances(long after, int limit);
}
