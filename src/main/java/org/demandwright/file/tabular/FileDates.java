package org.demandwright.file.tabular;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.Words;
import org.demandwright.core.demand.BookingBody;
import org.demandwright.core.demand.BookingDays;
import org.demandwright.core.demand.DataEdge;
import org.demandwright.core.intake.LineRule;
import org.demandwright.core.intake.PlausibleDates;
import org.demandwright.file.RowError;

/**
 * The days of a file's order lines: which of them cannot be right, judged by the whole file as the
 * import judges the whole source, and whether they look like totals of a period.
 */
final class FileDates {
  private static final int NAMED = 3;

  private final LocalDate today;
  private final Map<LocalDate, Day> ordered = new TreeMap<>();
  private final Map<LocalDate, Long> wanted = new TreeMap<>();

  /** The lines of one day, the first of them by their place in the file. */
  private static final class Day {
    private final List<Long> first = new ArrayList<>();
    private long lines;

    private void add(long lineNo) {
      lines++;
      if (first.size() < NAMED) {
        first.add(lineNo);
      }
    }
  }

  FileDates(LocalDate today) {
    this.today = today;
  }

  /** Takes a line that is demand. */
  void add(FileLine line, long lineNo) {
    LocalDate on = line.demandDate() == null ? line.orderDate() : line.demandDate();
    ordered.computeIfAbsent(line.orderDate(), day -> new Day()).add(lineNo);
    wanted.merge(on, 1L, Long::sum);
  }

  /** Adds the lines dated on days that cannot be right to those that are refused. */
  void refuse(Map<String, Long> refused) {
    PlausibleDates dates = dates();
    long lines =
        ordered.entrySet().stream()
            .filter(e -> objection(dates, e.getKey()).isPresent())
            .mapToLong(e -> e.getValue().lines)
            .sum();
    if (lines > 0) {
      refused.merge(LineRule.IMPLAUSIBLE_DATE.name(), lines, Long::sum);
    }
  }

  /** Names the first lines of each day that cannot be right. */
  List<RowError> errors() {
    PlausibleDates dates = dates();
    List<RowError> errors = new ArrayList<>();
    ordered.forEach(
        (day, lines) ->
            objection(dates, day)
                .ifPresent(
                    why ->
                        lines.first.forEach(
                            lineNo ->
                                errors.add(
                                    new RowError(
                                        lineNo,
                                        LineRule.IMPLAUSIBLE_DATE.name(),
                                        "order_date",
                                        day.toString(),
                                        why,
                                        "correct the year, or load it: the import sets it aside")))));
    return errors;
  }

  /** Says that the lines look like totals of a period, where they do. */
  Optional<String> totals() {
    return DataEdge.of(days(), wantedDays())
        .flatMap(edge -> edge.totalsOf().map(period -> totals(period.name(), edge)));
  }

  private static String totals(String period, DataEdge edge) {
    String word =
        switch (period) {
          case "WEEK" -> "weekly";
          case "MONTH" -> "monthly";
          default -> "quarterly";
        };
    return ("looks like %s totals: one booking day a %s, always at the same place in it; the last %s counts"
            + " whole, up to %s")
        .formatted(
            word,
            period.toLowerCase(Locale.ROOT),
            period.toLowerCase(Locale.ROOT),
            edge.asOf().minusDays(1));
  }

  private Optional<Words> objection(PlausibleDates dates, LocalDate day) {
    return dates.objection(day, day.isAfter(today) ? day : today);
  }

  private PlausibleDates dates() {
    return new PlausibleDates(today, BookingBody.of(days()));
  }

  private BookingDays days() {
    return new BookingDays(
        ordered.entrySet().stream()
            .filter(e -> !e.getKey().isAfter(today))
            .map(e -> new BookingDays.Day(e.getKey(), e.getValue().lines))
            .toList());
  }

  private BookingDays wantedDays() {
    return new BookingDays(
        wanted.entrySet().stream()
            .map(e -> new BookingDays.Day(e.getKey(), e.getValue()))
            .toList());
  }
}
