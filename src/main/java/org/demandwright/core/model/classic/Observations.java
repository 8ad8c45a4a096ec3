package org.demandwright.core.model.classic;

import java.util.Arrays;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/** A history as a recursion reads it: units per period and which of the periods are known. */
final class Observations {
  /** Periods over which a recursion runs: with α ≥ 0.1 a level has long forgotten older ones. */
  private static final int LONGEST_RUN = 400;

  private static final int LEAST_START = 10;

  private final double[] units;
  private final boolean[] known;
  private final int count;
  private final int season;
  private final double periodsPerYear;

  private Observations(
      double[] units, boolean[] known, int count, int season, double periodsPerYear) {
    this.units = units;
    this.known = known;
    this.count = count;
    this.season = season;
    this.periodsPerYear = periodsPerYear;
  }

  /** Reads the history, or says why it is too short for the model. */
  static Outcome<Observations> of(ForecastModel model, ModelSpec spec, History history) {
    DemandSeries series = history.series();
    Capabilities needs = model.capabilities();
    Observations o = of(series, spec.season());
    if (o.count < needs.minObservations()) {
      return Outcome.failed(
          Reason.SHORT_HISTORY,
          Words.of(
              "failure.short.observed",
              series.key(),
              model.id(),
              needs.minObservations(),
              o.count));
    }
    if (o.size() < needs.minSeasons() * o.season) {
      return Outcome.failed(
          Reason.SHORT_HISTORY,
          Words.of(
              "failure.short.seasons",
              series.key(),
              model.id(),
              needs.minSeasons(),
              o.season,
              o.size()));
    }
    return Outcome.ok(o);
  }

  /** Reads the history of a method that learns nothing from zeros alone. */
  static Outcome<Observations> withDemand(ForecastModel model, ModelSpec spec, History history) {
    return of(model, spec, history)
        .flatMap(
            o ->
                o.mean() > 0
                    ? Outcome.ok(o)
                    : Outcome.failed(
                        Reason.NO_DEMAND,
                        Words.of("failure.no-demand", history.series().key(), o.size())));
  }

  static Observations of(DemandSeries series, int season) {
    boolean[] known = new boolean[series.size()];
    int count = 0;
    for (int i = 0; i < known.length; i++) {
      known[i] = series.availability().get(i) > 0;
      count += known[i] ? 1 : 0;
    }
    double periodsPerYear =
        switch (series.first().bucket()) {
          case DAY -> 365.25;
          case WEEK -> 365.25 / 7;
          case MONTH -> 12;
          case QUARTER -> 4;
        };
    return new Observations(series.units().toArray(), known, count, season, periodsPerYear);
  }

  /** Returns these observations with other units, such as seasonally adjusted ones. */
  Observations withUnits(double[] other) {
    return new Observations(other, known, count, season, periodsPerYear);
  }

  /** Returns these observations with other units and fewer known periods. */
  Observations withUnits(double[] other, boolean[] otherKnown, int otherCount) {
    return new Observations(other, otherKnown, otherCount, season, periodsPerYear);
  }

  /** Returns the oldest periods, as many as hold {@code n} known ones. */
  Observations head(int n) {
    int end = 0;
    int seen = 0;
    while (end < units.length && seen < n) {
      seen += known[end++] ? 1 : 0;
    }
    return new Observations(
        Arrays.copyOf(units, end), Arrays.copyOf(known, end), seen, season, periodsPerYear);
  }

  /** Returns the oldest max(10, 2m) known periods: from them a recursion takes its first states. */
  Observations start() {
    return head(Math.max(LEAST_START, 2 * season));
  }

  /**
   * Returns the newest {@value #LONGEST_RUN} periods or so, over which a recursion runs (older ones
   * only tell of the season), or says that too few of them were observed.
   */
  Outcome<Observations> recent(ForecastModel model, History history) {
    Observations recent = newest(LONGEST_RUN);
    int needed = model.capabilities().minObservations();
    return recent.count >= needed
        ? Outcome.ok(recent)
        : Outcome.failed(
            Reason.SHORT_HISTORY,
            Words.of(
                "failure.short.newest",
                history.series().key(),
                model.id(),
                needed,
                recent.size(),
                recent.count));
  }

  /**
   * Returns the newest whole seasons that hold at least {@code n} periods, all of them where there
   * are fewer: index 0 stays at the same position of the season.
   */
  private Observations newest(int n) {
    int start = Math.max(0, units.length - n) / season * season;
    double[] newestUnits = Arrays.copyOfRange(units, start, units.length);
    boolean[] newestKnown = Arrays.copyOfRange(known, start, units.length);
    int newestCount = 0;
    for (boolean k : newestKnown) {
      newestCount += k ? 1 : 0;
    }
    return new Observations(newestUnits, newestKnown, newestCount, season, periodsPerYear);
  }

  /** Returns the number of periods, observed or not. */
  int size() {
    return units.length;
  }

  /** Returns the number of observed periods. */
  int count() {
    return count;
  }

  int season() {
    return season;
  }

  boolean known(int index) {
    return known[index];
  }

  double unit(int index) {
    return units[index];
  }

  /** Returns the share that is left after one period of what decays to {@code yearly} in a year. */
  double decay(double yearly) {
    return Math.exp(Math.log(yearly) / periodsPerYear);
  }

  /** Returns the mean of the observed periods, 0 where there are none. */
  double mean() {
    double sum = 0;
    for (int i = 0; i < units.length; i++) {
      sum += known[i] ? units[i] : 0;
    }
    return count == 0 ? 0 : sum / count;
  }

  /** Returns the number of observed periods with demand. */
  int demands() {
    int demands = 0;
    for (int i = 0; i < units.length; i++) {
      demands += known[i] && units[i] > 0 ? 1 : 0;
    }
    return demands;
  }

  /** Returns whether every observed period has demand. */
  boolean positive() {
    return demands() == count;
  }

  /** Returns the observed units in the order of time, without the periods that are not known. */
  double[] compact() {
    double[] values = new double[count];
    int next = 0;
    for (int i = 0; i < units.length; i++) {
      if (known[i]) {
        values[next++] = units[i];
      }
    }
    return values;
  }
}
