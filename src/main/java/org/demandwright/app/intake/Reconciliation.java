package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.demandwright.app.source.DemandSource;
import org.demandwright.store.intake.ReconcileStore;

/** Makes the store hold what the sources hold, each by itself: {@link LineComparison}. */
@Dependent
public class Reconciliation {
  private final ReconcileStore store;
  private final IntakeAtWork work;

  @Inject
  Reconciliation(ReconcileStore store, IntakeAtWork work) {
    this.store = store;
    this.work = work;
  }

  /**
   * Compares everything of a source up to a change stamp, for a run.
   *
   * @param threads where a part of the source's sums is asked for
   * @param stopped asked before each hour
   * @return how many hours differed
   */
  public int upTo(
      long run, DemandSource source, LocalDateTime end, Executor threads, BooleanSupplier stopped) {
    work.begin(run);
    return new LineComparison(source, store, work).upTo(end, threads, stopped);
  }
}
