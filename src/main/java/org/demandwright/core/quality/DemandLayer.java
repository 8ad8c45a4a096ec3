package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
 * @param inherited what each of the days gets of another item; {@code delta} is its sum
 */
public record DemandLayer(
    Kind kind,
    LocalDate first,
    LocalDate last,
    Optional<BigDecimal> delta,
    Optional<BigDecimal> replacement,
    Optional<InheritedDemand> inherited) {

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
    /** History that is taken over from another item; it follows from a lifecycle link alone. */
    INHERITED(false),
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

  /** A layer that takes nothing over from another item. */
  public DemandLayer(
      Kind kind,
      LocalDate first,
      LocalDate last,
      Optional<BigDecimal> delta,
      Optional<BigDecimal> replacement) {
    this(kind, first, last, delta, replacement, Optional.empty());
  }

  /** Returns the layer of what is taken over from another item, which has to be something. */
  static DemandLayer inherited(InheritedDemand demand) {
    List<InheritedDemand.Day> days = demand.days();
    return new DemandLayer(
        Kind.INHERITED,
        days.get(0).day(),
        days.get(days.size() - 1).day(),
        Optional.of(demand.sum()),
        Optional.empty(),
        Optional.of(demand));
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
    if (inherited.isPresent() != (kind == Kind.INHERITED)) {
      throw new IllegalArgumentException("INHERITED alone has the demand of another item");
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
