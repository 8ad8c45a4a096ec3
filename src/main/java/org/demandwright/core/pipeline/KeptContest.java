package org.demandwright.core.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Selection;

/**
 * What an earlier contest decided about a series, to forecast by once more.
 *
 * @param day up to which that contest knew demand
 * @param selection what it chose
 * @param backtests of what it chose, newest first
 */
public record KeptContest(LocalDate day, Selection selection, List<Backtest> backtests) {
  private static final String KEPT = "forecast.kept";

  public KeptContest {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(selection, "selection");
    backtests = List.copyOf(backtests);
  }

  /**
   * Returns the choice, told with its day and without what was noted about the demand of that day;
   * empty where it does not hold for long: a series that could not be tested in full is judged anew
   * with each period that it grows by, and so is one whose reason is told in no words that could be
   * taken apart.
   */
  Optional<Selection> choice(int horizon) {
    boolean whole =
        !backtests.isEmpty()
            && backtests.stream().allMatch(test -> test.actual().size() >= horizon);
    Words decision = decision();
    return whole && !decision.key().equals(Words.LITERAL)
        ? Optional.of(
            new Selection(
                selection.modelId(),
                selection.members(),
                decision.and(Words.of(KEPT, day)),
                selection.verdict(),
                selection.scores(),
                selection.failures()))
        : Optional.empty();
  }

  /** Returns the first sentence of the reason, in which the contest decided. */
  private Words decision() {
    Words reason = selection.reason();
    return reason.key().equals(Words.SENTENCES) && reason.arguments().get(0) instanceof Words first
        ? first
        : reason;
  }
}
