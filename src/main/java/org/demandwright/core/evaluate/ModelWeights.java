package org.demandwright.core.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;

/**
 * Weighs the contestants of one series by the loss that is to be expected of them.
 *
 * <p>A contestant's own record is ln(Σ its loss ÷ Σ the mean loss of all at the same origins),
 * within ±1. With what the {@link Outlook} foresees for such a series it makes up the {@link
 * Evidence}.
 *
 * <p>The tests of a short history end before the horizon, see {@link RollingOrigin#within}. What
 * they say of the first steps holds further out for a forecast that stays where it is; for one that
 * moves on it is an extrapolation, and its expected loss is raised by its {@link #drift}. Their own
 * records are not kept within ±1: six periods that lie on a line are no luck.
 *
 * <p>Weights fall linearly from the best expectation to {@link #REACH} above it: a model that
 * clearly wins forecasts alone, equals share. Shares below {@link #LEAST} are dropped, and at most
 * {@link #MOST_MEMBERS} forecast. Models that are barred take part only if all are. Ties go to the
 * contestant named first. The simple methods are weighed among themselves, too, by the same
 * expectations: they are what a learned forecast has to beat.
 *
 * <p>References: Bates &amp; Granger (1969), <i>The combination of forecasts</i>; Montero-Manso et
 * al. (2020) as at {@link SeriesTraits}.
 */
public final class ModelWeights {
  /** How far above the best a model may be expected and still have a weight. */
  public static final double REACH = 0.15;

  /** Weights below are dropped. */
  public static final double LEAST = 0.05;

  /** Models that forecast together, at most. */
  public static final int MOST_MEMBERS = 5;

  private static final double MOST_RECORD = 1;

  /** Added to sums of losses that are divided. */
  static final double LOSS_FLOOR = 0.05;

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
   */
  public Weighing weigh(
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
    List<Standing> standings = new ArrayList<>();
    for (Contestant c : contestants) {
      OptionalDouble foreseen = outlook.expected(c.modelId(), traits);
      double expected = expected(c, field, foreseen, forecasts.get(c.modelId()));
      standings.add(
          new Standing(c, advantage(c, flat), expected, foreseen, 0, barredBecause(c, flat)));
    }
    List<Standing> simple = standings.stream().filter(s -> !s.contestant().learned()).toList();
    return new Weighing(
        weighed(standings),
        simple.isEmpty() ? simple : weighed(simple),
        flat,
        outlook.expected(FlatGuess.ID, traits),
        outlook.tests());
  }

  private static double expected(
      Contestant c, List<Contestant> field, OptionalDouble foreseen, DoubleVector forecast) {
    double record = record(c, field);
    if (forecast == null || c.longestTest() >= forecast.size()) {
      double bounded = Math.max(-MOST_RECORD, Math.min(MOST_RECORD, record));
      return new Evidence(c.trials().size(), bounded, foreseen).expected();
    }
    return new Evidence(c.trials().size(), record, foreseen).expected() + drift(forecast);
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

  /**
   * Returns by how much the mean of the second half of a forecast differs from that of the first, ÷
   * the mean of both.
   */
  static double drift(DoubleVector forecast) {
    int half = (forecast.size() + 1) / 2;
    double early = forecast.head(half).mean();
    double late = forecast.tail(half).mean();
    return early + late == 0 ? 0 : 2 * Math.abs(late - early) / (early + late);
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
    return Math.log(own / field);
  }

  /** Of a model of which nothing is known, the series' own tests have to tell. */
  private Optional<Words> barredBecause(Contestant c, Contestant flat) {
    Optional<Words> known = outlook.barredBecause(pattern, c.modelId());
    if (known.isPresent()
        || !pattern.intermittent()
        || outlook.equations().containsKey(c.modelId())) {
      return known;
    }
    Shortfall shortfall = new Shortfall();
    shortfall.add(c, flat);
    return shortfall.isGrave()
        ? Optional.of(Words.of("forecast.barred.short.own"))
        : Optional.empty();
  }

  /** Weighs those that are not barred, all where every one is, and sorts them. */
  private List<Standing> weighed(List<Standing> standings) {
    List<Standing> free = standings.stream().filter(s -> !s.barred()).toList();
    Map<String, Double> weights = weights(free.isEmpty() ? standings : free);
    return standings.stream()
        .map(s -> s.weighing(weights.getOrDefault(s.modelId(), 0.0)))
        .sorted(
            Comparator.comparing((Standing s) -> -s.weight())
                .thenComparing(Standing::barred)
                .thenComparing(Standing::expected))
        .toList();
  }

  private Map<String, Double> weights(List<Standing> field) {
    double best = field.stream().mapToDouble(Standing::expected).min().orElseThrow();
    Map<String, Double> weights = new HashMap<>();
    field.stream()
        .filter(s -> s.expected() < best + REACH)
        .sorted(Comparator.comparing(Standing::expected))
        .limit(mostMembers)
        .forEach(s -> weights.put(s.modelId(), 1 - (s.expected() - best) / REACH));
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
