package org.demandwright.core.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.GlobalFit;

/**
 * A global model applied to one series. Its fitted values are the one-step forecasts that it makes
 * from the newest periods of the history, with what it learned over the whole of it: in-sample, as
 * those of a local model are.
 *
 * @param fit what was learned over all series
 * @param model the same at the end of this series
 * @param history the series
 * @param newest number of periods that get a fitted value, as far as the model can be applied there
 */
record AppliedGlobal(GlobalFit fit, FittedModel model, History history, int newest)
    implements FittedModel {

  @Override
  public DoubleVector forecast(int horizon) {
    return model.forecast(horizon);
  }

  @Override
  public DoubleVector fitted() {
    Deque<Double> fitted = new ArrayDeque<>();
    for (int size = history.size() - 1; size > 0 && fitted.size() < newest; size--) {
      History known = new History(history.series().head(size), history.covariates());
      Optional<FittedModel> there = fit.apply(known).toOptional();
      if (there.isEmpty()) {
        break;
      }
      fitted.addFirst(there.get().forecast(1).get(0));
    }
    return DoubleVector.of(fitted.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
