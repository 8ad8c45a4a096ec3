package org.demandwright.rest.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.demand.DemandCorrections;
import org.demandwright.core.quality.DemandLayer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /data-quality/corrections}: a delta or a replacement, with EXCLUDE
 * neither.
 *
 * @param kind MANUAL, OUTLIER or EXCLUDE
 * @param lastDay the last day, included; by default the first
 * @param delta base units more or less
 * @param replacement base units in all instead
 */
@Schema(
    example =
        "{\"seriesId\": 42, \"kind\": \"MANUAL\", \"firstDay\": \"2026-03-02\", \"lastDay\":"
            + " \"2026-03-08\", \"replacement\": \"120\", \"reason\": \"One-off tender\"}")
public record CorrectionRequest(
    long seriesId,
    DemandLayer.Kind kind,
    LocalDate firstDay,
    Optional<LocalDate> lastDay,
    Optional<BigDecimal> delta,
    Optional<BigDecimal> replacement,
    String reason) {

  DemandCorrections.Request request() {
    return new DemandCorrections.Request(
        seriesId,
        kind,
        firstDay,
        lastDay.orElse(null),
        delta.orElse(null),
        replacement.orElse(null),
        reason);
  }
}
