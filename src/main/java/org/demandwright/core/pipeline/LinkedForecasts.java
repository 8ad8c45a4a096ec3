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
 *   <li>PHASE_OUT: the share that goes over goes from the predecessor's forecast to the
 *       successor's, times the factor: what the one loses the other has. Of a phase-out that has
 *       begun before the origin the forecast knows what went over by then, g₀; of what is left (g −
 *       g₀) ÷ (1 − g₀) goes over.
 *   <li>SUPERSESSION: the successor's forecast is made of both histories, so that it holds the
 *       whole demand; the predecessor's ends with the link's day. Before that day a successor that
 *       never sold has nothing of it, and one that did is without what the predecessor still sells.
 *   <li>PHASE_IN: the successor's forecast, made of a history like the other item's, begins with
 *       its launch and comes to its level by its ramp.
 * </ul>
 *
 * What others bring to an item by their phase-outs is in no history: no link that takes a history
 * over lessens it, and whoever follows the item gets it, too. So sums stay in each chain of items,
 * times the factors, whatever the links' numbers.
 *
 * <p>Where one of both has no forecast, nothing goes over: the other keeps its own. Links are
 * followed in the order in which items follow each other, so that what goes from A to B goes on to
 * C.
 */
public final class LinkedForecasts {
  private final Period origin;
  private final Map<Long, DoubleVector> alone;
  private final Map<Long, List<Joined>> to;
  private final Map<Long, double[]> means = new HashMap<>();
  private final Map<Long, double[]> brought = new HashMap<>();
  private final Map<Long, List<Effect>> effects = new HashMap<>();

  private LinkedForecasts(
      Map<Long, DoubleVector> alone, Map<Long, List<Joined>> to, Period origin) {
    this.alone = alone;
    this.to = to;
    this.origin = origin;
    alone.forEach((id, mean) -> means.put(id, mean.toArray()));
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
  public record Effect(Joined by, long seriesId, DoubleVector amounts) {
    /** Returns whether the series gets something by it. */
    public boolean isMore() {
      return amounts.sum() > 0;
    }
  }

  /**
   * Follows links.
   *
   * @param links of series in any order, without a circle
   * @param forecasts of series by themselves; of a series that is not in it there is none
   * @param origin the first period that is forecast
   */
  public static LinkedForecasts of(
      List<Joined> links, Map<Long, DoubleVector> forecasts, Period origin) {
    Map<Long, List<Joined>> to = new HashMap<>();
    links.forEach(j -> to.computeIfAbsent(j.successor(), id -> new ArrayList<>()).add(j));
    LinkedForecasts linked = new LinkedForecasts(forecasts, to, origin);
    inOrder(links, to).forEach(linked::follow);
    return linked;
  }

  /** Returns the links so that those to an item come before those from it. */
  private static List<Joined> inOrder(List<Joined> links, Map<Long, List<Joined>> to) {
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
    return List.copyOf(effects.getOrDefault(seriesId, List.of()));
  }

  private void follow(Joined by) {
    double[] before = means.get(by.predecessor());
    double[] after = means.get(by.successor());
    if (after == null || before == null && by.link().kind() == LifecycleLink.Kind.PHASE_OUT) {
      return;
    }
    switch (by.link().kind()) {
      case PHASE_IN -> ramp(by);
      case SUPERSESSION -> supersede(by, before);
      case PHASE_OUT -> phaseOut(by, before);
      case SUBSTITUTE -> {
        // changes no forecast
      }
    }
  }

  private void ramp(Joined by) {
    double[] more = own(by.successor());
    for (int i = 0; i < more.length; i++) {
      more[i] *= share(i, by.ramp()::share) - 1;
    }
    add(by, by.successor(), more);
  }

  private void supersede(Joined by, double[] before) {
    double[] own = own(by.successor());
    double[] less = new double[own.length];
    double[] goesOn = new double[own.length];
    double[] ends = new double[own.length];
    double factor = by.link().factor().doubleValue();
    for (int i = 0; i < own.length; i++) {
      double gone = share(i, by.link()::gone);
      less[i] = -Math.min(own[i], (1 - gone) * (by.sold() ? sells(by, i) : part(by, i)));
      if (before != null) {
        goesOn[i] = gone * factor * brought(by.predecessor())[i];
        ends[i] = -gone * before[i];
      }
    }
    add(by, by.successor(), less);
    bring(by, goesOn);
    if (before != null) {
      add(by, by.predecessor(), ends);
    }
  }

  /** What the predecessor is forecast by itself, in units of the successor. */
  private double sells(Joined by, int step) {
    DoubleVector mean = alone.get(by.predecessor());
    return mean == null ? 0 : by.link().factor().doubleValue() * mean.get(step);
  }

  /**
   * What the forecast of a successor that never sold has of this predecessor: of several each has
   * the share that it sells, evenly where none sells.
   */
  private double part(Joined by, int step) {
    double all = 0;
    int links = 0;
    for (Joined other : to.get(by.successor())) {
      if (other.link().kind() == LifecycleLink.Kind.SUPERSESSION) {
        all += sells(other, step);
        links++;
      }
    }
    double whole = alone.get(by.successor()).get(step);
    return links == 1 ? whole : whole * (all > 0 ? sells(by, step) / all : 1.0 / links);
  }

  private void phaseOut(Joined by, double[] before) {
    double[] own = own(by.predecessor());
    double[] less = new double[own.length];
    double[] more = new double[own.length];
    double factor = by.link().factor().doubleValue();
    double known = by.link().gone(origin.start().minusDays(1));
    for (int i = 0; i < own.length; i++) {
      double gone = share(i, by.link()::gone);
      double left = known < 1 ? (1 - gone) / (1 - known) : 0;
      double moved = before[i] - left * own[i] - (1 - gone) * brought(by.predecessor())[i];
      less[i] = -moved;
      more[i] = factor * moved;
    }
    add(by, by.predecessor(), less);
    bring(by, more);
  }

  /** What a series has by its own history, without what others bring. */
  private double[] own(long seriesId) {
    double[] own = means.get(seriesId).clone();
    for (int i = 0; i < own.length; i++) {
      own[i] = Math.max(0, own[i] - brought(seriesId)[i]);
    }
    return own;
  }

  private double[] brought(long seriesId) {
    return brought.computeIfAbsent(seriesId, id -> new double[means.get(id).length]);
  }

  private void bring(Joined by, double[] amounts) {
    double[] all = brought(by.successor());
    for (int i = 0; i < all.length; i++) {
      all[i] += amounts[i];
    }
    add(by, by.successor(), amounts);
  }

  private void add(Joined by, long seriesId, double[] amounts) {
    double[] mean = means.get(seriesId);
    boolean any = false;
    for (int i = 0; i < mean.length; i++) {
      any |= amounts[i] != 0;
      mean[i] = Math.max(0, mean[i] + amounts[i]);
    }
    if (any) {
      effects
          .computeIfAbsent(seriesId, id -> new ArrayList<>())
          .add(new Effect(by, seriesId, DoubleVector.of(amounts)));
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
