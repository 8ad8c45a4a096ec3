package org.demandwright.core.model.classic;

import java.util.List;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * Exponential smoothing of level, damped trend and season, in the form that Akaike's corrected
 * criterion prefers.
 *
 * <p>The forms are those of {@link SmoothingForm}; multiplicative ones only where every observed
 * period has demand, seasonal ones only from two whole seasons on (below that the model has no
 * season). A form is out of the contest while it has more values to estimate than periods to
 * estimate them from. The seasonal states begin with shrunk {@link SeasonalIndices}, level and
 * trend near a line through the first max(10, 2m) adjusted periods. The recursion runs over the
 * newest 400 periods or so, the seasonal indices are taken from the whole history.
 *
 * <p>Reference: R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder, Forecasting with
 * exponential smoothing: the state space approach, 2008, chapters 2, 5 and 7.
 */
public final class ExponentialSmoothing implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(5, 0, false);
  private static final int SEASONS_NEEDED = 2;
  private static final int LEAST_START = 10;

  /** Older periods only tell of the season: with α ≥ 0.1 the level has long forgotten them. */
  private static final int LONGEST_RUN = 400;

  @Override
  public String id() {
    return "ExponentialSmoothing";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return Observations.withDemand(this, spec, history).flatMap(y -> fit(y, history));
  }

  private Outcome<FittedModel> fit(Observations y, History history) {
    Observations recent = y.newest(LONGEST_RUN);
    if (recent.count() < CAPABILITIES.minObservations()) {
      return Outcome.failed(
          Reason.SHORT_HISTORY,
          "%s: %s needs %d observed periods of the newest %d and has %d; use a simpler method"
              .formatted(
                  history.series().key(),
                  id(),
                  CAPABILITIES.minObservations(),
                  recent.size(),
                  recent.count()));
    }
    if (recent.mean() == 0) {
      return ForecastFunction.of(id(), h -> 0, new double[recent.size()]);
    }
    SmoothingFit best = best(y, recent, SmoothingForm.FAMILY);
    return ForecastFunction.of(id(), best.states()::forecast, best.fitted());
  }

  private static SmoothingFit best(Observations y, Observations recent, List<SmoothingForm> forms) {
    boolean positive = recent.positive();
    boolean seasonal = y.season() > 1 && y.count() >= SEASONS_NEEDED * y.season();
    SeasonalIndices none = SeasonalIndices.none(y.season(), 0);
    SeasonalIndices amounts = seasonal ? SeasonalIndices.additive(y) : none;
    SeasonalIndices factors = seasonal && positive ? SeasonalIndices.multiplicative(y) : none;
    SmoothingFit best = null;
    for (SmoothingForm form : forms) {
      if (form.needsPositive() && !positive || form.seasonal() && !seasonal) {
        continue;
      }
      SmoothingFit fit =
          switch (form.season()) {
            case N -> SmoothingFit.of(form, recent, none, recent, recent.mean());
            case A ->
                SmoothingFit.of(form, recent, amounts, amounts.takeOff(recent), recent.mean());
            case M ->
                SmoothingFit.of(form, recent, factors, factors.divideOut(recent), recent.mean());
          };
      if (best == null || fit.aicc() < best.aicc()) {
        best = fit;
      }
    }
    return best;
  }
}
