package org.demandwright.core.model.classic;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * Demand whose season is divided out, so that a method without season can continue it, plain or in
 * logarithms; the season is multiplied onto its forecast.
 *
 * <p>In logarithms the method sees log(y ÷ mean), and its forecast is the median of the demand
 * rather than the mean. Demand with a period of zero is refused: zero has no logarithm, any number
 * in its place decides about the result, and the median of such demand lies far below the mean. A
 * period counts as at least 1 % of the mean. A forecast never exceeds ten times the largest demand:
 * a straight line in logarithms grows without bound.
 */
final class AdjustedDemand {
  private static final double LEAST_SHARE = 0.01;
  private static final double MOST_TIMES = 10;
  private static final double LOG_UNIT = 1;

  private final String id;
  private final SeasonalIndices season;
  private final Observations values;
  private final double mean;

  private AdjustedDemand(String id, SeasonalIndices season, Observations recent) {
    this.id = id;
    this.season = season;
    this.values = season.divideOut(recent);
    this.mean = values.mean();
  }

  private static Outcome<AdjustedDemand> of(ForecastModel model, ModelSpec spec, History history) {
    return Observations.withDemand(model, spec, history)
        .flatMap(
            y ->
                y.recent(model, history)
                    .map(
                        recent ->
                            new AdjustedDemand(
                                model.id(), SeasonalIndices.multiplicative(y), recent)));
  }

  /** Continues the adjusted demand of a history by a method. */
  static Outcome<FittedModel> fit(
      ForecastModel model, ModelSpec spec, History history, Curve.Method method) {
    return of(model, spec, history).flatMap(a -> a.result(a.continued(method), v -> v));
  }

  /** Continues the logarithms of the adjusted demand of a history by a method. */
  static Outcome<FittedModel> fitLogs(
      ForecastModel model, ModelSpec spec, History history, Curve.Method method) {
    return of(model, spec, history)
        .flatMap(a -> a.hasZeros() ? a.refusal(history) : a.resultOfLogs(method));
  }

  /** Where nothing was sold for as long as a recursion looks back, nothing is forecast. */
  private Curve continued(Curve.Method method) {
    return mean > 0 ? method.through(values, mean) : new Curve(h -> 0, new double[values.size()]);
  }

  private Outcome<FittedModel> resultOfLogs(Curve.Method method) {
    double[] logs = new double[values.size()];
    double most = 0;
    for (int i = 0; i < logs.length; i++) {
      if (values.known(i)) {
        logs[i] = Math.log(Math.max(LEAST_SHARE, values.unit(i) / mean));
        most = Math.max(most, values.unit(i));
      }
    }
    double ceiling = MOST_TIMES * most;
    return result(
        method.through(values.withUnits(logs), LOG_UNIT),
        v -> Math.min(ceiling, mean * Math.exp(v)));
  }

  private Outcome<FittedModel> result(Curve curve, DoubleUnaryOperator demand) {
    int n = values.size();
    double[] fitted = new double[curve.fitted().length];
    int start = n - fitted.length;
    for (int i = 0; i < fitted.length; i++) {
      fitted[i] = demand.applyAsDouble(curve.fitted()[i]) * season.at(start + i);
    }
    IntToDoubleFunction base = h -> demand.applyAsDouble(curve.steps().applyAsDouble(h));
    double level = base.applyAsDouble(1);
    return ForecastFunction.of(
        id,
        h -> base.applyAsDouble(h) * season.at(n + h - 1),
        h -> {
          double unseasonal = base.applyAsDouble(h);
          return new ForecastFunction.Parts(
              level, unseasonal - level, unseasonal * (season.at(n + h - 1) - 1));
        },
        fitted);
  }

  private boolean hasZeros() {
    return values.demands() < values.count();
  }

  private Outcome<FittedModel> refusal(History history) {
    return Outcome.failed(
        Reason.NOT_APPLICABLE,
        Words.of(
            "failure.logarithms", history.series().key(), id, values.demands(), values.count()));
  }
}
