package org.demandwright.core.model;

import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;

/** What a global model has learned: numbers of our own, immutable and safe for several threads. */
public interface GlobalFit {

  /** Applies the model to one series at the origin of its history. */
  Outcome<FittedModel> apply(History history);

  /** Returns the state as text that {@link GlobalModel#restore} reads back to the same bits. */
  String state();
}
