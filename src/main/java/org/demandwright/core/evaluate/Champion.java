package org.demandwright.core.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.core.Failure;

/**
 * The chosen contestant: puts the choice into words and passes the verdict.
 *
 * <ul>
 *   <li>{@link Verdict#DO_NOT_FORECAST}: it was less than {@link #USELESS_GAIN} better than the
 *       flat guess, and the totals of the horizon were off by more than {@link
 *       #USELESS_TOTAL_ERROR} of the demand, so that a planner could not have ordered by them.
 *   <li>{@link Verdict#ML_PAYS}: otherwise, if it is a learned model; {@link ChampionRule} lets one
 *       win only if it is clearly better than every simple method.
 *   <li>{@link Verdict#USE_SIMPLE}: otherwise.
 * </ul>
 */
public final class Champion {
  /** Gain over the flat guess, in ln of the loss, that counts as none. */
  public static final double USELESS_GAIN = 0.02;

  /** Error of the horizon's total, as a share of the demand, at which a forecast is of no use. */
  public static final double USELESS_TOTAL_ERROR = 0.5;

  private final List<Standing> standings;
  private final Standing champion;
  private final Map<String, Failure> refitFailures;

  /**
   * @param standings the contestants, best first
   * @param chosen index of the best that could be fitted to the whole history
   * @param refitFailures why those before it could not, by model id
   */
  public Champion(List<Standing> standings, int chosen, Map<String, Failure> refitFailures) {
    this.standings = List.copyOf(standings);
    this.champion = standings.get(chosen);
    this.refitFailures = Map.copyOf(refitFailures);
  }

  /**
   * Returns the selection.
   *
   * @param failures of the contestants that could not be tested at all
   * @param season m of MASE
   */
  public Selection selection(Map<String, Failure> failures, int season) {
    Map<String, Failure> all = new HashMap<>(failures);
    all.putAll(refitFailures);
    return new Selection(
        champion.modelId(),
        reason(),
        verdict(),
        standings.stream().map(s -> s.contestant().score(season)).toList(),
        all);
  }

  /** Returns what the test says about forecasting this series. */
  public Verdict verdict() {
    boolean useless =
        champion.own() > -USELESS_GAIN
            && totalError(champion).orElse(Double.POSITIVE_INFINITY) > USELESS_TOTAL_ERROR;
    if (useless) {
      return Verdict.DO_NOT_FORECAST;
    }
    return champion.contestant().learned() ? Verdict.ML_PAYS : Verdict.USE_SIMPLE;
  }

  private String reason() {
    StringBuilder text = new StringBuilder();
    for (Standing better : standings.subList(0, standings.indexOf(champion))) {
      text.append(better.modelId())
          .append(" would have been first but could not be fitted to the whole history (")
          .append(refitFailures.get(better.modelId()).detail())
          .append("); ");
    }
    text.append(figures());
    rival().ifPresent(r -> text.append("; ").append(compared(r)));
    if (champion.barred()) {
      text.append("; every method forecast less than half of the demand that came");
    }
    return text.append('.').toString();
  }

  private String figures() {
    Contestant c = champion.contestant();
    int origins = c.trials().size();
    String total =
        totalError(champion).isPresent()
            ? String.format(
                Locale.ROOT,
                "totals of the horizon off by %.0f %%",
                100 * totalError(champion).getAsDouble())
            : "no demand came";
    return String.format(
        Locale.ROOT,
        "%s, tested at %d past %s: RMSSE %.2f, %s; %s than the plain mean",
        champion.modelId(),
        origins,
        origins == 1 ? "origin" : "origins",
        c.score(1).rmsse(),
        total,
        percentBetter(champion.own()));
  }

  /** The best simple method where a learned one won, else the next best of all. */
  private Optional<Standing> rival() {
    int from = standings.indexOf(champion) + 1;
    return standings.subList(from, standings.size()).stream()
        .filter(s -> !champion.contestant().learned() || !s.contestant().learned())
        .findFirst();
  }

  private String compared(Standing rival) {
    return String.format(
        Locale.ROOT,
        "%s %s, which is %s; with what its class of demand shows, %.1f %% better is expected",
        champion.contestant().learned() ? "best simple method" : "next",
        rival.modelId(),
        percentBetter(rival.own()),
        100 * (1 - Math.exp(champion.expected() - rival.expected())));
  }

  private static String percentBetter(double advantage) {
    double percent = 100 * (1 - Math.exp(advantage));
    return percent >= 0
        ? String.format(Locale.ROOT, "%.0f %% better", percent)
        : String.format(Locale.ROOT, "%.0f %% worse", -percent);
  }

  private static OptionalDouble totalError(Standing standing) {
    Score score = standing.contestant().score(1);
    return score.actual() > 0
        ? OptionalDouble.of(score.cumulativeError() / score.actual())
        : OptionalDouble.empty();
  }
}
