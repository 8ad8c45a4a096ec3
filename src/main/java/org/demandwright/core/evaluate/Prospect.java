package org.demandwright.core.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.core.demand.Period;

/**
 * A forecast that could be chosen, one method or the weighted mean of several, and what is to be
 * expected of it.
 *
 * <p>The panel lets expect of a mean at most the weighted mean of its members' squared losses, by
 * convexity, and less in so far as their errors cancel; by how much they did is taken from the
 * tests of the series itself.
 *
 * @param standings of which those with a weight forecast
 * @param contestant their weighted mean, as it was tested
 * @param gain ln(loss ÷ the flat guess's) that is expected of it, from own tests and the panel's
 */
record Prospect(List<Standing> standings, Contestant contestant, double gain) {
  private static final double LEAST_RATIO = 0.01;

  static Prospect of(List<Standing> standings, Weighing weighing) {
    Contestant mean = Combination.of(standings);
    List<Standing> members = standings.stream().filter(s -> s.weight() > 0).toList();
    Evidence evidence =
        new Evidence(
            mean.trials().size(),
            ModelWeights.advantage(mean, weighing.flat()),
            foreseen(members, mean, weighing.flatForeseen()));
    return new Prospect(standings, mean, evidence.expected());
  }

  private static OptionalDouble foreseen(
      List<Standing> members, Contestant mean, OptionalDouble flat) {
    if (flat.isEmpty() || members.stream().anyMatch(m -> m.foreseen().isEmpty())) {
      return OptionalDouble.empty();
    }
    double ratio = 0;
    for (Standing member : members) {
      ratio += member.weight() * ratio(member.foreseen().getAsDouble());
    }
    double foreseen = Math.log(ratio / ratio(flat.getAsDouble())) / 2;
    return OptionalDouble.of(foreseen + cancelled(members, mean));
  }

  private static double ratio(double relative) {
    return Math.max(LEAST_RATIO, 1 + relative);
  }

  /** Returns ln(Σ loss of the mean ÷ Σ root mean square of its members' losses), at most 0. */
  private static double cancelled(List<Standing> members, Contestant mean) {
    double together = ModelWeights.LOSS_FLOOR;
    double apart = ModelWeights.LOSS_FLOOR;
    for (Trial trial : mean.trials()) {
      together += trial.loss();
      apart += apart(members, trial.backtest().origin());
    }
    return Math.log(together / apart);
  }

  /** Returns the root mean square of the losses of those members that were tested at an origin. */
  private static double apart(List<Standing> members, Period origin) {
    double squares = 0;
    double weights = 0;
    for (Standing member : members) {
      Optional<Trial> trial = member.contestant().at(origin);
      if (trial.isPresent()) {
        double loss = trial.get().loss();
        squares += member.weight() * loss * loss;
        weights += member.weight();
      }
    }
    return Math.sqrt(squares / weights);
  }
}
