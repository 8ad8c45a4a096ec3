package org.demandwright.store.forecast;

import java.util.Optional;
import org.demandwright.store.sql.Query;

/**
 * Which series are wanted; an empty field means any.
 *
 * @param category of the item, as it was last read
 */
public record SeriesSelection(
    Optional<String> org,
    Optional<String> item,
    Optional<String> site,
    Optional<String> channel,
    Optional<String> category,
    Optional<Long> seriesId) {
  /** All series. */
  public static final SeriesSelection ANY =
      new SeriesSelection(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

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
        .and("s.series_id = ?", seriesId);
  }
}
