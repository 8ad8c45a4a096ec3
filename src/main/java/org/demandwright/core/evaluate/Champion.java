package org.demandwright.core.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.core.Failure;

/**
 * Decides who forecasts a series; method, verdict, reason and figures follow from that one
 * decision.
 *
 * <p>Learned models have to show that they pay: the mean of all contestants forecasts only if it is
 * expected to lose less than the mean of the simple methods alone, which forecasts otherwise. What
 * is expected is the {@link Prospect#gain() gain} over the flat guess, from the series' own tests
 * and the panel's, of which the reason gives the figures. Own tests alone do not decide: measured
 * on panels, whether three origins of a series favoured the learned or the simple forecast says
 * nothing about the next one (see the decision record), while what the panel lets expect does.
 * Where no demand came after any origin, learning has nothing to show: an item that has ended needs
 * none.
 *
 * <ul>
 *   <li>{@link Verdict#ML_PAYS}: the learned forecast was chosen and loses no more than the flat
 *       guess; less than {@link #USELESS_GAIN} either way is no difference.
 *   <li>{@link Verdict#USE_SIMPLE}: simple methods alone forecast.
 *   <li>{@link Verdict#DO_NOT_FORECAST}: the least bad is expected to gain less than {@link
 *       #USELESS_GAIN} over the flat guess and its totals of the horizon were off by more than
 *       {@link #USELESS_TOTAL_ERROR} of the demand, so that a planner could not have ordered by
 *       them; or it is a learned one that loses more than the flat guess, which then is the rate to
 *       plan by.
 * </ul>
 */
public final class Champion {
  /** Gain over the flat guess, in ln of the loss, that counts as none. */
  public static final double USELESS_GAIN = 0.02;

  /** Error of the horizon's total, as a share of the demand, at which a forecast is of no use. */
  public static final double USELESS_TOTAL_ERROR = 0.5;

  /** Less than this is no difference, in ln of the loss: a figure of it could not be told. */
  private static final double LEAST_GAIN = 0.001;

  private final Weighing weighing;
  private final Prospect chosen;
  private final Optional<Prospect> rival;
  private final Verdict verdict;

  /** Decides between the contestants. */
  public Champion(Weighing weighing) {
    this.weighing = weighing;
    Prospect all = Prospect.of(weighing.standings(), weighing);
    Optional<Prospect> simple =
        Optional.of(weighing.simple())
            .filter(s -> all.contestant().learned() && !s.isEmpty())
            .map(s -> Prospect.of(s, weighing));
    boolean shown = totalError(all).isPresent();
    boolean learned = simple.isEmpty() || (shown && all.gain() < simple.get().gain() - LEAST_GAIN);
    this.chosen = learned ? all : simple.get();
    this.rival = learned ? simple : Optional.of(all).filter(a -> shown);
    this.verdict = verdict(chosen);
  }

  /** Returns the tests of what was chosen. */
  public Contestant contestant() {
    return chosen.contestant();
  }

  /** Returns what the decision says about forecasting this series. */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * Returns the selection.
   *
   * @param failures of the contestants that could not be tested, or not be fitted to the whole
   *     history
   * @param season m of MASE
   */
  public Selection selection(Map<String, Failure> failures, int season) {
    Map<String, Contestant> ranked = new LinkedHashMap<>();
    ranked.put(contestant().modelId(), contestant());
    Stream.concat(chosen.standings().stream(), weighing.standings().stream())
        .forEach(s -> ranked.putIfAbsent(s.modelId(), s.contestant()));
    return new Selection(
        contestant().modelId(),
        Combination.members(chosen.standings()),
        reason(),
        verdict,
        ranked.values().stream().map(c -> c.score(season)).toList(),
        failures);
  }

  private static Verdict verdict(Prospect chosen) {
    if (useless(chosen)) {
      return Verdict.DO_NOT_FORECAST;
    }
    if (chosen.contestant().learned()) {
      return chosen.gain() < USELESS_GAIN ? Verdict.ML_PAYS : Verdict.DO_NOT_FORECAST;
    }
    return Verdict.USE_SIMPLE;
  }

  private static boolean useless(Prospect prospect) {
    double totalError = totalError(prospect).orElse(Double.POSITIVE_INFINITY);
    return prospect.gain() > -USELESS_GAIN && totalError > USELESS_TOTAL_ERROR;
  }

  private String reason() {
    StringBuilder text = new StringBuilder();
    if (verdict == Verdict.DO_NOT_FORECAST) {
      text.append("No method is worth more than the plain mean; the least bad is ");
    }
    text.append(tests()).append("; ").append(expectation());
    chosen
        .standings()
        .get(0)
        .barredBecause()
        .ifPresent(b -> text.append("; all models are barred, this one because ").append(b));
    return text.append('.').toString();
  }

  private String tests() {
    int origins = contestant().trials().size();
    OptionalDouble error = totalError(chosen);
    return String.format(
        Locale.ROOT,
        "%s, tested at %d past %s: RMSSE %.2f, %s",
        inWords(chosen),
        origins,
        origins == 1 ? "origin" : "origins",
        contestant().score(1).rmsse(),
        error.isPresent()
            ? String.format(
                Locale.ROOT, "totals of the horizon off by %.0f %%", 100 * error.getAsDouble())
            : "no demand came");
  }

  private String expectation() {
    String basis =
        weighing.panelTests() > 0 && weighing.flatForeseen().isPresent()
            ? String.format(
                Locale.ROOT, "by these tests and %d of the panel", weighing.panelTests())
            : "by these tests";
    return basis
        + " "
        + againstThePlainMean(chosen.gain())
        + rival.map(r -> " and " + compared(chosen.gain() - r.gain(), named(r))).orElse("");
  }

  private static String named(Prospect rival) {
    return rival.contestant().learned()
        ? "a forecast with learned models"
        : "the best simple choice, " + inWords(rival);
  }

  private static String inWords(Prospect prospect) {
    List<Member> members = Combination.members(prospect.standings());
    if (members.size() == 1) {
      return members.get(0).modelId();
    }
    return members.stream()
        .map(m -> String.format(Locale.ROOT, "%s %.0f %%", m.modelId(), 100 * m.weight()))
        .collect(Collectors.joining(", ", "Mean of ", ""));
  }

  /** Less than {@link #USELESS_GAIN} either way is no difference, though its figure is told. */
  private static String againstThePlainMean(double gain) {
    if (Math.abs(gain) < LEAST_GAIN || Math.abs(gain) >= USELESS_GAIN) {
      return compared(gain, "the plain mean");
    }
    return "as good as the plain mean (" + percent(gain) + ")";
  }

  private static String compared(double gain, String other) {
    return Math.abs(gain) < LEAST_GAIN ? "as good as " + other : percent(gain) + " than " + other;
  }

  private static String percent(double gain) {
    double percent = 100 * (1 - Math.exp(gain));
    String digits = Math.abs(percent) < 1 ? "%.1f" : "%.0f";
    return String.format(
        Locale.ROOT, digits + " %% %s", Math.abs(percent), percent > 0 ? "better" : "worse");
  }

  private static OptionalDouble totalError(Prospect prospect) {
    Score score = prospect.contestant().score(1);
    return score.actual() > 0
        ? OptionalDouble.of(score.cumulativeError() / score.actual())
        : OptionalDouble.empty();
  }
}
