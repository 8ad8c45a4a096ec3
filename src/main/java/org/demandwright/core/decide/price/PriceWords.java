package org.demandwright.core.decide.price;

import java.math.BigDecimal;
import org.demandwright.core.Words;

/**
 * What is known of the price of an item at a site in a sentence, with the counts that it rests on.
 */
public final class PriceWords {
  private static final int PRICE_DECIMALS = 2;

  private PriceWords() {}

  /** Returns the sentence. */
  public static Words of(PriceResponse response, PriceSupport support) {
    if (response.isKnown()) {
      return Words.of(
          "decide.price.known",
          Words.decimal(response.elasticity(), 2),
          Words.decimal(response.low(), 2),
          Words.decimal(response.high(), 2),
          percent(response.weight()),
          support.prices(),
          price(support.low()),
          price(support.high()),
          support.changes());
    }
    return switch (response.unknown().orElseThrow()) {
      case NO_PRICE ->
          Words.of(
              response.fit().unknown().equals(response.unknown())
                  ? "decide.price.no-price"
                  : "decide.price.no-price-here");
      case TOO_LITTLE_DEMAND ->
          Words.of(
              "decide.price.too-little-demand",
              response.fit().weeks(),
              PriceRegression.LEAST_WEEKS,
              PriceRegression.LEAST_SOLD_WEEKS);
      case NO_VARIATION ->
          Words.of("decide.price.no-variation", support.days(), price(support.usual()));
      case WITH_PROMOTION ->
          Words.of(
              "decide.price.with-promotion",
              support.promotedPrices(),
              support.promotedDays(),
              support.prices());
      case TOO_FEW_PRICES ->
          Words.of(
              "decide.price.too-few",
              support.prices(),
              support.changes(),
              PriceRegression.LEAST_PRICES,
              PriceRegression.LEAST_CHANGES);
      case TOO_UNCERTAIN ->
          response.fit().unknown().isPresent()
              ? Words.of("decide.price.no-answer", support.prices(), support.changes())
              : Words.of(
                  "decide.price.too-uncertain",
                  support.prices(),
                  support.changes(),
                  percent(response.weight()),
                  Words.decimal(response.low(), 2),
                  Words.decimal(response.high(), 2));
      case WRONG_SIGN ->
          Words.of(
              "decide.price.wrong-sign",
              support.prices(),
              Words.decimal(response.fit().elasticity(), 2));
    };
  }

  /** Returns why a price is not answered for that lies where none was seen. */
  public static Words outside(BigDecimal price, PriceSupport support) {
    return Words.of(
        "decide.price.outside",
        price(price.doubleValue()),
        price(support.low()),
        price(support.high()),
        support.prices(),
        support.changes());
  }

  private static Object percent(double share) {
    return Words.decimal(100 * share, 0);
  }

  private static Object price(double price) {
    return Words.decimal(price, PRICE_DECIMALS);
  }
}
