package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.demandwright.core.demand.DemandPattern;

/**
 * Orders the contestants of one series by the error that is to be expected of them.
 *
 * <p>A contestant's own advantage is ln(its {@link Contestant#loss} ÷ that of the flat guess at the
 * same origins). Three origins are few, and the best of ten noisy figures is mostly luck; so the
 * own advantage counts with weight n (its number of origins) and the advantage that the model shows
 * on the whole class of demand ({@link ClassPrior}) with weight {@link #PRIOR_WEIGHT}. Where
 * nothing is known of the class, the mean of all contestants of the series stands in with weight 1,
 * which only damps those that were tested at fewer origins.
 *
 * <p>A learned model must be expected to be {@link #LEARNED_MARGIN} better than a simple one to go
 * before it. Forecasting nothing looks good on sparse demand by most measures; so there a
 * contestant of which the class knows nothing goes behind all others if its forecasts {@link
 * Shortfall fall short}; where the class knows it, {@link ClassExperience} has judged that on many
 * series. Ties go to the contestant named first.
 */
public final class ChampionRule {
  /** Weight of the class's experience, in origins of the series' own. */
  public static final double PRIOR_WEIGHT = 20;

  /** By how much, in ln of the loss, a learned model must be better than a simple one. */
  public static final double LEARNED_MARGIN = 0.02;

  /** Keeps the ratio of two losses finite where a forecast was perfect; in units of RMSSE. */
  static final double LOSS_FLOOR = 0.01;

  private final DemandPattern pattern;
  private final ClassPrior prior;

  public ChampionRule(DemandPattern pattern, ClassPrior prior) {
    this.pattern = pattern;
    this.prior = prior;
  }

  /**
   * Returns the contestants, the champion first.
   *
   * @param contestants in the order in which ties are broken, simpler first
   * @param flat the flat guess (the mean of the whole history), tested at every origin at which any
   *     contestant was
   */
  public List<Standing> rank(List<Contestant> contestants, Contestant flat) {
    double field = contestants.stream().mapToDouble(c -> advantage(c, flat)).average().orElse(0);
    List<Standing> standings = new ArrayList<>();
    for (Contestant c : contestants) {
      standings.add(new Standing(c, advantage(c, flat), expected(c, flat, field), barred(c, flat)));
    }
    standings.sort(Comparator.comparing(Standing::barred).thenComparing(Standing::handicapped));
    return List.copyOf(standings);
  }

  /** Returns ln(loss ÷ loss of the flat guess) at the origins of the contestant. */
  public static double advantage(Contestant contestant, Contestant flat) {
    double own = LOSS_FLOOR;
    double other = LOSS_FLOOR;
    for (Trial trial : contestant.trials()) {
      own += trial.loss();
      other += at(trial, flat).loss();
    }
    return Math.log(own / other);
  }

  private double expected(Contestant c, Contestant flat, double field) {
    OptionalDouble known = prior.advantage(pattern, c.modelId());
    double weight = known.isPresent() ? PRIOR_WEIGHT : 1;
    int n = c.trials().size();
    return (n * advantage(c, flat) + weight * known.orElse(field)) / (n + weight);
  }

  private boolean barred(Contestant c, Contestant flat) {
    if (!pattern.intermittent() || prior.advantage(pattern, c.modelId()).isPresent()) {
      return false;
    }
    Shortfall shortfall = new Shortfall();
    shortfall.add(c, flat);
    return shortfall.isGrave();
  }

  static Trial at(Trial trial, Contestant flat) {
    return flat.trials().stream()
        .filter(t -> t.backtest().origin().equals(trial.backtest().origin()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the flat guess was not tested at " + trial.backtest().origin()));
  }
}
