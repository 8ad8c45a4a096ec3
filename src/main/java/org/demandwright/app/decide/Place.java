package org.demandwright.app.decide;

import java.util.List;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.store.forecast.TotalsStore;

/**
 * An item at a site, with the series that are served from its stock.
 *
 * @param number the smallest of its series
 * @param series by channel, at least one
 */
public record Place(long number, PolicySubject.Key key, List<TotalsStore.Entry> series) {
  public Place {
    series = List.copyOf(series);
  }

  /** Its number alone: it is asked for often, and tells places apart. */
  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }
}
