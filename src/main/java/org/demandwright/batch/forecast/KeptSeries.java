package org.demandwright.batch.forecast;

import java.util.Optional;
import org.demandwright.core.pipeline.KeptContest;
import org.demandwright.store.forecast.SnapshotStore;

/**
 * One series that is to be forecast by what an earlier contest decided.
 *
 * @param kept empty where that contest decided nothing about it
 */
record KeptSeries(SnapshotStore.Snapshot snapshot, Optional<KeptContest> kept) {}
