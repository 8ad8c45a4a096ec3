package org.demandwright.store.sql;

import java.util.Optional;

/**
 * Where the rows of a query say which company, site and category they are of; what a kind of row
 * does not have, no scope restricts.
 *
 * @param company expression of the company
 * @param site expression of the site
 * @param category expression of the category, never null
 * @param itemOf alias of rows whose category is that of their item, which is looked up
 */
public record ScopeColumns(
    String company, Optional<String> site, Optional<String> category, Optional<String> itemOf) {

  /**
   * Of rows that have the columns of a series: its item's category is the one it has now, and empty
   * where the item is not known.
   */
  public static ScopeColumns ofSeries(String alias) {
    return new ScopeColumns(
        alias + ".org_id", Optional.of(alias + ".site_id"), Optional.empty(), Optional.of(alias));
  }

  /** Of items. */
  public static ScopeColumns ofItem(String alias) {
    return new ScopeColumns(
        alias + ".org_id", Optional.empty(), Optional.of(alias + ".category"), Optional.empty());
  }

  /** Of sites. */
  public static ScopeColumns ofSite(String alias) {
    return new ScopeColumns(
        alias + ".org_id", Optional.of(alias + ".site_id"), Optional.empty(), Optional.empty());
  }
}
