package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;

/**
 * Why a later version forecasts a series otherwise: from the earlier forecast, made again of what
 * was kept, one input after the other is taken from the later version, and after each the series is
 * forecast anew, by the models and weights of the earlier version until these are what is swapped.
 * So the parts are differences of forecasts that follow each other, and add up by themselves. What
 * does not differ is not run.
 *
 * <p>The order is that of {@link ChangeCause}. It matters where inputs work together: what two of
 * them do to a forecast only together falls on the later one of them.
 *
 * @param first the first period that both forecast
 * @param before the forecast of the earlier version, made again, for the periods from {@code first}
 *     to the last one that both forecast
 * @param steps one for each cause, in their order
 */
public record ForecastChange(Period first, DoubleVector before, List<Step> steps) {

  /**
   * One swap.
   *
   * @param differs whether there was anything to swap
   * @param failure why the series could not be forecast with it; what it does then falls on the
   *     next one, and {@code after} is as it was
   * @param after the forecast with it, base units of the same periods
   */
  public record Step(
      ChangeCause cause, boolean differs, Optional<Failure> failure, DoubleVector after) {}

  /**
   * What later versions know of the periods that the earlier one knew.
   *
   * @param restated demand with the corrections of then
   * @param corrected with those of now
   */
  public record History(DemandSeries restated, DemandSeries corrected) {}

  public ForecastChange {
    steps = List.copyOf(steps);
  }

  /** Returns the forecast of the later version, made again, of the same periods. */
  public DoubleVector after() {
    return steps.get(steps.size() - 1).after();
  }

  /**
   * Forecasts once for each input that differs, and once more.
   *
   * @param after its history ends no earlier than that of {@code before}; both in the same bucket
   * @param history ends where that of {@code before} does; empty where nothing is left of it
   * @param breath is taken before each forecast; whoever has waited long enough throws
   * @return a failure where one of both cannot be made again
   */
  public static Outcome<ForecastChange> of(
      SeriesRerun before, SeriesRerun after, Optional<History> history, Runnable breath) {
    breath.run();
    return before
        .again()
        .flatMap(
            known -> {
              Chain chain = new Chain(before, after, known, breath);
              chain.take(ChangeCause.RESTATED_HISTORY, history.map(History::restated));
              chain.take(ChangeCause.CORRECTIONS, history.map(History::corrected));
              chain.take(ChangeCause.CALENDAR, chain.input.withEventsOf(after.input()));
              chain.take(ChangeCause.PRICES, chain.input.withPricesOf(after.input()));
              chain.take(ChangeCause.SIGNALS, chain.input.withSignalsOf(after.input()));
              chain.take(ChangeCause.NEW_ACTUALS, new SwappedInput(after.input(), 0));
              breath.run();
              return after.again().map(chain::end);
            });
  }

  /** The forecasts one after the other. */
  private static final class Chain {
    private final SeriesRerun before;
    private final SeriesRerun after;
    private final Runnable breath;
    private final Period first;
    private final int size;
    private final DoubleVector start;
    private final List<Step> steps = new ArrayList<>();
    private SwappedInput input;
    private DoubleVector now;

    Chain(SeriesRerun before, SeriesRerun after, DoubleVector known, Runnable breath) {
      this.before = before;
      this.after = after;
      this.breath = breath;
      first = after.origin();
      Period end = before.origin().plus(before.horizon());
      Period other = first.plus(after.horizon());
      size = Math.max(0, first.until(end.compareTo(other) < 0 ? end : other));
      input = new SwappedInput(before.input(), before.horizon());
      start = common(known, before.origin());
      now = start;
    }

    private DoubleVector common(DoubleVector forecast, Period origin) {
      int from = origin.until(first);
      return size == 0 ? DoubleVector.empty() : forecast.slice(from, from + size);
    }

    void take(ChangeCause cause, Optional<DemandSeries> history) {
      history.ifPresentOrElse(
          h -> take(cause, input.with(h)),
          () -> steps.add(new Step(cause, false, Optional.empty(), now)));
    }

    void take(ChangeCause cause, SwappedInput next) {
      boolean differs = !next.input().equals(input.input());
      Optional<Failure> failure = Optional.empty();
      input = next;
      if (differs) {
        breath.run();
        Outcome<DoubleVector> made = before.of(next.input());
        failure = made.toFailure();
        now = made.toOptional().map(f -> common(f, next.input().series().end())).orElse(now);
      }
      steps.add(new Step(cause, differs, failure, now));
    }

    ForecastChange end(DoubleVector made) {
      DoubleVector last = common(made, after.origin());
      boolean differs = !last.equals(now);
      steps.add(new Step(ChangeCause.MODELS, differs, Optional.empty(), last));
      return new ForecastChange(first, start, steps);
    }
  }
}
