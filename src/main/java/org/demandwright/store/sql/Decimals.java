package org.demandwright.store.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimals as the store keeps them. */
public final class Decimals {
  private static final int PLACES = 6;

  private Decimals() {}

  /**
   * Returns the expression of a number that is kept in binary as the decimal of it that readers are
   * shown, to be added up: sums of such are the same in any order and on any database, and are what
   * a reader gets who adds up what he sees. By way of its text, which both databases give with all
   * of its digits; turned into a decimal at once, PostgreSQL keeps fifteen.
   */
  public static String shown(String number) {
    return "cast(cast(" + number + " as varchar(40)) as numeric(30, " + PLACES + "))";
  }

  /** Returns the expression of a ratio likewise, with fifteen decimals. */
  public static String ratio(String number) {
    return "cast(cast(" + number + " as varchar(40)) as numeric(38, 15))";
  }

  /** Returns a number as the store keeps it, rounded half up; null stays null. */
  public static BigDecimal rounded(BigDecimal number) {
    return number == null ? null : number.setScale(PLACES, RoundingMode.HALF_UP);
  }
}
