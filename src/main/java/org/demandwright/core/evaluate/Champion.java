package org.demandwright.core.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.demandwright.core.Failure;

/**
 * The chosen contestant or combination: puts the choice into words and passes the verdict.
 *
 * <ul>
 *   <li>{@link Verdict#DO_NOT_FORECAST}: it was less than {@link #USELESS_GAIN} better than the
 *       flat guess, and the totals of the horizon were off by more than {@link
 *       #USELESS_TOTAL_ERROR} of the demand, so that a planner could not have ordered by them.
 *   <li>{@link Verdict#ML_PAYS}: otherwise, if it is a learned model; {@link ChampionRule} lets one
 *       win only if it is clearly better than every simple method. Not where this series' own test
 *       does not show it: the flat guess was as good, or no demand came after any origin (to
 *       forecast nothing for an item that has ended takes no learning).
 *   <li>{@link Verdict#USE_SIMPLE}: otherwise.
 * </ul>
 */
public final class Champion {
  /** Gain over the flat guess, in ln of the loss, that counts as none. */
  public static final double USELESS_GAIN = 0.02;

  /** Error of the horizon's total, as a share of the demand, at which a forecast is of no use. */
  public static final double USELESS_TOTAL_ERROR = 0.5;

  private final Standing champion;
  private final List<Standing> others;
  private final Map<String, Failure> refitFailures;

  /**
   * @param champion the chosen contestant or combination
   * @param others all other contestants, best first
   * @param refitFailures why contestants that stood before it could not be fitted to the whole
   *     history, by model id
   */
  public Champion(Standing champion, List<Standing> others, Map<String, Failure> refitFailures) {
    this.champion = champion;
    this.others = List.copyOf(others);
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
        Stream.concat(Stream.of(champion), others.stream())
            .map(s -> s.contestant().score(season))
            .toList(),
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
    boolean shown = totalError(champion).isPresent() && champion.own() < 0;
    return champion.contestant().learned() && shown ? Verdict.ML_PAYS : Verdict.USE_SIMPLE;
  }

  private String reason() {
    StringBuilder text = new StringBuilder();
    for (Standing better : others) {
      if (refitFailures.containsKey(better.modelId())) {
        text.append(better.modelId())
            .append(" was among the best but could not be fitted to the whole history (")
            .append(refitFailures.get(better.modelId()).detail())
            .append("); ");
      }
    }
    text.append(figures());
    rival().ifPresent(r -> text.append("; ").append(compared(r)));
    if (champion.barred()) {
      text.append("; every method forecast less than half of what came");
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
        inWords(c.modelId()),
        origins,
        origins == 1 ? "origin" : "origins",
        c.score(1).rmsse(),
        total,
        percentBetter(champion.own()));
  }

  /** The best simple method where a learned one won, else the next best of all. */
  private Optional<Standing> rival() {
    List<String> members = List.of(champion.modelId().split("\\+", -1));
    return others.stream()
        .filter(s -> !members.contains(s.modelId()) && !refitFailures.containsKey(s.modelId()))
        .filter(s -> !champion.contestant().learned() || !s.contestant().learned())
        .findFirst();
  }

  private static String inWords(String modelId) {
    return modelId.contains("+") ? "Mean of " + modelId.replace("+", " and ") : modelId;
  }

  private String compared(Standing rival) {
    return String.format(
        Locale.ROOT,
        "%s %s with %s; weighed with what is known of the demand class, %.1f %% better is expected",
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
