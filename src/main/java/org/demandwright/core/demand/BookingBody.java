package org.demandwright.core.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demandwright.core.demand.BookingDays.Day;
import org.demandwright.core.demand.BookingDays.Span;

/**
 * Finds the body of a source's bookings: what is left when the few days are taken off its ends that
 * a silence cuts off which is improbable for this source, such as a year that was mistyped.
 *
 * <p>A silence of g days is improbable after n gaps of at most m days between booking days if
 *
 * <pre>  P(gap ≥ g) = (1 + 2 g / (n m))⁻ⁿ &lt; 1/1000   and   g ≥ 28</pre>
 *
 * which is what n exponential gaps with a mean of m/2 say of the next one (Lomax). Half the longest
 * gap is the mean of four exponential gaps and more than the mean of more of them, so weekends,
 * holidays and seasons that came before are no reason; few gaps say little. Below four weeks a
 * wrong month cannot be told from a pause.
 *
 * <p>Days behind such a silence count again as soon as the source really goes on: with three days
 * that have half the lines of usual ones, with a full usual day of a hundred lines, or when they
 * are a tenth of all days. Worked example: orders on each weekday of two years, the longest gap
 * three days; a line two years later is cut off, for P = (1 + 2·728/(520·3))⁻⁵²⁰ ≈ 10⁻¹⁴⁹.
 *
 * <p>Reference: Lomax, K. S. (1954), Business failures: another example of the analysis of failure
 * data, Journal of the American Statistical Association 49, 847–852.
 */
public final class BookingBody {
  private static final double IMPROBABLE = 1e-3;
  private static final int LEAST_SILENCE = 28;
  private static final int DAYS_THAT_GO_ON = 3;
  private static final int FULL_DAY = 100;
  private static final int SHARE_THAT_GOES_ON = 10;

  private final List<Day> days;
  private final long usual;
  private final List<int[]> segments = new ArrayList<>();
  private int from;
  private int to;

  private BookingBody(List<Day> days) {
    this.days = days;
    split();
    int[] main = segments.get(main());
    long[] lines = days.subList(main[0], main[1] + 1).stream().mapToLong(Day::lines).toArray();
    Arrays.sort(lines);
    usual = lines[lines.length / 2];
    from = main[0];
    to = main[1];
  }

  /** Returns from when to when the body reaches; empty without a day. */
  public static Optional<Span> of(BookingDays bookings) {
    if (bookings.days().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new BookingBody(bookings.days()).span());
  }

  /** Splits the days at the shortest silence that is improbable for the longest part it leaves. */
  private void split() {
    segments.add(new int[] {0, days.size() - 1});
    long[] silences =
        IntStream.range(1, days.size())
            .mapToLong(this::gap)
            .filter(g -> g >= LEAST_SILENCE)
            .sorted()
            .distinct()
            .toArray();
    for (long silence : silences) {
      List<int[]> parts = parts(silence);
      int[] longest =
          parts.stream().reduce((a, b) -> b[1] - b[0] > a[1] - a[0] ? b : a).orElseThrow();
      if (improbable(silence, longest[0], longest[1])) {
        segments.clear();
        segments.addAll(parts);
        return;
      }
    }
  }

  private List<int[]> parts(long silence) {
    List<int[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < days.size(); i++) {
      if (gap(i) >= silence) {
        parts.add(new int[] {start, i - 1});
        start = i;
      }
    }
    parts.add(new int[] {start, days.size() - 1});
    return parts;
  }

  private int main() {
    int main = 0;
    for (int i = 1; i < segments.size(); i++) {
      if (length(segments.get(i)) > length(segments.get(main))) {
        main = i;
      }
    }
    return main;
  }

  private Span span() {
    for (int[] s : segments) {
      if (goesOn(s)) {
        from = Math.min(from, s[0]);
        to = Math.max(to, s[1]);
      }
    }
    int end = days.size() - 1;
    if (many(end - to)) {
      to = end;
    }
    if (many(from)) {
      from = 0;
    }
    while (to < end && !improbable(gap(to + 1), from, to)) {
      to++;
    }
    while (from > 0 && !improbable(gap(from), from, to)) {
      from--;
    }
    return new Span(day(from), day(to));
  }

  private boolean goesOn(int[] s) {
    long lines = days.subList(s[0], s[1] + 1).stream().mapToLong(Day::lines).sum();
    return length(s) >= DAYS_THAT_GO_ON && 2 * lines >= usual * length(s)
        || lines >= Math.max(FULL_DAY, usual);
  }

  private boolean many(int more) {
    return more >= DAYS_THAT_GO_ON && more * SHARE_THAT_GOES_ON >= to - from + 1;
  }

  private boolean improbable(long silence, int first, int last) {
    int n = last - first;
    if (n == 0 || silence < LEAST_SILENCE) {
      return false;
    }
    long longest = 0;
    for (int i = first + 1; i <= last; i++) {
      longest = Math.max(longest, gap(i));
    }
    return -n * Math.log1p(2.0 * silence / ((double) n * longest)) < Math.log(IMPROBABLE);
  }

  private static int length(int[] segment) {
    return segment[1] - segment[0] + 1;
  }

  /** Returns the days from one booking day to the one before it. */
  private long gap(int i) {
    return day(i).toEpochDay() - day(i - 1).toEpochDay();
  }

  private LocalDate day(int i) {
    return days.get(i).day();
  }
}
