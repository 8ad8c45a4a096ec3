package org.demandwright.core.model.classic;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.Failure.Reason;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * Exponential smoothing of level, trend and season: the mean of the fifteen stable forms, weighted
 * by Akaike's corrected criterion.
 *
 * <p>The forms are those of {@link SmoothingForm}, their weights those of {@link SmoothingChoice},
 * whose parameters {@code form} and {@code choice} it takes; the model refuses a {@code form} that
 * the history does not allow. Forms with relative errors or factors need demand in every observed
 * period, seasonal ones two whole seasons. A form has no weight while it has more values to
 * estimate than periods to estimate them from. The seasonal states begin with shrunk {@link
 * SeasonalIndices}, level and trend near a line through the first max(10, 2m) adjusted periods. The
 * recursion runs over the newest 400 periods or so, the seasonal indices are taken from the whole
 * history.
 *
 * <p>Reference: R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder, Forecasting with
 * exponential smoothing: the state space approach, 2008, chapters 2, 5 and 7.
 */
public final class ExponentialSmoothing implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(5, 0, false);
  private static final int SEASONS_NEEDED = 2;

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
    SmoothingChoice choice = SmoothingChoice.of(spec);
    return Observations.withDemand(this, spec, history)
        .flatMap(y -> y.recent(this, history).flatMap(recent -> fit(y, recent, choice, history)));
  }

  private Outcome<FittedModel> fit(
      Observations y, Observations recent, SmoothingChoice choice, History history) {
    if (recent.mean() == 0) {
      return ForecastFunction.of(id(), h -> 0, new double[recent.size()]);
    }
    List<SmoothingFit> fits = fits(y, recent, choice.forms());
    if (fits.isEmpty()) {
      return Outcome.failed(
          Reason.NOT_APPLICABLE,
          Words.of(
              "failure.forms",
              history.series().key(),
              choice.forms(),
              id(),
              SEASONS_NEEDED,
              y.season()));
    }
    Curve curve = choice.curve(fits);
    return ForecastFunction.of(id(), curve.steps(), curve.parts(), curve.fitted());
  }

  private static List<SmoothingFit> fits(
      Observations y, Observations recent, List<SmoothingForm> forms) {
    boolean positive = recent.positive();
    boolean seasonal = y.season() > 1 && y.count() >= SEASONS_NEEDED * y.season();
    SeasonalIndices none = SeasonalIndices.none(y.season(), 0);
    SeasonalIndices amounts = seasonal ? SeasonalIndices.additive(y) : none;
    SeasonalIndices factors = seasonal && positive ? SeasonalIndices.multiplicative(y) : none;
    double unit = recent.mean();
    List<SmoothingFit> fits = new ArrayList<>();
    for (SmoothingForm form : forms) {
      if ((positive || !form.needsPositive()) && (seasonal || !form.seasonal())) {
        fits.add(
            switch (form.season()) {
              case N -> SmoothingFit.of(form, recent, none, recent, unit);
              case A -> SmoothingFit.of(form, recent, amounts, amounts.takeOff(recent), unit);
              case M -> SmoothingFit.of(form, recent, factors, factors.divideOut(recent), unit);
            });
      }
    }
    return fits;
  }
}
