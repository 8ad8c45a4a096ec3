package org.demandwright.erp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The ERP's sales and master data, read-only. Every list is one bounded page: no call holds more
 * than it returns.
 */
public interface ErpSource extends SalesSource {

  /** Returns the names of the views that are read here; the others of the contract are not yet. */
  Set<String> views();

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

  /** Returns what tells of stock and of what comes in. */
  SupplyViews supply();
}
