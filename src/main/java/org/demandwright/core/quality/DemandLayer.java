package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A correction that lies over the raw demand of one series and can be taken back. Raw demand never
 * changes.
 *
 * @param kind why it is there
 * @param first the first day that it concerns
 * @param last the last day, included
 * @param delta base units that the demand of these days gets more, negative = less; or empty
 * @param replacement base units that these days demanded in all instead, ≥ 0; or empty
 */
public record DemandLayer(
    Kind kind,
    LocalDate first,
    LocalDate last,
    Optional<BigDecimal> delta,
    Optional<BigDecimal> replacement) {

  /** Why a layer is there, and who lays it. */
  public enum Kind {
    /** A person knows better what these days demanded. */
    MANUAL(true),
    /** A peak that will not come again; laid by the cleaner or by a person. */
    OUTLIER(true),
    /** Newest demand that nothing has confirmed counts in part; laid by the cleaner alone. */
    UNCONFIRMED(false),
    /** Days from which nothing is to be learned: they count as not observed. */
    EXCLUDE(true),
    /** What people marked as bought once; it follows from their mark alone. */
    NOT_DEMAND(false),
    /** What was probably not sold for want of stock; laid by the cleaner alone. */
    LOST_SALES(false),
    /** What returns took below zero; laid by the netting of returns alone. */
    RETURN_CLAMP(false);

    private final boolean enteredByPeople;

    Kind(boolean enteredByPeople) {
      this.enteredByPeople = enteredByPeople;
    }

    /** Returns whether people may lay such a layer. */
    public boolean enteredByPeople() {
      return enteredByPeople;
    }
  }

  public DemandLayer {
    Objects.requireNonNull(kind, "kind");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("it ends on " + last + " before it begins: " + first);
    }
    int amounts = (delta.isPresent() ? 1 : 0) + (replacement.isPresent() ? 1 : 0);
    if (amounts != (kind == Kind.EXCLUDE ? 0 : 1)) {
      throw new IllegalArgumentException(
          kind == Kind.EXCLUDE
              ? "EXCLUDE takes the days out as they are; give neither delta nor replacement"
              : kind + " needs either delta or replacement");
    }
    if (replacement.isPresent() && replacement.get().signum() < 0) {
      throw new IllegalArgumentException("replacement is " + replacement.get() + "; demand is ≥ 0");
    }
  }

  /**
   * Returns what the days demand under this layer, ≥ 0.
   *
   * @param before base units that they demand without it
   */
  public BigDecimal over(BigDecimal before) {
    return kind == Kind.EXCLUDE
        ? BigDecimal.ZERO
        : replacement.orElseGet(() -> before.add(delta.orElseThrow()).max(BigDecimal.ZERO));
  }
}
