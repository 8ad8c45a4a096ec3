package org.demandwright.app.decide;

import java.util.List;
import org.demandwright.core.demand.ItemKey;

/**
 * An item at all its sites.
 *
 * @param number the smallest of its places
 * @param places at least one, by their numbers
 */
public record ItemPlaces(long number, ItemKey item, List<Place> places) {
  public ItemPlaces {
    places = List.copyOf(places);
  }

  /** Its number alone: it is asked for often, and tells places apart. */
  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }
}
