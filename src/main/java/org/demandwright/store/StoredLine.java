package org.demandwright.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.demand.SeriesKey;

/**
 * A sales line that the import accepted, as demand or with the reason why it is none.
 *
 * @param key the series, empty for an excluded line without an item
 * @param excludedBecause null = demand
 */
public record StoredLine(
    String lineId,
    Optional<SeriesKey> key,
    String sourceKind,
    Long sourceKey,
    String documentNo,
    String lineKind,
    LocalDate bookedOn,
    BigDecimal quantity,
    BigDecimal netAmount,
    String currency,
    boolean promoted,
    String flags,
    String excludedBecause,
    LocalDateTime changedAt) {
  public StoredLine {
    Objects.requireNonNull(lineId, "lineId");
    Objects.requireNonNull(changedAt, "changedAt");
    if (excludedBecause == null && (key.isEmpty() || bookedOn == null || quantity == null)) {
      throw new IllegalArgumentException(lineId + ": demand needs an item, a day and a quantity");
    }
  }
}
