package org.demandwright.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.decide.OwnSpread;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.pipeline.SeriesInput;

/** Gives versions the spread of each item's own errors or past, learned at each origin anew. */
final class SimulatedSpread {
  private SimulatedSpread() {}

  /**
   * @param errors whether earlier versions are held against what came, as soon as there are enough
   */
  static Map<SeriesKey, List<TotalDemand>> of(
      SimulatedWorld world, Map<SeriesKey, List<TotalDemand>> versions, boolean errors) {
    Map<LocalDate, Map<SeriesKey, TotalDemand>> byOrigin = new TreeMap<>();
    versions.forEach(
        (key, all) ->
            all.forEach(
                v ->
                    byOrigin
                        .computeIfAbsent(v.origin().start(), o -> new HashMap<>())
                        .put(key, v)));
    Map<SeriesKey, List<TotalDemand>> spread = new HashMap<>();
    Map<SeriesKey, List<TotalDemand>> earlier = new HashMap<>();
    byOrigin.forEach(
        (origin, told) -> {
          Map<SeriesKey, DemandSeries> known = new HashMap<>();
          for (SeriesInput input : world.known(origin)) {
            known.put(input.series().key(), input.series());
          }
          Map<SeriesKey, Optional<OwnSpread.Said>> said = new HashMap<>();
          Map<DemandPattern, List<OwnSpread.Said>> classes = new EnumMap<>(DemandPattern.class);
          Map<SeriesKey, DemandPattern> patterns = new HashMap<>();
          new TreeMap<>(told)
              .forEach(
                  (key, v) -> {
                    DemandPattern pattern = DemandPattern.of(known.get(key));
                    Optional<OwnSpread.Said> own =
                        (errors
                                ? OwnSpread.ofErrors(
                                    known.get(key), earlier.getOrDefault(key, List.of()))
                                : Optional.<OwnSpread.Said>empty())
                            .or(() -> OwnSpread.of(known.get(key), v));
                    patterns.put(key, pattern);
                    said.put(key, own);
                    classes.computeIfAbsent(pattern, p -> new ArrayList<>());
                    own.ifPresent(classes.get(pattern)::add);
                  });
          Map<DemandPattern, OwnSpread> learned = new EnumMap<>(DemandPattern.class);
          classes.forEach((p, all) -> learned.put(p, OwnSpread.learn(all)));
          told.forEach((key, v) -> earlier.computeIfAbsent(key, k -> new ArrayList<>()).add(v));
          told.forEach(
              (key, v) ->
                  spread
                      .computeIfAbsent(key, k -> new ArrayList<>())
                      .add(
                          OwnSpread.spread(
                              v, learned.get(patterns.get(key)).factor(said.get(key)))));
        });
    return spread;
  }
}
