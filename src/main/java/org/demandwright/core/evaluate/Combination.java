package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Period;

/** The weighted mean of several methods: their errors partly cancel. */
public final class Combination {
  /** Members with less than this share of the weights do not stand for the whole. */
  private static final double MOSTLY = 0.5;

  private Combination() {}

  /** Returns the members of a forecast: the standings with a weight, greatest first. */
  public static List<Member> members(List<Standing> standings) {
    return standings.stream()
        .filter(s -> s.weight() > 0)
        .map(s -> new Member(s.modelId(), s.weight()))
        .toList();
  }

  /**
   * Returns the combination of the standings with a weight as a contestant, under the ids of its
   * members joined by +; it is a learned one if any member is. At an origin at which some of them
   * could not be tested, the others share their weight; where these had less than half of it, the
   * combination counts as not tested, unless there is no origin at which more of it was.
   */
  public static Contestant of(List<Standing> standings) {
    List<Standing> members = standings.stream().filter(s -> s.weight() > 0).toList();
    if (members.size() == 1) {
      return members.get(0).contestant();
    }
    String id = members.stream().map(Standing::modelId).collect(Collectors.joining("+"));
    boolean learned = members.stream().anyMatch(s -> s.contestant().learned());
    Map<Period, Trial> origins = origins(members);
    double most = origins.keySet().stream().mapToDouble(o -> tested(members, o)).max().orElse(0);
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : origins.values()) {
      if (tested(members, trial.backtest().origin()) >= Math.min(MOSTLY, most)) {
        trials.add(combined(id, members, trial));
      }
    }
    return new Contestant(id, learned, trials);
  }

  /** The origins at which any member was tested, newest first, each with one of the tests. */
  private static Map<Period, Trial> origins(List<Standing> members) {
    Map<Period, Trial> origins = new TreeMap<>(Comparator.reverseOrder());
    for (Standing s : members) {
      s.contestant().trials().forEach(t -> origins.putIfAbsent(t.backtest().origin(), t));
    }
    return origins;
  }

  /** The weight of the members that were tested at an origin. */
  private static double tested(List<Standing> members, Period origin) {
    return members.stream()
        .filter(s -> s.contestant().at(origin).isPresent())
        .mapToDouble(Standing::weight)
        .sum();
  }

  private static Trial combined(String id, List<Standing> members, Trial trial) {
    Backtest b = trial.backtest();
    double all = tested(members, b.origin());
    List<DoubleVector> forecasts = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Standing s : members) {
      s.contestant()
          .at(b.origin())
          .ifPresent(
              t -> {
                forecasts.add(t.backtest().forecast());
                weights.add(s.weight() / all);
              });
    }
    DoubleVector forecast = mean(forecasts, weights);
    return new Trial(
        trial.training(),
        new Backtest(id, b.origin(), forecast, b.actual(), b.observed()),
        trial.objective());
  }

  /**
   * Returns the weighted mean of vectors, aligned to their ends, as long as the shortest one.
   *
   * @param weights that sum to 1, one per vector
   */
  public static DoubleVector mean(List<DoubleVector> vectors, List<Double> weights) {
    int n = vectors.stream().mapToInt(DoubleVector::size).min().orElse(0);
    double[] mean = new double[n];
    for (int k = 0; k < vectors.size(); k++) {
      DoubleVector v = vectors.get(k).tail(n);
      for (int i = 0; i < n; i++) {
        mean[i] += weights.get(k) * v.get(i);
      }
    }
    return DoubleVector.of(mean);
  }
}
