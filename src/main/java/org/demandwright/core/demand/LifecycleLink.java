package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An item follows another one, from a day on.
 *
 * @param org the company of both
 * @param predecessor the item that was there before; of a PHASE_IN the one that the new one is like
 * @param successor the item that follows, or can stand in
 * @param site at which it does; empty = at all
 * @param first the first day on which it does
 * @param last of a PHASE_OUT the day from which on the successor has all, of a SUBSTITUTE the last
 *     day on which it can stand in; empty = at once, and for good
 * @param factor units of the successor for one of the predecessor, > 0, at most six decimals
 * @param ramp how a PHASE_IN comes to its level; empty = at once
 */
public record LifecycleLink(
    String org,
    Kind kind,
    String predecessor,
    String successor,
    Optional<String> site,
    LocalDate first,
    Optional<LocalDate> last,
    BigDecimal factor,
    Optional<Ramp> ramp) {
  private static final BigDecimal MOST = new BigDecimal("1000000");
  private static final int DECIMALS = 6;

  /** What one item is to the other. */
  public enum Kind {
    /** The successor takes the predecessor's place and goes on with its history. */
    SUPERSESSION,
    /** A new item that is expected to sell like another one, which goes on. */
    PHASE_IN,
    /** The predecessor's forecast goes over to the successor, which has a history of its own. */
    PHASE_OUT,
    /** The successor can be sold in the predecessor's place. */
    SUBSTITUTE;

    /** Returns whether the successor's history is continued from the predecessor's. */
    public boolean inherits() {
      return this == SUPERSESSION || this == PHASE_IN;
    }

    /** Returns whether the predecessor's demand ends with it. */
    public boolean ends() {
      return this == SUPERSESSION || this == PHASE_OUT;
    }
  }

  /**
   * How a new item comes to its level.
   *
   * @param weeks until it has it
   */
  public record Ramp(Shape shape, int weeks) {
    private static final int MOST_WEEKS = 104;

    /** Its course. */
    public enum Shape {
      /** The same step every day. */
      LINEAR,
      /** As the other item did in its first weeks. */
      LAUNCH
    }

    public Ramp {
      Objects.requireNonNull(shape, "shape");
      if (weeks < 1 || weeks > MOST_WEEKS) {
        throw new IllegalArgumentException(
            "rampWeeks is %d; a ramp takes 1 to %d weeks".formatted(weeks, MOST_WEEKS));
      }
    }
  }

  public LifecycleLink {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(first, "first");
    if (predecessor.isBlank() || successor.isBlank()) {
      throw new IllegalArgumentException("it needs a predecessor and a successor");
    }
    if (predecessor.equals(successor)) {
      throw new IllegalArgumentException("%s cannot follow itself".formatted(successor));
    }
    if (last.isPresent() && kind.inherits()) {
      throw new IllegalArgumentException(kind + " has no last day: it holds from its first day on");
    }
    if (last.filter(first::isAfter).isPresent()) {
      throw new IllegalArgumentException(
          "it ends on %s before it begins on %s".formatted(last.get(), first));
    }
    if (ramp.isPresent() && kind != Kind.PHASE_IN) {
      throw new IllegalArgumentException(kind + " has no ramp; give one to a PHASE_IN alone");
    }
    if (factor.signum() <= 0
        || factor.compareTo(MOST) > 0
        || factor.stripTrailingZeros().scale() > DECIMALS) {
      throw new IllegalArgumentException(
          "factor is %s; it is above 0, at most %s, and has at most %d decimals"
              .formatted(factor.toPlainString(), MOST, DECIMALS));
    }
    BigDecimal plain = factor.stripTrailingZeros();
    factor = plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** Returns whether it holds at a site. */
  public boolean isAt(String place) {
    return site.isEmpty() || site.get().equals(place);
  }

  /** Returns whether both hold at some site of one company. */
  public boolean meets(LifecycleLink other) {
    return org.equals(other.org)
        && (site.isEmpty() || other.site.isEmpty() || site.equals(other.site));
  }

  /** Returns whether there is a day on which both hold; what has no last day holds for good. */
  public boolean overlaps(LifecycleLink other) {
    return !until().isBefore(other.first) && !other.until().isBefore(first);
  }

  private LocalDate until() {
    return kind == Kind.SUBSTITUTE ? last.orElse(LocalDate.MAX) : LocalDate.MAX;
  }

  /** Returns the share of the predecessor's demand that has gone over on a day, 0–1. */
  public double gone(LocalDate day) {
    if (day.isBefore(first)) {
      return 0;
    }
    if (kind != Kind.PHASE_OUT || last.isEmpty() || !day.isBefore(last.get())) {
      return 1;
    }
    double all = last.get().toEpochDay() - first.toEpochDay() + 1.0;
    return (day.toEpochDay() - first.toEpochDay() + 1) / all;
  }
}
