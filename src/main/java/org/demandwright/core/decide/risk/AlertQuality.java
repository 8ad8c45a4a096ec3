package org.demandwright.core.decide.risk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How often what is said comes, and how much of what comes was said: on the later part of the past,
 * with a threshold that was chosen on the earlier one.
 *
 * <p>What is said of the same on mornings that follow each other is one alert, as it is one
 * exception with one number, for as long as its first morning told it; what stands longer is
 * another alert. It is right when what its first morning told came. An event is found when an alert
 * stood on any of the mornings that could foretell it.
 *
 * @param threshold from which on it is said
 * @param reached whether the precision that is asked for was reached on the earlier part; where
 *     not, the threshold is that of the highest precision with at least {@value #LEAST} alerts
 * @param earlier as it was when the threshold was chosen
 * @param later what is reported
 * @param rule about as many alerts on the later part, never more, by the rule that one would go by
 *     otherwise
 */
public record AlertQuality(
    double threshold, boolean reached, Window earlier, Window later, Window rule) {
  private static final int LEAST = 10;
  private static final int CANDIDATES = 200;
  private static final double EARLIER = 0.6;
  private static final int WEEK = 7;

  /**
   * What came of the cases of a stretch of time.
   *
   * @param first day of a case
   * @param last day of a case
   * @param cases mornings on which something could have been said
   * @param alerts that were given
   * @param right alerts that came
   * @param events that came
   * @param found events that an alert had said
   */
  public record Window(
      LocalDate first,
      LocalDate last,
      long cases,
      long alerts,
      long right,
      long events,
      long found) {
    /** Returns the share 0–1 of alerts that came; 0 without alerts. */
    public double precision() {
      return alerts == 0 ? 0 : (double) right / alerts;
    }

    /** Returns the share 0–1 of events that were said; 0 without events. */
    public double recall() {
      return events == 0 ? 0 : (double) found / events;
    }
  }

  /**
   * Chooses the threshold and measures it: the lowest whose precision on the earlier 60 % of the
   * days is at least so high, of {@value #CANDIDATES} that lie evenly among the scores.
   *
   * @param cases at least one, in any order
   * @param precision 0–1
   * @param least no lower threshold is chosen
   */
  public static AlertQuality of(List<ScoredCase> cases, double precision, double least) {
    List<ScoredCase> inOrder =
        cases.stream()
            .sorted(Comparator.comparing(ScoredCase::subject).thenComparing(ScoredCase::day))
            .toList();
    List<LocalDate> days = cases.stream().map(ScoredCase::day).distinct().sorted().toList();
    LocalDate split = days.get((int) (days.size() * EARLIER));
    List<ScoredCase> late = inOrder.stream().filter(c -> !c.day().isBefore(split)).toList();
    List<ScoredCase> before = inOrder.stream().filter(c -> c.day().isBefore(split)).toList();
    List<ScoredCase> early = before.isEmpty() ? late : before;
    Choice choice = Choice.of(early, precision, least);
    Window later = window(late, c -> c.score() >= choice.threshold());
    return new AlertQuality(
        choice.threshold(),
        choice.reached(),
        window(early, c -> c.score() >= choice.threshold()),
        later,
        ruled(late, later.alerts()));
  }

  private record Choice(double threshold, boolean reached) {
    static Choice of(List<ScoredCase> cases, double precision, double least) {
      double best = Math.max(1, least);
      double highest = 0;
      double[] thresholds = candidates(cases, ScoredCase::score, least);
      for (double threshold : thresholds) {
        Window window = window(cases, c -> c.score() >= threshold);
        if (window.alerts() >= LEAST && window.precision() >= precision) {
          return new Choice(threshold, true);
        }
        if (window.alerts() >= LEAST && window.precision() > highest) {
          highest = window.precision();
          best = threshold;
        }
      }
      return new Choice(best, false);
    }
  }

  /** The lowest first. */
  private static double[] candidates(
      List<ScoredCase> cases, ToDoubleFunction<ScoredCase> by, double least) {
    double[] scores =
        cases.stream().mapToDouble(by).filter(s -> s >= least).sorted().distinct().toArray();
    if (scores.length <= CANDIDATES) {
      return scores;
    }
    double[] some = new double[CANDIDATES];
    for (int i = 0; i < CANDIDATES; i++) {
      some[i] = scores[(int) ((long) i * (scores.length - 1) / (CANDIDATES - 1))];
    }
    return some;
  }

  private static Window ruled(List<ScoredCase> cases, long alerts) {
    for (double threshold : candidates(cases, ScoredCase::rule, -Double.MAX_VALUE)) {
      Window window = window(cases, c -> c.rule() >= threshold);
      if (window.alerts() <= alerts && threshold > -Double.MAX_VALUE) {
        return window;
      }
    }
    return window(cases, c -> false);
  }

  private record Event(String subject, LocalDate day) {}

  /**
   * @param cases by their subjects, and by their days within each
   */
  private static Window window(List<ScoredCase> cases, Predicate<ScoredCase> said) {
    LocalDate first = cases.get(0).day();
    LocalDate last = first;
    long alerts = 0;
    long right = 0;
    ScoredCase begun = null;
    ScoredCase before = null;
    Set<Event> events = new HashSet<>();
    Set<Event> found = new HashSet<>();
    for (ScoredCase c : cases) {
      first = c.day().isBefore(first) ? c.day() : first;
      last = c.day().isAfter(last) ? c.day() : last;
      c.event().ifPresent(day -> events.add(new Event(c.subject(), day)));
      if (said.test(c)) {
        if (before == null || !follows(before, c) || !stands(begun, c)) {
          alerts++;
          right += c.came() ? 1 : 0;
          begun = c;
        }
        c.event().ifPresent(day -> found.add(new Event(c.subject(), day)));
        before = c;
      } else {
        before = null;
      }
    }
    return new Window(first, last, cases.size(), alerts, right, events.size(), found.size());
  }

  private static boolean stands(ScoredCase begun, ScoredCase now) {
    return now.day().isBefore(begun.day().plusDays(begun.days()));
  }

  private static boolean follows(ScoredCase one, ScoredCase next) {
    return one.subject().equals(next.subject())
        && ChronoUnit.DAYS.between(one.day(), next.day()) <= WEEK;
  }
}
