package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.evaluate.Silence;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.Drivers;
import org.demandwright.core.explain.Explanation;
import org.demandwright.core.model.FittedModel;

/** A fitted model of an item that fell silent: its forecast fades. */
record Fading(FittedModel model, Silence silence) implements FittedModel {
  @Override
  public DoubleVector forecast(int horizon) {
    return silence.fading(model.forecast(horizon));
  }

  @Override
  public DoubleVector fitted() {
    return model.fitted();
  }

  @Override
  public Explanation explain(int horizon) {
    Explanation whole = model.explain(horizon);
    DoubleVector faded = silence.fading(whole.forecast());
    double[] taken = new double[horizon];
    for (int i = 0; i < horizon; i++) {
      taken[i] = faded.get(i) - whole.forecast().get(i);
    }
    List<Contribution> parts = new ArrayList<>(whole.contributions());
    parts.add(new Contribution(Drivers.SILENCE, DoubleVector.of(taken)));
    return new Explanation(faded, parts);
  }
}
