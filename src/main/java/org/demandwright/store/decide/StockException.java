package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.risk.Risk;

/**
 * A risk that was said, as long as it is there.
 *
 * @param number by which it is known from day to day
 * @param since the day as of which it was first seen
 * @param seenOn the day as of which it was last seen
 * @param closedOn the day as of which it was gone; empty while it is there
 * @param worstScore the highest score that it had
 * @param worstMoney the most that was at stake, in the currency of its time
 */
public record StockException(
    long number,
    PolicySubject.Key key,
    Risk risk,
    Stake stake,
    LocalDate since,
    LocalDate seenOn,
    Optional<LocalDate> closedOn,
    double worstScore,
    Optional<BigDecimal> worstMoney) {

  /**
   * What is at stake, in money.
   *
   * @param currency of the amount; empty where no price or cost is known
   * @param amount in that currency
   * @param reporting in the reporting currency; empty where there is none, or no rate
   */
  public record Stake(
      Optional<String> currency, Optional<BigDecimal> amount, Optional<BigDecimal> reporting) {
    /** No price or cost is known. */
    public static final Stake UNKNOWN =
        new Stake(Optional.empty(), Optional.empty(), Optional.empty());

    public Stake {
      Objects.requireNonNull(reporting, "reporting");
      if (currency.isPresent() != amount.isPresent()) {
        throw new IllegalArgumentException("an amount of %s %s".formatted(amount, currency));
      }
    }
  }

  /** A risk of an item at a site that is to be said. */
  public record Found(PolicySubject.Key key, Risk risk, Stake stake) {}
}
