package org.demandwright.app.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.forecast.ForecastId;
import org.demandwright.store.forecast.EvidenceStore;
import org.demandwright.store.forecast.PublicationLog;
import org.demandwright.store.plan.OverrideStore;

/**
 * All that stands behind one published number but the rows of the ERP.
 *
 * @param version how it was made
 * @param removed whether the version's rows are removed, so that only what is kept of it is told
 * @param demand that the models received, derived from rows and corrections
 * @param members the models with their weights
 * @param demandProved whether what was kept of the demand that they received agrees
 * @param overrides that were ever published and concern the period, the last one on top
 * @param steps what was done with them, by whom
 * @param shown when readers were shown the version, by whom
 */
public record NumberEvidence(
    ForecastId id,
    EvidenceStore.Series series,
    EvidenceStore.Kept version,
    boolean removed,
    DemandBehind.Demand demand,
    Figures figures,
    List<Member> members,
    boolean demandProved,
    List<OverrideStore.Entry> overrides,
    List<OverrideStore.Event> steps,
    List<PublicationLog.Entry> shown) {

  /**
   * The number.
   *
   * @param step 1 … horizon
   * @param baseline the forecast
   * @param units what is final
   * @param overrideId the topmost override, empty where none lies on it
   */
  public record Figures(
      int step,
      LocalDate periodEnd,
      BigDecimal baseline,
      BigDecimal units,
      Optional<Long> overrideId) {}

  /**
   * A model.
   *
   * @param forecast its own, not weighted; empty where that is not kept
   */
  public record Member(String model, double weight, Optional<Double> forecast) {}

  public NumberEvidence {
    members = List.copyOf(members);
    overrides = List.copyOf(overrides);
    steps = List.copyOf(steps);
    shown = List.copyOf(shown);
  }
}
