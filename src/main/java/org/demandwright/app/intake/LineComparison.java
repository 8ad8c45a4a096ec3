package org.demandwright.app.intake;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.source.DemandSource;
import org.demandwright.core.demand.LineSums;
import org.demandwright.core.intake.IdentitySet;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.SalesLinePages;
import org.demandwright.erp.Watermark;
import org.demandwright.store.intake.ReconcileStore;
import org.demandwright.store.intake.ReconcileStore.Place;

/**
 * Makes the store hold what one source holds. Both sides are asked for counts and exact sums by day
 * of the change stamp, of days that differ by hour; only hours that differ are compared line by
 * line. What is missing or says something else is read, what is gone goes to the history.
 *
 * <p>Nothing is held but a page of lines and eight bytes for each line of one hour. Every page is
 * written in a transaction of its own: begun again it finds the rest.
 */
final class LineComparison {
  private static final int PAGE = 4_000;
  private static final Duration TICK = Duration.ofNanos(1_000);

  /** Beyond so many rows that repeat an identity the view is wrong, and not the data. */
  private static final int MOST_DUPLICATES = 1_000;

  private final DemandSource source;
  private final ReconcileStore store;
  private final IntakeAtWork work;
  private int duplicates;

  LineComparison(DemandSource source, ReconcileStore store, IntakeAtWork work) {
    this.source = source;
    this.store = store;
    this.work = work;
  }

  /**
   * Compares everything up to a change stamp.
   *
   * @param threads where a part of the source's sums is asked for
   * @param stopped asked before each hour
   * @return how many hours differed
   */
  int upTo(LocalDateTime end, Executor threads, BooleanSupplier stopped) {
    SourceSums sums = new SourceSums(source.lines(), threads);
    SortedMap<LocalDateTime, LineSums> here = byDay(store.sums(source.source(), end));
    Set<LocalDateTime> days = differing(sums.daily(end, here), here);
    SortedMap<LocalDateTime, LineSums> there = sums.hourly(List.copyOf(days), end);
    Set<LocalDateTime> hours = differing(there, on(days, store.sums(source.source(), end)));
    if (!hours.isEmpty()) {
      removeGone(hours, there, end, stopped);
      for (LocalDateTime hour : differing(there, on(days, store.sums(source.source(), end)))) {
        if (stopped.getAsBoolean()) {
          break;
        }
        compare(hour, endOf(hour, end));
      }
    }
    return hours.size();
  }

  private static Set<LocalDateTime> differing(
      SortedMap<LocalDateTime, LineSums> there, SortedMap<LocalDateTime, LineSums> here) {
    Set<LocalDateTime> periods = new TreeSet<>(there.keySet());
    periods.addAll(here.keySet());
    periods.removeIf(p -> Objects.equals(there.get(p), here.get(p)));
    return periods;
  }

  private static SortedMap<LocalDateTime, LineSums> byDay(
      SortedMap<LocalDateTime, LineSums> hours) {
    SortedMap<LocalDateTime, LineSums> days = new TreeMap<>();
    hours.values().stream()
        .map(LineSums::ofDay)
        .forEach(s -> days.merge(s.from(), s, LineSums::plus));
    return days;
  }

  private static SortedMap<LocalDateTime, LineSums> on(
      Set<LocalDateTime> days, SortedMap<LocalDateTime, LineSums> hours) {
    SortedMap<LocalDateTime, LineSums> chosen = new TreeMap<>(hours);
    chosen.keySet().removeIf(hour -> !days.contains(hour.truncatedTo(ChronoUnit.DAYS)));
    return chosen;
  }

  private static long lines(SortedMap<LocalDateTime, LineSums> there, LocalDateTime hour) {
    LineSums sums = there.get(hour);
    return sums == null ? 0 : sums.lines();
  }

  private static LocalDateTime endOf(LocalDateTime hour, LocalDateTime end) {
    return earlier(hour.plusHours(1), end.plus(TICK));
  }

  /**
   * Finds lines that are gone, the usual reason, with two questions an hour, and removes those of
   * many hours together. What a full hour holds is left to the comparison line by line.
   */
  private void removeGone(
      Set<LocalDateTime> hours,
      SortedMap<LocalDateTime, LineSums> there,
      LocalDateTime end,
      BooleanSupplier stopped) {
    List<Place> missing = new ArrayList<>();
    for (LocalDateTime hour : hours) {
      if (stopped.getAsBoolean()) {
        return;
      }
      if (lines(there, hour) < PAGE) {
        missing.addAll(missingOf(hour, endOf(hour, end)));
      }
      if (missing.size() >= PAGE) {
        remove(missing, end.plus(TICK));
        missing.clear();
      }
    }
    if (!missing.isEmpty()) {
      remove(missing, end.plus(TICK));
    }
  }

  private List<Place> missingOf(LocalDateTime from, LocalDateTime to) {
    List<ErpSalesLine> rows = source.lines().lines(from.minus(TICK), to.minus(TICK), PAGE);
    List<Place> places =
        store.places(source.source(), false, from, to, new Place("", from, 0), PAGE);
    if (rows.size() == PAGE || places.size() == PAGE) {
      return List.of();
    }
    Set<String> there =
        rows.stream().map(row -> work.review(row).lineId()).collect(Collectors.toSet());
    return places.stream().filter(p -> !there.contains(p.lineId())).toList();
  }

  private void compare(LocalDateTime from, LocalDateTime to) {
    IdentitySet there = new IdentitySet();
    SalesLinePages pages =
        new SalesLinePages(
            source.lines(), Watermark.of(from.minus(TICK)), Optional.of(to.minus(TICK)), PAGE);
    for (List<ErpSalesLine> page = pages.next(); !page.isEmpty(); page = pages.next()) {
      List<JudgedRow> rows = page.stream().map(work::review).toList();
      rows = withoutDuplicates(rows, page);
      refuseMany(rows);
      rows.forEach(r -> there.add(r.lineId()));
      work.write(source, rows);
    }
    there.seal();
    removeGone(false, from, to, there);
    removeGone(true, from, to, there);
  }

  private void refuseMany(List<JudgedRow> rows) {
    for (JudgedRow row : rows) {
      if (row.bad().filter(q -> q.reason().equals(SalesLineReview.DUPLICATE)).isPresent()
          && ++duplicates > MOST_DUPLICATES) {
        throw new JobFailure(
            ("More than %,d rows of source %s (dw_sales_line) have the line_id of another row, such as %s: a"
                    + " join in the view repeats rows. Correct it (sql/erp/checks names all), then"
                    + " restart this run.")
                .formatted(MOST_DUPLICATES, source.name(), row.lineId()));
      }
    }
  }

  /** Puts rows into quarantine whose identity another row of the source has and keeps. */
  private List<JudgedRow> withoutDuplicates(List<JudgedRow> rows, List<ErpSalesLine> raw) {
    Map<String, Place> kept =
        store.places(rows.stream().map(JudgedRow::lineId).distinct().toList());
    Set<Place> there = stillThere(rows, kept);
    Map<Place, Integer> seen = new HashMap<>();
    List<JudgedRow> result = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Place own = placeOf(rows.get(i));
      int before = seen.merge(own, 1, Integer::sum) - 1;
      boolean elsewhere =
          there.contains(kept.get(own.lineId())) && !own.equals(kept.get(own.lineId()));
      result.add(
          before == 0 && !elsewhere
              ? rows.get(i)
              : SalesLineReview.duplicate(raw.get(i), elsewhere ? before : before - 1));
    }
    return result;
  }

  /**
   * Returns the places of lines that the store has from elsewhere, where the source has them still.
   */
  private Set<Place> stillThere(List<JudgedRow> rows, Map<String, Place> kept) {
    List<Place> elsewhere =
        rows.stream()
            .filter(r -> kept.containsKey(r.lineId()))
            .filter(r -> !kept.get(r.lineId()).equals(placeOf(r)))
            .map(r -> kept.get(r.lineId()))
            .distinct()
            .toList();
    return now(elsewhere).stream().map(r -> placeOf(work.review(r))).collect(Collectors.toSet());
  }

  private void removeGone(
      boolean quarantined, LocalDateTime from, LocalDateTime to, IdentitySet there) {
    Place last = new Place("", from, 0);
    List<Place> page = store.places(source.source(), quarantined, from, to, last, PAGE);
    while (!page.isEmpty()) {
      last = page.get(page.size() - 1);
      List<Place> missing = page.stream().filter(p -> !there.contains(p.lineId())).toList();
      if (!missing.isEmpty()) {
        remove(missing, to);
      }
      page =
          page.size() < PAGE
              ? List.of()
              : store.places(source.source(), quarantined, from, to, last, PAGE);
    }
  }

  /** A line that is missing where it was may only have changed; one that changes just now waits. */
  private void remove(List<Place> missing, LocalDateTime end) {
    Set<String> gone = missing.stream().map(Place::lineId).collect(Collectors.toSet());
    List<JudgedRow> moved = new ArrayList<>();
    for (ErpSalesLine row : now(missing)) {
      JudgedRow judged = work.review(row);
      if (gone.remove(judged.lineId()) && row.changedAt().isBefore(end)) {
        moved.add(judged);
      }
    }
    work.write(source, moved);
    work.remove(source, gone);
  }

  private List<ErpSalesLine> now(List<Place> places) {
    return source
        .lines()
        .linesOf(
            places.stream()
                .map(p -> new Watermark(p.changedAt(), p.sourceKey(), p.lineId()))
                .toList());
  }

  private static Place placeOf(JudgedRow row) {
    return new Place(row.lineId(), row.watermark().changedAt(), row.watermark().sourceKey());
  }

  private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
    return a.isBefore(b) ? a : b;
  }
}
