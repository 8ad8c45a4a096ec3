package org.demandwright.app.exchange;

import java.time.Instant;
import java.util.Optional;
import org.demandwright.store.exchange.ExportStore;

/**
 * An export as whoever asked for it sees it.
 *
 * @param keptUntil when it is removed, empty while it has not ended
 */
public record ExportRecord(
    ExportStore.Export export, ExportTerms terms, Optional<Instant> keptUntil) {}
