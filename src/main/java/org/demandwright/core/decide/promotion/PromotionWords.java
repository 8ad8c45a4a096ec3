package org.demandwright.core.decide.promotion;

import org.demandwright.core.Words;

/** Why it cannot be known what promotions do, in a sentence. */
public final class PromotionWords {
  private PromotionWords() {}

  /** Returns the sentence. */
  public static Words of(WhyUnknown why) {
    return switch (why) {
      case NO_PROMOTION -> Words.of("decide.promotion.never");
      case ALWAYS_ON -> Words.of("decide.promotion.always-on");
      case PRICE_MOVED -> Words.of("decide.promotion.price-moved");
      case STOCK_OUT -> Words.of("decide.promotion.sold-out");
      case TOO_FEW_DAYS -> Words.of("decide.promotion.too-few-days");
      case TOO_LITTLE_SOLD -> Words.of("decide.promotion.too-little-sold");
    };
  }
}
