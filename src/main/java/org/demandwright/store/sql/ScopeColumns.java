package org.demandwright.store.sql;

import java.util.Optional;

/**
 * Where the rows of a query say which company, site and category they are of; what a kind of row
 * does not have, no scope restricts.
 *
 * @param company expression of the company
 * @param site expression of the site
 * @param category expression of the category, never null
 */
public record ScopeColumns(String company, Optional<String> site, Optional<String> category) {

  /**
   * Of rows that have the columns of a series: its item's category is the one it has now, and empty
   * where the item is not known.
   */
  public static ScopeColumns ofSeries(String alias) {
    return new ScopeColumns(
        alias + ".org_id",
        Optional.of(alias + ".site_id"),
        Optional.of(
            "coalesce((select scope_i.category from item scope_i where scope_i.org_id = %1$s.org_id and scope_i.item_id = %1$s.item_id), '')"
                .formatted(alias)));
  }

  /** Of items. */
  public static ScopeColumns ofItem(String alias) {
    return new ScopeColumns(alias + ".org_id", Optional.empty(), Optional.of(alias + ".category"));
  }

  /** Of sites. */
  public static ScopeColumns ofSite(String alias) {
    return new ScopeColumns(alias + ".org_id", Optional.of(alias + ".site_id"), Optional.empty());
  }
}
