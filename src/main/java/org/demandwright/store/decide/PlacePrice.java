package org.demandwright.store.decide;

import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.price.PriceResponse;
import org.demandwright.core.decide.price.PriceSupport;

/**
 * What was learned of the price of an item at a site.
 *
 * @param number of the place
 * @param category of the item, empty = none
 * @param currency of the prices; empty where none is known
 * @param support the prices at this site at which demand is known
 * @param response of the item at all sites
 */
public record PlacePrice(
    long number,
    PolicySubject.Key key,
    String category,
    Optional<String> currency,
    PriceSupport support,
    PriceResponse response) {
  public PlacePrice {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(support, "support");
    Objects.requireNonNull(response, "response");
  }

  /** Returns the same with an answer that is drawn to its category. */
  public PlacePrice with(PriceResponse drawn) {
    return new PlacePrice(number, key, category, currency, support, drawn);
  }
}
