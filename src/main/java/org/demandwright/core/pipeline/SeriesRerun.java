package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Outcome;
import org.demandwright.core.Quantity;
import org.demandwright.core.demand.Period;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.model.GlobalFit;

/**
 * One series of a version with all that its forecast was made of, to make it once more.
 *
 * @param engine by the version's settings
 * @param horizon steps that it forecasts
 * @param training whether models competed for the version, or were kept
 * @param input what they received
 * @param global what the global models had learned, for each origin 0 … origins
 * @param outlook what was expected of all models
 * @param chosen the models and weights that made the forecast
 */
public record SeriesRerun(
    ForecastEngine engine,
    int horizon,
    Training training,
    SeriesInput input,
    List<Map<String, Outcome<GlobalFit>>> global,
    PanelOutlook outlook,
    KeptContest chosen) {
  public SeriesRerun {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(input, "input");
    global = List.copyOf(global);
    Objects.requireNonNull(outlook, "outlook");
    Objects.requireNonNull(chosen, "chosen");
  }

  /** Returns the period of step 1. */
  Period origin() {
    return input.series().end();
  }

  /** Makes the forecast again, base units per step: to the bit that of the version. */
  Outcome<DoubleVector> again() {
    return training.keeps() ? of(input) : units(engine.contest(input, global, outlook));
  }

  /**
   * Forecasts another input by the same models and weights, which are fitted to it. Where they do
   * not hold, because a series is too short to be tested in full, they are chosen anew among what
   * was learned then.
   */
  Outcome<DoubleVector> of(SeriesInput other) {
    return units(engine.refit(other, global, outlook, chosen));
  }

  private static Outcome<DoubleVector> units(Outcome<SeriesResult> result) {
    return result.map(r -> r.mean().map(units -> Quantity.aboveDust(units, r.scale())));
  }
}
