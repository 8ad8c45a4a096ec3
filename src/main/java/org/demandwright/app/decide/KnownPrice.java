package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.ItemFooting.Footing;
import org.demandwright.app.decide.ItemFooting.Worth;
import org.demandwright.core.Words;
import org.demandwright.core.decide.price.PriceResponse;
import org.demandwright.core.decide.price.PriceWords;
import org.demandwright.store.decide.PlacePrice;

/**
 * What is known of the price of an item at a site; a refusal says with the counts why it is not.
 */
final class KnownPrice {
  private KnownPrice() {}

  static void requireKnown(PlacePrice place) {
    if (!place.response().isKnown()) {
      throw unknown(
          "At site %s it cannot be known what another price does: %s"
              .formatted(
                  place.key().site(), said(PriceWords.of(place.response(), place.support()))));
    }
  }

  static Refused unknown(String why) {
    return new Refused(Refused.Kind.CONFLICT, why);
  }

  private static String said(Words words) {
    return Wordbook.english().say(words);
  }

  static PriceResponse.Factor factor(PlacePrice place, BigDecimal now, BigDecimal price) {
    requireSeen(place, now);
    requireSeen(place, price);
    return place.response().factor(now.doubleValue(), price.doubleValue());
  }

  static void requireSeen(PlacePrice place, BigDecimal price) {
    if (!place.support().holds(price.doubleValue())) {
      throw unknown(
          "At site %s: %s"
              .formatted(place.key().site(), said(PriceWords.outside(price, place.support()))));
    }
  }

  /** Price and cost of a day, in the currency in which was learned. */
  static Worth worth(Footing on, PlacePrice place, LocalDate day) {
    return place
        .currency()
        .flatMap(currency -> on.worth(place.key().site(), currency, day))
        .orElseThrow(() -> unknown(noPrice(place, day)));
  }

  private static String noPrice(PlacePrice place, LocalDate day) {
    String site = place.key().site();
    return place
        .currency()
        .map(
            currency ->
                "No price in %s, in which was learned, is known of the item at site %s on %s."
                    .formatted(currency, site, day))
        .orElseGet(() -> "No currency is told with the prices of the item at site " + site + ".");
  }
}
