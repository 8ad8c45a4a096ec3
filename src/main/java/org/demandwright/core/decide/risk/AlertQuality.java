package org.demandwright.core.decide.risk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How often what is said comes, and how much of what comes was said: on the later part of the past,
 * with a threshold that was chosen on the earlier one.
 *
 * @param threshold from which on it is said
 * @param reached whether the precision that is asked for was reached on the earlier part; where
 *     not, the threshold is that of the highest precision with at least {@value #LEAST} alerts
 * @param earlier as it was when the threshold was chosen
 * @param later what is reported
 * @param rule the same number of alerts on the later part, by the rule that one would go by
 *     otherwise
 */
public record AlertQuality(
    double threshold, boolean reached, Window earlier, Window later, Window rule) {
  private static final int LEAST = 10;
  private static final double EARLIER = 0.6;

  /**
   * What came of the cases of a stretch of time.
   *
   * @param first day of a case
   * @param last day of a case
   * @param alerts cases in which it was said
   * @param events cases in which it came
   * @param right cases in which both
   */
  public record Window(
      LocalDate first, LocalDate last, long cases, long alerts, long events, long right) {
    /** Returns the share 0–1 of alerts that came; 0 without alerts. */
    public double precision() {
      return alerts == 0 ? 0 : (double) right / alerts;
    }

    /** Returns the share 0–1 of events that were said; 0 without events. */
    public double recall() {
      return events == 0 ? 0 : (double) right / events;
    }
  }

  /**
   * Chooses the threshold and measures it: the one with the most alerts whose precision on the
   * earlier 60 % of the days is at least so high.
   *
   * @param cases at least one, in any order
   * @param precision 0–1
   * @param least no lower threshold is chosen
   */
  public static AlertQuality of(List<ScoredCase> cases, double precision, double least) {
    List<LocalDate> days = cases.stream().map(ScoredCase::day).distinct().sorted().toList();
    LocalDate split = days.get(Math.min(days.size() - 1, (int) (days.size() * EARLIER)));
    List<ScoredCase> early = cases.stream().filter(c -> c.day().isBefore(split)).toList();
    List<ScoredCase> late = cases.stream().filter(c -> !c.day().isBefore(split)).toList();
    Choice choice = Choice.of(early, precision, least);
    Predicate<ScoredCase> said = c -> c.score() >= choice.threshold();
    Window later = window(late, said);
    double rule = nth(late, ScoredCase::rule, later.alerts());
    return new AlertQuality(
        choice.threshold(),
        choice.reached(),
        window(early.isEmpty() ? late : early, said),
        later,
        ruled(late, rule, later.alerts()));
  }

  private record Choice(double threshold, boolean reached) {
    static Choice of(List<ScoredCase> cases, double precision, double least) {
      List<ScoredCase> sorted =
          cases.stream()
              .filter(c -> c.score() >= least)
              .sorted(Comparator.comparingDouble(c -> -c.score()))
              .toList();
      double lowest = Double.MAX_VALUE;
      double best = Math.max(1, least);
      double highest = 0;
      long right = 0;
      for (int i = 0; i < sorted.size(); i++) {
        right += sorted.get(i).came() ? 1 : 0;
        double score = sorted.get(i).score();
        boolean more = i + 1 < sorted.size() && sorted.get(i + 1).score() == score;
        double share = (double) right / (i + 1);
        if (!more && i + 1 >= LEAST && share >= precision) {
          lowest = score;
        }
        if (!more && i + 1 >= LEAST && share > highest) {
          highest = share;
          best = score;
        }
      }
      boolean reached = lowest < Double.MAX_VALUE;
      return new Choice(reached ? lowest : best, reached);
    }
  }

  private static double nth(List<ScoredCase> cases, ToDoubleFunction<ScoredCase> by, long n) {
    return n == 0
        ? Double.MAX_VALUE
        : cases.stream()
            .mapToDouble(c -> -by.applyAsDouble(c))
            .sorted()
            .skip(Math.min(n, cases.size()) - 1)
            .map(s -> -s)
            .findFirst()
            .orElse(Double.MAX_VALUE);
  }

  /** Of those that are equal at the edge, the first ones in time. */
  private static Window ruled(List<ScoredCase> cases, double edge, long alerts) {
    Stream<ScoredCase> first =
        cases.stream()
            .filter(c -> c.rule() >= edge)
            .sorted(
                Comparator.comparingDouble((ScoredCase c) -> -c.rule())
                    .thenComparing(ScoredCase::day))
            .limit(alerts);
    long right = first.filter(ScoredCase::came).count();
    Window all = window(cases, c -> false);
    return new Window(all.first(), all.last(), all.cases(), alerts, all.events(), right);
  }

  private static Window window(List<ScoredCase> cases, Predicate<ScoredCase> said) {
    LocalDate first = cases.stream().map(ScoredCase::day).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = cases.stream().map(ScoredCase::day).max(LocalDate::compareTo).orElseThrow();
    return new Window(
        first,
        last,
        cases.size(),
        cases.stream().filter(said).count(),
        cases.stream().filter(ScoredCase::came).count(),
        cases.stream().filter(said).filter(ScoredCase::came).count());
  }
}
