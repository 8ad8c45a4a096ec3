package org.demandwright.app.demand;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.quality.DemandLayer;

/**
 * A correction that a person laid over raw demand.
 *
 * @param before base units that its days demand in the raw, ≥ 0
 * @param after base units that they demand under it alone, ≥ 0
 * @param withdrawnAt empty while it counts
 */
public record LayerRecord(
    long layerId,
    long seriesId,
    SeriesKey key,
    DemandLayer layer,
    BigDecimal before,
    BigDecimal after,
    String reason,
    String author,
    Instant createdAt,
    Optional<Instant> withdrawnAt,
    Optional<String> withdrawnBy) {}
