package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A suggestion, as rules of release see it. Base units.
 *
 * @param number of the suggestion
 * @param vendor from or of whom, by the ERP's own key; empty for what another site sends
 * @param quantity to be ordered, sent or moved, above 0
 * @param worth what it costs
 * @param least value that the vendor takes of an order for the site, in the reporting currency;
 *     empty where it asks for none
 * @param largestLine the largest quantity of a line ordered for the item at the site within the
 *     year before; empty where there was none
 * @param confidence how sure it is
 */
public record ReleaseCase(
    long number,
    SuggestionKind kind,
    PolicySubject subject,
    Optional<String> vendor,
    BigDecimal quantity,
    Worth worth,
    Optional<BigDecimal> least,
    Optional<BigDecimal> largestLine,
    Confidence confidence) {

  /**
   * What a quantity costs in the reporting currency. Where it is not known, it may be for want of a
   * rate.
   *
   * @param money empty = not known
   * @param rateOf the currency of which there is no rate; empty = the price is not known, or
   *     nothing is bought
   */
  public record Worth(Optional<BigDecimal> money, Optional<String> rateOf) {
    /** No price is known, or nothing is bought. */
    public static final Worth UNKNOWN = new Worth(Optional.empty(), Optional.empty());

    public Worth {
      Objects.requireNonNull(rateOf, "rateOf");
      if (money.filter(m -> m.signum() < 0).isPresent()) {
        throw new IllegalArgumentException("costs " + money.get());
      }
    }

    public static Worth of(BigDecimal money) {
      return new Worth(Optional.of(money), Optional.empty());
    }

    /** Returns what is known in a currency alone that cannot be converted. */
    public static Worth withoutRate(String currency) {
      return new Worth(Optional.empty(), Optional.of(currency));
    }
  }

  /**
   * How sure a suggestion is.
   *
   * @param forecast whether the stock is planned by the forecast; else by a rate
   * @param beyondHorizon probability 0–1 that the stock has to last beyond the forecast's horizon
   * @param late whether it comes too late for the risk that is accepted
   * @param stockOutWithout probability 0–1 that stock runs out before the next delivery without it
   */
  public record Confidence(
      boolean forecast, double beyondHorizon, boolean late, double stockOutWithout) {}

  public ReleaseCase {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(vendor, "vendor");
    Objects.requireNonNull(worth, "worth");
    Objects.requireNonNull(least, "least");
    Objects.requireNonNull(largestLine, "largestLine");
    Objects.requireNonNull(confidence, "confidence");
    if (quantity.signum() <= 0) {
      throw new IllegalArgumentException(
          "suggestion %d is of %s units".formatted(number, quantity));
    }
  }

  /** Returns what it adds to the money that is spent: what is sent or moved costs nothing. */
  public BigDecimal spends() {
    return kind == SuggestionKind.BUY ? worth.money().orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
  }
}
