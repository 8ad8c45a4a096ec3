package org.demandwright.core.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.demandwright.core.Failure;
import org.demandwright.core.Words;

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

  private Words reason() {
    String decision = verdict == Verdict.DO_NOT_FORECAST ? "forecast.useless" : "forecast.chosen";
    Optional<Words> barred = chosen.standings().get(0).barredBecause();
    return barred
        .map(because -> Words.of(decision + ".barred", tests(), expectation(), because))
        .orElseGet(() -> Words.of(decision, tests(), expectation()));
  }

  private Words tests() {
    int origins = contestant().trials().size();
    Object rmsse = Words.decimal(contestant().score(1).rmsse(), 2);
    OptionalDouble error = totalError(chosen);
    return error.isPresent()
        ? Words.of(
            "forecast.tested",
            inWords(chosen),
            origins,
            rmsse,
            Words.decimal(100 * error.getAsDouble(), 0))
        : Words.of("forecast.tested.silent", inWords(chosen), origins, rmsse);
  }

  private Words expectation() {
    Words gain = againstThePlainMean(chosen.gain());
    Words gains =
        rival
            .map(
                r -> Words.of("forecast.gains", gain, compared(chosen.gain() - r.gain(), named(r))))
            .orElse(gain);
    return weighing.panelTests() > 0 && weighing.flatForeseen().isPresent()
        ? Words.of("forecast.expected.panel", weighing.panelTests(), gains)
        : Words.of("forecast.expected", gains);
  }

  private static Words named(Prospect rival) {
    return rival.contestant().learned()
        ? Words.of("forecast.learned")
        : Words.of("forecast.best-simple", inWords(rival));
  }

  private static Object inWords(Prospect prospect) {
    List<Member> members = Combination.members(prospect.standings());
    if (members.size() == 1) {
      return members.get(0).modelId();
    }
    return Words.of(
        "forecast.mean",
        Words.list(
            members.stream()
                .map(
                    m ->
                        Words.of(
                            "forecast.member", m.modelId(), Words.decimal(100 * m.weight(), 0)))
                .toList()));
  }

  /** Less than {@link #USELESS_GAIN} either way is no difference, though its figure is told. */
  private static Words againstThePlainMean(double gain) {
    Words plain = Words.of("forecast.plain-mean");
    return Math.abs(gain) < LEAST_GAIN || Math.abs(gain) >= USELESS_GAIN
        ? compared(gain, plain)
        : Words.of(gain < 0 ? "forecast.same.better" : "forecast.same.worse", percent(gain), plain);
  }

  private static Words compared(double gain, Words other) {
    return Math.abs(gain) < LEAST_GAIN
        ? Words.of("forecast.same", other)
        : Words.of(gain < 0 ? "forecast.better" : "forecast.worse", percent(gain), other);
  }

  private static Object percent(double gain) {
    double percent = Math.abs(100 * (1 - Math.exp(gain)));
    return Words.decimal(percent, percent < 1 ? 1 : 0);
  }

  private static OptionalDouble totalError(Prospect prospect) {
    Score score = prospect.contestant().score(1);
    return score.actual() > 0
        ? OptionalDouble.of(score.cumulativeError() / score.actual())
        : OptionalDouble.empty();
  }
}
