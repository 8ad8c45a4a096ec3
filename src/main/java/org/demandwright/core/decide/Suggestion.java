package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.Words;

/**
 * What to do about the stock of one item at one site. Of an order that is to be moved, {@code
 * orderOn} and {@code orderBy} are today, {@code expectedOn} is the day on which it arrives as it
 * stands, and {@code receiptBy} the one on which it should; empty where it should not at all.
 *
 * @param order how much, and how that came about
 * @param orderOn the next day on which the vendor takes orders, or on which it can be sent
 * @param orderBy the last day on which it may be ordered without more risk than is accepted; {@code
 *     orderOn} where that has passed
 * @param expectedOn the day on which it arrives after the mean lead time, if ordered on {@code
 *     orderOn}
 * @param receiptBy the last day on which it may arrive without more risk than is accepted; empty
 *     where stock lasts as far as was looked
 * @param late whether it comes too late for the risk that is accepted, however soon it is ordered
 * @param cost of the quantity, in the vendor's currency; empty where the price is not known
 * @param stockOutWithout probability 0–1 that stock runs out before what is ordered at the next
 *     occasion arrives, if nothing is ordered now
 * @param stockOutWith the same if this is ordered
 * @param runsOut the day of which stock is expected to be short without it; empty where it lasts as
 *     far as was looked
 * @param lookedUpTo the last day that was looked at
 * @param coverDays for how many days the quantity is enough on average
 * @param unreserved what customers have ordered and nothing is reserved for, base units; empty
 *     where that is nothing, or the ERP does not tell it
 */
public record Suggestion(
    SuggestionKind kind,
    OrderQuantity order,
    LocalDate orderOn,
    LocalDate orderBy,
    LocalDate expectedOn,
    Optional<LocalDate> receiptBy,
    boolean late,
    Optional<BigDecimal> cost,
    double stockOutWithout,
    double stockOutWith,
    Optional<LocalDate> runsOut,
    LocalDate lookedUpTo,
    int coverDays,
    Optional<BigDecimal> unreserved) {
  private static final int PERCENT = 100;

  public Suggestion {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(receiptBy, "receiptBy");
    Objects.requireNonNull(cost, "cost");
    Objects.requireNonNull(runsOut, "runsOut");
    Objects.requireNonNull(unreserved, "unreserved");
    if (orderBy.isBefore(orderOn) || expectedOn.isBefore(orderOn)) {
      throw new IllegalArgumentException(
          "ordered on %s, by %s, expected on %s".formatted(orderOn, orderBy, expectedOn));
    }
  }

  public BigDecimal quantity() {
    return order.quantity();
  }

  /** Returns in one line why; orders of customers are a reason to have more, and sooner. */
  public Words reason() {
    return unreserved
        .filter(units -> kind != SuggestionKind.POSTPONE && kind != SuggestionKind.CANCEL)
        .map(units -> because().and(Words.of("decide.customers-wait", plain(units))))
        .orElseGet(this::because);
  }

  private static BigDecimal plain(BigDecimal units) {
    BigDecimal stripped = units.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private Words because() {
    return switch (kind) {
      case BUY, TRANSFER ->
          runsOut
              .map(day -> Words.of("decide.covers", coverDays, day.minusDays(1), chance()))
              .orElseGet(() -> Words.of("decide.covers.beyond", coverDays, lookedUpTo, chance()));
      case EXPEDITE ->
          Words.of("decide.expedite", expectedOn, receiptBy.orElse(expectedOn), chance());
      case POSTPONE -> Words.of("decide.postpone", expectedOn, receiptBy.orElse(expectedOn));
      case CANCEL -> Words.of("decide.cancel", expectedOn, lookedUpTo);
    };
  }

  private Object chance() {
    return Words.decimal(stockOutWithout * PERCENT, 0);
  }
}
