package org.demandwright.core.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.LaunchRamp;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.demand.Period;

/**
 * What links between items do to the forecasts of their series, after each was forecast by itself.
 *
 * <ul>
 *   <li>PHASE_OUT: the share that has gone over goes from the predecessor's forecast to the
 *       successor's, times the factor: what the one loses the other has.
 *   <li>SUPERSESSION: the successor's forecast is made of both histories, so that it holds the
 *       whole demand; the predecessor's ends with the link's day. Before that day a successor that
 *       never sold is not forecast, and one that did without what the predecessor still sells.
 *   <li>PHASE_IN: the successor's forecast, made of a history like the other item's, begins with
 *       its launch and comes to its level by its ramp.
 * </ul>
 *
 * Where one of both has no forecast, nothing goes over: the other keeps its own. Links are followed
 * in the order in which items follow each other, so that what goes from A to B goes on to C.
 */
public final class LinkedForecasts {
  private final Period origin;
  private final Map<Long, double[]> means = new LinkedHashMap<>();
  private final List<Effect> effects = new ArrayList<>();

  private LinkedForecasts(Period origin) {
    this.origin = origin;
  }

  /**
   * A link between two series.
   *
   * @param sold whether the successor had demand of its own before the origin
   */
  public record Joined(
      long linkId,
      LifecycleLink link,
      long predecessor,
      long successor,
      LaunchRamp ramp,
      boolean sold) {}

  /**
   * What one link does to one series.
   *
   * @param amounts base units that each step gets more, negative = less
   */
  public record Effect(Joined by, long seriesId, DoubleVector amounts) {}

  /**
   * Follows links.
   *
   * @param links of series in any order, without a circle
   * @param forecasts of series by themselves; of a series that is not in it there is none
   * @param origin the first period that is forecast
   */
  public static LinkedForecasts of(
      List<Joined> links, Map<Long, DoubleVector> forecasts, Period origin) {
    LinkedForecasts linked = new LinkedForecasts(origin);
    forecasts.forEach((id, mean) -> linked.means.put(id, mean.toArray()));
    inOrder(links).forEach(linked::follow);
    return linked;
  }

  /** Returns the links so that those to an item come before those from it. */
  static List<Joined> inOrder(List<Joined> links) {
    Map<Long, List<Joined>> to = new HashMap<>();
    links.forEach(j -> to.computeIfAbsent(j.successor(), id -> new ArrayList<>()).add(j));
    LinkedHashMap<Joined, Boolean> ordered = new LinkedHashMap<>();
    links.forEach(j -> visit(j, to, ordered));
    return List.copyOf(ordered.keySet());
  }

  private static void visit(
      Joined link, Map<Long, List<Joined>> to, LinkedHashMap<Joined, Boolean> ordered) {
    if (ordered.containsKey(link)) {
      return;
    }
    for (Joined before : to.getOrDefault(link.predecessor(), List.of())) {
      visit(before, to, ordered);
    }
    ordered.put(link, true);
  }

  /** Returns the forecast of a series with all that links do to it; empty where there is none. */
  public Optional<DoubleVector> mean(long seriesId) {
    return Optional.ofNullable(means.get(seriesId)).map(DoubleVector::of);
  }

  /** Returns what links do to a series, in the order in which they are followed. */
  public List<Effect> of(long seriesId) {
    return effects.stream().filter(e -> e.seriesId() == seriesId).toList();
  }

  private void follow(Joined by) {
    double[] before = means.get(by.predecessor());
    double[] after = means.get(by.successor());
    if (after == null || before == null && by.link().kind() == LifecycleLink.Kind.PHASE_OUT) {
      return;
    }
    switch (by.link().kind()) {
      case PHASE_IN -> ramp(by, after);
      case SUPERSESSION -> supersede(by, before, after);
      case PHASE_OUT -> phaseOut(by, before, after);
      case SUBSTITUTE -> {
        // changes no forecast
      }
    }
  }

  private void ramp(Joined by, double[] after) {
    double[] more = new double[after.length];
    for (int i = 0; i < more.length; i++) {
      more[i] = after[i] * (share(i, by.ramp()::share) - 1);
    }
    add(by, by.successor(), more);
  }

  private void supersede(Joined by, double[] before, double[] after) {
    double[] more = new double[after.length];
    double[] less = new double[after.length];
    double factor = by.link().factor().doubleValue();
    for (int i = 0; i < more.length; i++) {
      double gone = share(i, by.link()::gone);
      if (!by.sold()) {
        more[i] = after[i] * (gone - 1);
      } else if (before != null) {
        more[i] = -Math.min(after[i], (1 - gone) * factor * before[i]);
      }
      less[i] = before == null ? 0 : -gone * before[i];
    }
    add(by, by.successor(), more);
    if (before != null) {
      add(by, by.predecessor(), less);
    }
  }

  private void phaseOut(Joined by, double[] before, double[] after) {
    double[] more = new double[after.length];
    double[] less = new double[after.length];
    double factor = by.link().factor().doubleValue();
    for (int i = 0; i < more.length; i++) {
      double moved = share(i, by.link()::gone) * before[i];
      less[i] = -moved;
      more[i] = factor * moved;
    }
    add(by, by.predecessor(), less);
    add(by, by.successor(), more);
  }

  private void add(Joined by, long seriesId, double[] amounts) {
    double[] mean = means.get(seriesId);
    boolean any = false;
    for (int i = 0; i < mean.length; i++) {
      any |= amounts[i] != 0;
      mean[i] = Math.max(0, mean[i] + amounts[i]);
    }
    if (any) {
      effects.add(new Effect(by, seriesId, DoubleVector.of(amounts)));
    }
  }

  /** Returns the mean over the days of a step. */
  private double share(int step, ToDoubleFunction<LocalDate> ofDay) {
    Period period = origin.plus(step);
    double sum = 0;
    for (LocalDate day = period.start(); day.isBefore(period.end()); day = day.plusDays(1)) {
      sum += ofDay.applyAsDouble(day);
    }
    return sum / period.days();
  }
}
