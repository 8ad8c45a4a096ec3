package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;

/**
 * Weighs the contestants of one series by the loss that is to be expected of them.
 *
 * <p>A contestant's own record is ln(Σ its loss ÷ Σ the mean loss of all at the same origins),
 * within ±1. Three origins are few, and the best of ten noisy figures is mostly luck; so it counts
 * with weight n (its number of origins) and what the {@link Outlook} foresees for such a series
 * with weight {@link #OUTLOOK_WEIGHT}; where nothing is known of a model, the mean of the field
 * stands in with weight 1, which only damps those that were tested at fewer origins.
 *
 * <p>Weights fall linearly from the best expectation to {@link #REACH} above it: a model that
 * clearly wins forecasts alone, equals share. Shares below {@link #LEAST} are dropped, and at most
 * {@link #MOST_MEMBERS} forecast. Models that are barred take part only if all are. Ties go to the
 * contestant named first.
 *
 * <p>References: Bates &amp; Granger (1969), <i>The combination of forecasts</i>; Montero-Manso et
 * al. (2020) as at {@link SeriesTraits}.
 */
public final class ModelWeights {
  /** Weight of the outlook, in origins of the series' own. */
  public static final double OUTLOOK_WEIGHT = 20;

  /** How far above the best a model may be expected and still have a weight. */
  public static final double REACH = 0.15;

  /** Weights below are dropped. */
  public static final double LEAST = 0.05;

  /** Models that forecast together, at most. */
  public static final int MOST_MEMBERS = 5;

  private static final double LOSS_FLOOR = 0.05;

  private final DemandPattern pattern;
  private final Outlook outlook;
  private final int mostMembers;

  /**
   * @param pattern demand class of the series
   * @param outlook what is known of the models
   * @param mostMembers models that may forecast together, at most; 1 for the best alone
   */
  public ModelWeights(DemandPattern pattern, Outlook outlook, int mostMembers) {
    this.pattern = pattern;
    this.outlook = outlook;
    this.mostMembers = mostMembers;
  }

  /**
   * Weighs the contestants.
   *
   * @param contestants in the order in which ties are broken, simpler first; at least one
   * @param flat the flat guess, tested at every origin at which any contestant was
   * @param series demand before the origin that is to be forecast
   * @param season m
   * @param forecasts of the contestants from there, by model
   * @return all of them, those with the greatest weight first, then by expectation; the weights sum
   *     to 1
   */
  public List<Standing> weigh(
      List<Contestant> contestants,
      Contestant flat,
      DemandSeries series,
      int season,
      Map<String, DoubleVector> forecasts) {
    List<Contestant> field = field(contestants, flat);
    double[] traits =
        outlook.equations().isEmpty()
            ? new double[0]
            : SeriesTraits.of(series, season, outlook.models(), of(field, forecasts));
    Map<String, Double> expected = new HashMap<>();
    for (Contestant c : contestants) {
      expected.put(c.modelId(), expected(c, field, traits));
    }
    Map<String, Double> weights = weights(field, expected);
    List<Standing> standings = new ArrayList<>();
    for (Contestant c : contestants) {
      String id = c.modelId();
      standings.add(
          new Standing(
              c,
              advantage(c, flat),
              expected.get(id),
              weights.getOrDefault(id, 0.0),
              barredBecause(c, flat)));
    }
    standings.sort(
        Comparator.comparing((Standing s) -> -s.weight())
            .thenComparing(Standing::barred)
            .thenComparing(Standing::expected));
    return List.copyOf(standings);
  }

  /** Returns those that are not barred; all where every one is. */
  private List<Contestant> field(List<Contestant> contestants, Contestant flat) {
    List<Contestant> free =
        contestants.stream().filter(c -> barredBecause(c, flat).isEmpty()).toList();
    return free.isEmpty() ? contestants : free;
  }

  private static Map<String, DoubleVector> of(
      List<Contestant> field, Map<String, DoubleVector> forecasts) {
    Map<String, DoubleVector> some = new HashMap<>();
    for (Contestant c : field) {
      if (forecasts.containsKey(c.modelId())) {
        some.put(c.modelId(), forecasts.get(c.modelId()));
      }
    }
    return some;
  }

  /** Returns ln(loss ÷ loss of the flat guess) at the origins of the contestant. */
  public static double advantage(Contestant contestant, Contestant flat) {
    double own = LOSS_FLOOR;
    double other = LOSS_FLOOR;
    for (Trial trial : contestant.trials()) {
      own += trial.loss();
      other += flat.at(trial.backtest().origin()).orElseThrow().loss();
    }
    return Math.log(own / other);
  }

  private double expected(Contestant c, List<Contestant> all, double[] traits) {
    OptionalDouble foreseen = outlook.expected(c.modelId(), traits);
    double weight = foreseen.isPresent() ? OUTLOOK_WEIGHT : 1;
    int n = c.trials().size();
    return (n * record(c, all) + weight * foreseen.orElse(0)) / (n + weight);
  }

  private static double record(Contestant c, List<Contestant> all) {
    double own = LOSS_FLOOR;
    double field = LOSS_FLOOR;
    for (Trial trial : c.trials()) {
      own += trial.loss();
      field +=
          all.stream()
              .flatMap(other -> other.at(trial.backtest().origin()).stream())
              .mapToDouble(Trial::loss)
              .average()
              .orElse(trial.loss());
    }
    return Math.max(-1, Math.min(1, Math.log(own / field)));
  }

  /** Of a model of which nothing is known, the series' own tests have to tell. */
  private Optional<String> barredBecause(Contestant c, Contestant flat) {
    Optional<String> known = outlook.barredBecause(pattern, c.modelId());
    if (known.isPresent()
        || !pattern.intermittent()
        || outlook.equations().containsKey(c.modelId())) {
      return known;
    }
    Shortfall shortfall = new Shortfall();
    shortfall.add(c, flat);
    return shortfall.isGrave()
        ? Optional.of("it forecast less than half of what came")
        : Optional.empty();
  }

  private Map<String, Double> weights(List<Contestant> field, Map<String, Double> expected) {
    List<String> some = field.stream().map(Contestant::modelId).toList();
    double best = some.stream().mapToDouble(expected::get).min().orElseThrow();
    List<String> members =
        some.stream()
            .sorted(Comparator.comparing(expected::get))
            .filter(id -> expected.get(id) < best + REACH)
            .limit(mostMembers)
            .toList();
    Map<String, Double> weights = new HashMap<>();
    members.forEach(id -> weights.put(id, 1 - (expected.get(id) - best) / REACH));
    normalise(weights);
    weights.values().removeIf(w -> w < LEAST);
    normalise(weights);
    return weights;
  }

  private static void normalise(Map<String, Double> weights) {
    double sum = weights.values().stream().sorted().mapToDouble(Double::doubleValue).sum();
    weights.replaceAll((id, w) -> w / sum);
  }
}
