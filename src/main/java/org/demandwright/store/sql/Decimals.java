package org.demandwright.store.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimals as the store keeps them. */
public final class Decimals {
  private static final int PLACES = 6;

  private Decimals() {}

  /** Returns a number as the store keeps it, rounded half up; null stays null. */
  public static BigDecimal rounded(BigDecimal number) {
    return number == null ? null : number.setScale(PLACES, RoundingMode.HALF_UP);
  }
}
