package org.demandwright.store.forecast;

import java.util.Optional;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;

/**
 * Which series are wanted; an empty field means any.
 *
 * @param scope what whoever asks may see
 * @param category of the item, as it was last read
 */
public record SeriesSelection(
    DataScope scope,
    Optional<String> org,
    Optional<String> item,
    Optional<String> site,
    Optional<String> channel,
    Optional<String> category,
    Optional<Long> seriesId) {
  /** Returns all series that may be seen. */
  public static SeriesSelection all(DataScope scope) {
    return new SeriesSelection(
        scope,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns whether every series is wanted that there is. */
  boolean isAll() {
    return equals(all(DataScope.unrestricted()));
  }

  /** Adds its conditions to a query in which {@code s} is the table of series. */
  Query narrow(Query query) {
    return query
        .and("s.org_id = ?", org)
        .and("s.item_id = ?", item)
        .and("s.site_id = ?", site)
        .and("s.channel_id = ?", channel)
        .and(
            "exists (select 1 from item c where c.org_id = s.org_id and c.item_id = s.item_id"
                + " and c.category = ?)",
            category)
        .and("s.series_id = ?", seriesId)
        .within(scope, ScopeColumns.ofSeries("s"));
  }
}
