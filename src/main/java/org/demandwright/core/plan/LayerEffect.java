package org.demandwright.core.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What one override does in one version.
 *
 * @param overrideId its number
 * @param outcome whether it applies, and why not
 * @param series how many series it concerns
 * @param uom their unit; empty where they have none or several
 * @param before base units of these series in its days without it, but with those below it; 0 where
 *     it does not apply
 * @param after with it
 * @param days the first and the last day of the version that it concerns; empty where it does not
 *     apply
 */
public record LayerEffect(
    long overrideId,
    Outcome outcome,
    int series,
    String uom,
    BigDecimal before,
    BigDecimal after,
    Optional<Days> days) {

  /** Whether an override applies in a version. */
  public enum Outcome {
    APPLIED,
    /** Its days lie before the first period of the version. */
    PAST,
    /** Its days lie behind the last period of the version. */
    BEYOND,
    /** The version has no series of its scope. */
    NO_SERIES,
    /** It is a percentage, and no series of its scope is recommended to forecast. */
    NO_FIGURES,
    /** It is in units, and the series of its scope have several: there is no total over them. */
    SEVERAL_UNITS
  }

  /** Days, both included. */
  public record Days(LocalDate first, LocalDate last) {}

  public LayerEffect {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(days, "days");
  }

  static LayerEffect none(OverrideLayer layer, Outcome why, int series) {
    return new LayerEffect(
        layer.id(), why, series, "", BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
  }
}
