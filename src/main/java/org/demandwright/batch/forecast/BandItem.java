package org.demandwright.batch.forecast;

import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.store.forecast.ResultStore;

/**
 * What the bands of one series are made of.
 *
 * @param alone its forecast by itself
 * @param linked the same with what lifecycle links do to it; empty where they do nothing
 */
record BandItem(ResultStore.BandBasis alone, Optional<DoubleVector> linked) {
  BandItem {
    Objects.requireNonNull(alone, "alone");
    Objects.requireNonNull(linked, "linked");
  }
}
