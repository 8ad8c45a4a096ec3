package org.demandwright.demo.generate;

/**
 * How one item answers its price and its promotions where effects are planted ({@link
 * DemoSize#planted()}): in forms that no estimator assumes, and for some in a way that cannot be
 * told. Of each six items two have a {@link Form#SATURATING} answer, two one of {@link
 * Form#CONSTANT} elasticity, one price moves {@link Form#WITH_PROMOTION} only, and one is {@link
 * Form#UNCHANGED}.
 *
 * @param elasticity of demand at the first list price, negative
 * @param power uplift of a promotion is about 1 + power × discount; 0 = the item does not respond
 * @param taken share 0–1 of the extra units of a promotion that other items of the category lose
 * @param dip share 0–1 of demand that is lacking on the {@link #DIP_DAYS} days after a promotion
 */
record PlantedEffects(Form form, double elasticity, double power, double taken, double dip) {
  /** Days after a promotion on which demand sags. */
  static final int DIP_DAYS = 14;

  private static final double DEPTH = 0.2;

  /** How demand answers price. */
  enum Form {
    /** Demand follows a power of price. */
    CONSTANT,
    /** The lower the price, the less a further cut brings: demand at most doubles. */
    SATURATING,
    /** The price is lowered on the days of promotions and on no others. */
    WITH_PROMOTION,
    /** The price never changes. */
    UNCHANGED
  }

  private static final Form[] OF_SIX = {
    Form.CONSTANT,
    Form.SATURATING,
    Form.WITH_PROMOTION,
    Form.SATURATING,
    Form.UNCHANGED,
    Form.CONSTANT
  };

  static PlantedEffects of(DemoSize size, DemoItem item) {
    int turn = Dice.of(size.seed(), "price form", item.number() / OF_SIX.length).between(0, 5);
    Dice dice = Dice.of(size.seed(), "planted", item.number());
    boolean responds = dice.chance(0.75);
    double taken = dice.between(0.0, 0.6);
    double dip = dice.chance(0.67) ? dice.between(0.1, 0.35) : 0;
    return new PlantedEffects(
        OF_SIX[(item.number() + turn) % OF_SIX.length],
        item.elasticity(),
        responds ? item.promotionPower() : 0,
        responds ? taken : 0,
        responds ? dip : 0);
  }

  /** Returns the factor on demand of a price, as a share of the first list price. */
  double priceFactor(double relative) {
    return form == Form.SATURATING
        ? 2 / (1 + StrictMath.pow(relative, -2 * elasticity))
        : StrictMath.pow(relative, elasticity);
  }

  /** Returns the factor on demand of a promotion, its discount included. */
  double uplift(double discount) {
    return switch (form) {
      case SATURATING -> 1 + power * DEPTH * (1 - StrictMath.exp(-discount / DEPTH));
      case WITH_PROMOTION -> (1 + power * discount) * priceFactor(1 - discount);
      default -> 1 + power * discount;
    };
  }
}
