package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.Words;

/**
 * Some quantities of a series that repeat themselves within documents.
 *
 * @param alone the quantity in base units, empty where there are several
 * @param quantities how many quantities: the rarest ones of the series
 * @param documents in how many documents one of them stands more than once
 * @param expected in how many it would by chance, at most
 * @param chance the probability that chance brings any group of the series so far, at most
 */
public record RepeatGroup(
    Optional<BigDecimal> alone, int quantities, long documents, double expected, double chance) {
  public RepeatGroup {
    Objects.requireNonNull(alone, "alone");
    if (quantities < 1 || documents < 0 || expected < 0 || chance < 0 || chance > 1) {
      throw new IllegalArgumentException(
          "%d quantities in %d documents, expected %s, chance %s"
              .formatted(quantities, documents, expected, chance));
    }
  }

  /** Returns which quantities repeat so unlikely often. */
  Words words() {
    return alone
        .map(q -> Words.of("quality.quantity", q.toPlainString()))
        .orElse(Words.of("quality.quantities", quantities));
  }
}
