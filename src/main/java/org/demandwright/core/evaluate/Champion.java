package org.demandwright.core.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.core.Failure;

/**
 * The chosen contestant or combination: puts the choice into words and passes the verdict.
 *
 * <ul>
 *   <li>{@link Verdict#DO_NOT_FORECAST}: it was less than {@link #USELESS_GAIN} better than the
 *       flat guess, and the totals of the horizon were off by more than {@link
 *       #USELESS_TOTAL_ERROR} of the demand, so that a planner could not have ordered by them.
 *   <li>{@link Verdict#ML_PAYS}: otherwise, if learned models hold at least half of the weight. Not
 *       where this series' own test does not show it: the flat guess or the best simple method was
 *       as good, or no demand came after any origin (to forecast nothing for an item that has ended
 *       takes no learning).
 *   <li>{@link Verdict#USE_SIMPLE}: otherwise.
 * </ul>
 */
public final class Champion {
  /** Gain over the flat guess, in ln of the loss, that counts as none. */
  public static final double USELESS_GAIN = 0.02;

  /** Error of the horizon's total, as a share of the demand, at which a forecast is of no use. */
  public static final double USELESS_TOTAL_ERROR = 0.5;

  private final Contestant champion;
  private final double own;
  private final List<Standing> standings;

  /**
   * @param standings of all contestants, those with a weight first; they forecast
   * @param flat the flat guess, tested at every origin at which any contestant was
   */
  public Champion(List<Standing> standings, Contestant flat) {
    this.standings = List.copyOf(standings);
    this.champion = Combination.of(standings);
    this.own = ModelWeights.advantage(champion, flat);
  }

  /** Returns the tests of what was chosen. */
  public Contestant contestant() {
    return champion;
  }

  /**
   * Returns the selection.
   *
   * @param failures of the contestants that could not be tested, or not be fitted to the whole
   *     history
   * @param season m of MASE
   */
  public Selection selection(Map<String, Failure> failures, int season) {
    Stream<Contestant> others =
        standings.stream()
            .map(Standing::contestant)
            .filter(c -> !c.modelId().equals(champion.modelId()));
    return new Selection(
        champion.modelId(),
        Combination.members(standings),
        reason(),
        verdict(),
        Stream.concat(Stream.of(champion), others).map(c -> c.score(season)).toList(),
        failures);
  }

  /** Returns what the test says about forecasting this series. */
  public Verdict verdict() {
    boolean useless =
        own > -USELESS_GAIN && totalError().orElse(Double.POSITIVE_INFINITY) > USELESS_TOTAL_ERROR;
    if (useless) {
      return Verdict.DO_NOT_FORECAST;
    }
    double simple = rival().filter(r -> champion.learned()).map(Standing::own).orElse(0.0);
    boolean shown = totalError().isPresent() && own < Math.min(0, simple);
    return champion.learned() && shown ? Verdict.ML_PAYS : Verdict.USE_SIMPLE;
  }

  private String reason() {
    StringBuilder text = new StringBuilder(figures());
    rival().ifPresent(r -> text.append("; ").append(compared(r)));
    standings
        .get(0)
        .barredBecause()
        .ifPresent(b -> text.append("; all models are barred, this one because ").append(b));
    return text.append('.').toString();
  }

  private String figures() {
    int origins = champion.trials().size();
    String total =
        totalError().isPresent()
            ? String.format(
                Locale.ROOT,
                "totals of the horizon off by %.0f %%",
                100 * totalError().getAsDouble())
            : "no demand came";
    return String.format(
        Locale.ROOT,
        "%s, tested at %d past %s: RMSSE %.2f, %s; %s than the plain mean",
        inWords(),
        origins,
        origins == 1 ? "origin" : "origins",
        champion.score(1).rmsse(),
        total,
        percentBetter(own));
  }

  /** The best simple method beside a learned choice, else the best of those without a weight. */
  private Optional<Standing> rival() {
    return standings.stream()
        .filter(s -> champion.learned() ? !s.contestant().learned() : s.weight() == 0)
        .min(Comparator.comparing(Standing::own));
  }

  private String inWords() {
    List<Member> members = Combination.members(standings);
    if (members.size() == 1) {
      return members.get(0).modelId();
    }
    return members.stream()
        .map(m -> String.format(Locale.ROOT, "%s %.0f %%", m.modelId(), 100 * m.weight()))
        .collect(Collectors.joining(", ", "Mean of ", ""));
  }

  private String compared(Standing rival) {
    return String.format(
        Locale.ROOT,
        "%s %s with %s",
        champion.learned() ? "best simple method" : "best of the others",
        rival.modelId(),
        percentBetter(rival.own()));
  }

  private static String percentBetter(double advantage) {
    double percent = 100 * (1 - Math.exp(advantage));
    return percent >= 0
        ? String.format(Locale.ROOT, "%.0f %% better", percent)
        : String.format(Locale.ROOT, "%.0f %% worse", -percent);
  }

  private OptionalDouble totalError() {
    Score score = champion.score(1);
    return score.actual() > 0
        ? OptionalDouble.of(score.cumulativeError() / score.actual())
        : OptionalDouble.empty();
  }
}
