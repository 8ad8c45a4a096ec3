package org.demandwright.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.decide.ItemSpread;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandCleaner;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.pipeline.EngineOptions;
import org.demandwright.core.pipeline.SeriesInput;

/** Gives versions the spread that each item had shown by their origins, as stock plans do. */
final class SimulatedSpread {
  private SimulatedSpread() {}

  static Map<SeriesKey, List<TotalDemand>> of(
      SimulatedWorld world, Map<SeriesKey, List<TotalDemand>> versions) {
    int season = EngineOptions.defaults(Bucket.WEEK).season();
    Map<LocalDate, Map<SeriesKey, TotalDemand>> byOrigin = new TreeMap<>();
    versions.forEach(
        (key, all) ->
            all.forEach(
                v ->
                    byOrigin
                        .computeIfAbsent(v.origin().start(), o -> new HashMap<>())
                        .put(key, v)));
    Map<SeriesKey, List<TotalDemand>> spread = new HashMap<>();
    byOrigin.forEach(
        (origin, told) -> {
          for (SeriesInput input : world.known(origin)) {
            SeriesKey key = input.series().key();
            if (told.containsKey(key)) {
              ItemSpread own =
                  ItemSpread.of(
                      told.get(key),
                      DemandCleaner.clean(input.series(), input.covariates(), season).series());
              spread.computeIfAbsent(key, k -> new ArrayList<>()).add(own.demand());
            }
          }
        });
    return spread;
  }
}
