package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.Words;

/**
 * What people make of suggestions: how many they accept as they are, change, reject and leave
 * without an answer. It is told, and changes nothing.
 *
 * @param suggestions of all kinds of fate
 * @param open that wait for an answer
 * @param asSuggested accepted, with the quantity that was suggested
 * @param cut accepted, with less
 * @param raised accepted, with more
 * @param median accepted ÷ suggested of those that were accepted, four decimals; empty where none
 *     was
 * @param rejected how many
 * @param reasons that were given, with how often, those that were given most first
 * @param ignored that were suggested no longer before anybody answered
 * @param lapsed of those accepted: the ERP never had the order
 */
public record AnswerFeedback(
    int suggestions,
    int open,
    int asSuggested,
    int cut,
    int raised,
    Optional<BigDecimal> median,
    int rejected,
    List<Reason> reasons,
    int ignored,
    int lapsed) {
  private static final int DECIMALS = 4;
  private static final int PERCENT = 100;

  /** A reason with how often it was given. */
  public record Reason(String text, int count) {}

  /**
   * What became of one suggestion.
   *
   * @param suggested whether the newest decision suggests it still
   * @param quantity that was suggested, above 0
   * @param accepted empty where none was
   * @param reason that was given, empty where none was
   */
  public record Fate(
      SuggestionState state,
      boolean suggested,
      BigDecimal quantity,
      Optional<BigDecimal> accepted,
      Optional<String> reason) {
    public Fate {
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(accepted, "accepted");
      Objects.requireNonNull(reason, "reason");
    }

    private Optional<BigDecimal> share() {
      boolean taken =
          state == SuggestionState.ACCEPTED
              || state == SuggestionState.ORDERED
              || state == SuggestionState.LAPSED;
      return accepted.filter(a -> taken).map(a -> a.divide(quantity, MathContext.DECIMAL64));
    }

    private boolean waits() {
      return state == SuggestionState.OPEN || state == SuggestionState.SNOOZED;
    }
  }

  public AnswerFeedback {
    reasons = List.copyOf(reasons);
  }

  /** Returns what people made of these suggestions. */
  public static AnswerFeedback of(List<Fate> fates) {
    List<BigDecimal> shares = fates.stream().flatMap(f -> f.share().stream()).sorted().toList();
    Map<String, Integer> reasons = new TreeMap<>();
    fates.stream()
        .filter(f -> f.state() == SuggestionState.REJECTED)
        .flatMap(f -> f.reason().stream())
        .forEach(reason -> reasons.merge(reason, 1, Integer::sum));
    return new AnswerFeedback(
        fates.size(),
        (int) fates.stream().filter(f -> f.waits() && f.suggested()).count(),
        against(shares, 0),
        against(shares, -1),
        against(shares, 1),
        median(shares),
        (int) fates.stream().filter(f -> f.state() == SuggestionState.REJECTED).count(),
        reasons.entrySet().stream()
            .map(e -> new Reason(e.getKey(), e.getValue()))
            .sorted(Comparator.comparing(Reason::count).reversed())
            .toList(),
        (int) fates.stream().filter(f -> f.waits() && !f.suggested()).count(),
        (int) fates.stream().filter(f -> f.state() == SuggestionState.LAPSED).count());
  }

  private static int against(List<BigDecimal> shares, int sign) {
    return (int) shares.stream().filter(s -> s.compareTo(BigDecimal.ONE) == sign).count();
  }

  private static Optional<BigDecimal> median(List<BigDecimal> sorted) {
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal low = sorted.get((sorted.size() - 1) / 2);
    BigDecimal high = sorted.get(sorted.size() / 2);
    return Optional.of(low.add(high).divide(BigDecimal.valueOf(2), DECIMALS, RoundingMode.HALF_UP));
  }

  /** Returns how many were accepted, changed or not. */
  public int accepted() {
    return asSuggested + cut + raised;
  }

  /** What happens to most of them. */
  private record Most(String key, int count) {}

  /**
   * Returns in a sentence what happens to most of the suggestions that are settled.
   *
   * @param of whose they are
   */
  public Words sentence(Words of) {
    int settled = accepted() + rejected + ignored;
    if (settled == 0) {
      return Words.of("decide.feedback.none", of, suggestions);
    }
    List<Most> all = new ArrayList<>();
    all.add(new Most("decide.feedback.as-suggested", asSuggested));
    all.add(new Most("decide.feedback.cut", cut));
    all.add(new Most("decide.feedback.raised", raised));
    all.add(new Most("decide.feedback.rejected", rejected));
    all.add(new Most("decide.feedback.ignored", ignored));
    Most most = all.get(0);
    for (Most one : all) {
      most = one.count() > most.count() ? one : most;
    }
    Object share = Words.decimal((double) PERCENT * most.count() / settled, 0);
    return switch (most.key()) {
      case "decide.feedback.cut", "decide.feedback.raised" ->
          Words.of(most.key(), of, share, settled, inPercent());
      case "decide.feedback.rejected" ->
          reasons.isEmpty()
              ? Words.of("decide.feedback.rejected.unsaid", of, share, settled)
              : Words.of(most.key(), of, share, settled, reasons.get(0).text());
      default -> Words.of(most.key(), of, share, settled);
    };
  }

  private Object inPercent() {
    return median
        .orElse(BigDecimal.ONE)
        .multiply(BigDecimal.valueOf(PERCENT))
        .setScale(0, RoundingMode.HALF_UP);
  }
}
