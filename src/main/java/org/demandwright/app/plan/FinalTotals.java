package org.demandwright.app.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalStep;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.plan.FinalStore;

/** Says how totals are distributed of what is final in a version. */
@ApplicationScoped
public class FinalTotals {
  private final TotalsStore totals;
  private final FinalStore finals;

  @Inject
  public FinalTotals(TotalsStore totals, FinalStore finals) {
    this.totals = totals;
    this.finals = finals;
  }

  FinalTotals() {
    this(null, null);
  }

  /**
   * The totals of a series.
   *
   * @param overridden whether they are others than the forecast's
   */
  public record Total(TotalDemand demand, boolean overridden) {}

  /** Returns the totals of these series; of those that a version has none of, there is none. */
  public Map<Long, Total> of(long versionId, Collection<Long> seriesIds) {
    Map<Long, List<FinalStore.Final>> changed = finals.of(versionId, seriesIds);
    Map<Long, Total> found = new HashMap<>();
    totals
        .of(versionId, seriesIds)
        .forEach(
            (id, baseline) -> {
              List<FinalStore.Final> rows = changed.getOrDefault(id, List.of());
              TotalDemand demand =
                  rows.isEmpty() ? baseline : baseline.scaledTo(finalTotals(baseline, rows));
              found.put(id, new Total(demand, !demand.equals(baseline)));
            });
    return found;
  }

  /** The totals of what is final; those before the first override are the forecast's. */
  private static DoubleVector finalTotals(TotalDemand baseline, List<FinalStore.Final> changed) {
    double[] all = baseline.steps().stream().mapToDouble(TotalStep::mean).toArray();
    for (FinalStore.Final f : changed) {
      f.total().ifPresent(total -> all[f.step() - 1] = total.doubleValue());
    }
    for (int i = 1; i < all.length; i++) {
      all[i] = Math.max(all[i - 1], all[i]); // final figures are rounded, forecasts are not
    }
    return DoubleVector.of(all);
  }
}
