package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;

/**
 * The mean of the two best methods, where the second is nearly as good as the first: their errors
 * partly cancel, and the choice between them would mostly be luck.
 *
 * <p>The second counts as nearly as good if its expected loss is at most {@link #NEARLY} higher and
 * both are simple or both are learned, so that a verdict stays a statement about one kind, and both
 * were tested at the newest origin.
 *
 * <p>Reference: Bates &amp; Granger (1969), <i>The combination of forecasts</i>; Makridakis,
 * Spiliotis &amp; Assimakopoulos (2020) for the M4 competition.
 */
public final class Combination {
  /** How much more loss the second may be expected to have, in ln. */
  public static final double NEARLY = 0.1;

  private Combination() {}

  /** Returns the contestant to combine with the one at {@code chosen}, if there is one. */
  public static Optional<Standing> partner(List<Standing> standings, int chosen) {
    if (chosen + 1 >= standings.size()) {
      return Optional.empty();
    }
    Standing first = standings.get(chosen);
    Standing second = standings.get(chosen + 1);
    boolean alike =
        first.contestant().learned() == second.contestant().learned()
            && first.barred() == second.barred()
            && second.expected() - first.expected() <= NEARLY
            && second.contestant().newest().equals(first.contestant().newest());
    return alike ? Optional.of(second) : Optional.empty();
  }

  /** Returns where the combination of a champion and its partner stands: before both. */
  public static Standing standing(Standing first, Standing second, Contestant flat) {
    Contestant both = of(first.contestant(), second.contestant());
    return new Standing(
        both,
        ChampionRule.advantage(both, flat),
        (first.expected() + second.expected()) / 2,
        first.barred());
  }

  /** Returns the combination as a contestant, tested at the origins at which both were. */
  static Contestant of(Contestant first, Contestant second) {
    String id = first.modelId() + "+" + second.modelId();
    List<Trial> trials = new ArrayList<>();
    for (Trial a : first.trials()) {
      for (Trial b : second.trials()) {
        if (a.backtest().origin().equals(b.backtest().origin())) {
          trials.add(new Trial(a.training(), mean(id, a.backtest(), b.backtest())));
        }
      }
    }
    return new Contestant(id, first.learned(), trials);
  }

  /** Returns the mean of two vectors, aligned to their ends, as long as the shorter one. */
  public static DoubleVector mean(DoubleVector first, DoubleVector second) {
    int n = Math.min(first.size(), second.size());
    DoubleVector a = first.tail(n);
    DoubleVector b = second.tail(n);
    double[] mean = new double[n];
    for (int i = 0; i < n; i++) {
      mean[i] = (a.get(i) + b.get(i)) / 2;
    }
    return DoubleVector.of(mean);
  }

  private static Backtest mean(String id, Backtest a, Backtest b) {
    return new Backtest(id, a.origin(), mean(a.forecast(), b.forecast()), a.actual(), a.observed());
  }
}
