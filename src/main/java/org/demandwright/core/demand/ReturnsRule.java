package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * What becomes of units that customers bring back. Netting is done for each series and day, so that
 * a week is the sum of its days whatever the bucket; demand never falls below 0, and what that cuts
 * off stays in the returns of the day. So Σ (gross − returned) is the same under every rule.
 */
public enum ReturnsRule {
  /** Returns are a series of their own; demand is gross. */
  SEPARATE("separate"),
  /** Taken from the demand of the day of the sale that they take back, where the ERP knows it. */
  NET_SALE("net-sale"),
  /** Taken from the demand of the day on which they came back. */
  NET_RETURN("net-return");

  private final String text;

  ReturnsRule(String text) {
    this.text = text;
  }

  /** Returns the rule of this name; throws, naming the known ones. */
  public static ReturnsRule named(String name) {
    List<ReturnsRule> rules = Arrays.asList(values());
    return rules.stream()
        .filter(r -> r.text.equals(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "returns are treated as \"%s\"; it must be one of %s".formatted(name, rules)));
  }

  /** Returns whether a return counts on the day of its sale. */
  public boolean onDayOfSale() {
    return this == NET_SALE;
  }

  /**
   * Returns the day as the forecast sees it: of 5 units sold and 7 taken back, netting leaves
   * demand of 0 and 2 units in the returns, those that it could not take from anything.
   *
   * @param day with the returns that count on it by {@link #onDayOfSale()}
   */
  public DayTotal apply(DayTotal day) {
    if (this == SEPARATE) {
      return day;
    }
    BigDecimal netted = day.gross().min(day.returned());
    return new DayTotal(day.day(), day.gross().subtract(netted), day.returned().subtract(netted));
  }

  @Override
  public String toString() {
    return text;
  }
}
