package org.demandwright.app.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.core.plan.FinalSeries;
import org.demandwright.store.plan.FinalStore.Baseline;
import org.demandwright.store.plan.FinalStore.Final;

/**
 * What is to be kept of one series as final. A step that an override once lay on keeps its row, so
 * that readers who ask for changes learn that it is the forecast again; and each row says since
 * when its figure is what it is.
 *
 * @param now from when on what differs is so
 */
record FinalRows(Instant now) {

  /**
   * Returns the rows of a version whose overrides changed: what differs from the rows before, also
   * a total alone, is new.
   */
  List<Final> changed(List<Baseline> baseline, List<FinalSeries.Step> laid, List<Final> before) {
    Map<Integer, Final> byStep =
        before.stream().collect(Collectors.toMap(Final::step, Function.identity()));
    return rows(
        baseline,
        laid,
        (b, step) -> {
          Final was = byStep.get(b.step());
          return new Seen(
              Optional.ofNullable(was),
              was != null
                      && was.units().equals(step.units())
                      && was.total().equals(step.total())
                      && was.overrideId().equals(step.overrideId())
                  ? was.changedAt()
                  : now);
        });
  }

  /**
   * Returns the rows of a version that follows another one: a period is unchanged where forecast
   * and final figure are those of the version before. Totals count from elsewhere in each version,
   * and so tell nothing.
   *
   * @param before rows of the version before, by the first day of their periods
   */
  List<Final> following(
      List<Baseline> baseline, List<FinalSeries.Step> laid, Map<LocalDate, Final> before) {
    return rows(
        baseline,
        laid,
        (b, step) -> {
          Optional<Final> was =
              b.unchangedSince().flatMap(same -> Optional.ofNullable(before.get(b.start())));
          boolean same = was.flatMap(Final::units).equals(step.units());
          Instant since = was.map(Final::changedAt).or(b::unchangedSince).orElse(now);
          return new Seen(was, same ? since : now);
        });
  }

  /**
   * What readers saw of a period.
   *
   * @param row what was final, empty where it was the forecast all along
   * @param since since when they see what they see now
   */
  private record Seen(Optional<Final> row, Instant since) {}

  private interface Memory {
    Seen of(Baseline baseline, FinalSeries.Step step);
  }

  private static List<Final> rows(
      List<Baseline> baseline, List<FinalSeries.Step> laid, Memory memory) {
    Map<Integer, FinalSeries.Step> steps = new HashMap<>();
    laid.forEach(s -> steps.put(s.step(), s));
    List<Final> rows = new ArrayList<>();
    for (Baseline b : baseline) {
      FinalSeries.Step none =
          new FinalSeries.Step(b.step(), Optional.empty(), Optional.empty(), Optional.empty());
      FinalSeries.Step step = steps.getOrDefault(b.step(), none);
      Seen seen = memory.of(b, step);
      if (steps.containsKey(b.step()) || seen.row().isPresent()) {
        rows.add(
            new Final(
                b.seriesId(),
                b.step(),
                step.units(),
                step.total(),
                step.overrideId(),
                seen.since()));
      }
    }
    return rows;
  }
}
