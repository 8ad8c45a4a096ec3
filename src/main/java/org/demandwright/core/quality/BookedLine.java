package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a series as the rules look at it.
 *
 * @param day the business-local day
 * @param document the document's number, empty where the ERP gave none
 * @param customer an opaque code, empty where the ERP gave none
 * @param quantity base units; a return is negative
 * @param money what it cost without tax, empty where the ERP gave none
 * @param flaggedRepeat whether the ERP's view itself says that the line repeats another
 * @param promoted whether the ERP says that it was sold under a promotion
 * @param saleDay of a return: the day of the sale that it takes back, empty where unknown
 */
public record BookedLine(
    LocalDate day,
    String document,
    String customer,
    BigDecimal quantity,
    Optional<Money> money,
    boolean flaggedRepeat,
    boolean promoted,
    Optional<LocalDate> saleDay) {

  /** An amount in one currency; amounts of different currencies are never added up. */
  public record Money(BigDecimal amount, String currency) {
    public Money {
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(currency, "currency");
    }
  }

  public BookedLine {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(money, "money");
    Objects.requireNonNull(saleDay, "saleDay");
  }

  /** A line that names no sale which it takes back. */
  public BookedLine(
      LocalDate day,
      String document,
      String customer,
      BigDecimal quantity,
      Optional<Money> money,
      boolean flaggedRepeat,
      boolean promoted) {
    this(day, document, customer, quantity, money, flaggedRepeat, promoted, Optional.empty());
  }
}
