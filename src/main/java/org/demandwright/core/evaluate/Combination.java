package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Period;

/** The weighted mean of several methods: their errors partly cancel. */
public final class Combination {
  /** From this share of the weights on, a combination is a learned one. */
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
   * members joined by +. At an origin at which some of them could not be tested, the others share
   * their weight; where these had less than half of it, the combination counts as not tested.
   */
  public static Contestant of(List<Standing> standings) {
    List<Standing> members = standings.stream().filter(s -> s.weight() > 0).toList();
    if (members.size() == 1) {
      return members.get(0).contestant();
    }
    String id = members.stream().map(Standing::modelId).collect(Collectors.joining("+"));
    double learned =
        members.stream().filter(s -> s.contestant().learned()).mapToDouble(Standing::weight).sum();
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : longest(members).trials()) {
      at(id, members, trial).ifPresent(trials::add);
    }
    return new Contestant(id, learned >= MOSTLY, trials);
  }

  /** The greatest member: it decides at which origins there is a test. */
  private static Contestant longest(List<Standing> members) {
    Contestant longest = members.get(0).contestant();
    for (Standing s : members) {
      if (s.contestant().trials().size() > longest.trials().size()) {
        longest = s.contestant();
      }
    }
    return longest;
  }

  private static Optional<Trial> at(String id, List<Standing> members, Trial trial) {
    Period origin = trial.backtest().origin();
    List<DoubleVector> forecasts = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    double sum = 0;
    for (Standing s : members) {
      Optional<Trial> tested = s.contestant().at(origin);
      if (tested.isPresent()) {
        forecasts.add(tested.get().backtest().forecast());
        weights.add(s.weight());
        sum += s.weight();
      }
    }
    if (sum < MOSTLY) {
      return Optional.empty();
    }
    double all = sum;
    DoubleVector forecast = mean(forecasts, weights.stream().map(w -> w / all).toList());
    Backtest b = trial.backtest();
    return Optional.of(
        new Trial(trial.training(), new Backtest(id, origin, forecast, b.actual(), b.observed())));
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
