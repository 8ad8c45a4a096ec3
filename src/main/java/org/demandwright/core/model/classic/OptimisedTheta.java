package org.demandwright.core.model.classic;

import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * The dynamic optimised Theta method (DOTM): the trend line and a theta line are mixed in the
 * proportion that forecast one step ahead best, on demand whose season is divided out.
 *
 * <p>Formula: with ω = 1 − 1/θ, the trend line A + B·t through the observations so far and the
 * level l ← l + α·(y − l), one step ahead μ = l + ω·((1 − α)^(t−1)·A + (1 − (1 − α)^t)/α·B); θ = 1
 * is simple exponential smoothing and θ = 2 the classical {@link Theta} method. From the origin on
 * A and B stay as they are: f(n + h) = (μ(n + 1) + (h − 1)·ω·B) · s(n + h) with the multiplicative
 * {@link SeasonalIndices} s. Exponents count observed periods.
 *
 * <p>α within (0.1, 1), θ within (1, 20) and the first level are searched for the least absolute
 * one-step errors from the third observation on; for the least squared ones where some period has
 * no demand. A normal prior on the logit of ω around θ = 1.9 decides where a short history does
 * not. The paper has squares and no prior; see the ablations in the documentation of the models.
 *
 * <p>Reference: J. A. Fiorucci, T. R. Pellegrini, F. Louzada, F. Petropoulos and A. B. Koehler,
 * Models for optimising the theta method and their relationship to state space models,
 * International Journal of Forecasting 32 (2016) 1151–1161.
 */
public final class OptimisedTheta implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(5, 0, false);
  private static final int BUDGET = 150;
  private static final double FIRST_STEP = 1;

  @Override
  public String id() {
    return "OptimisedTheta";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return AdjustedDemand.fit(this, spec, history, OptimisedTheta::curve);
  }

  private static Curve curve(Observations values, double unit) {
    return curve(values, unit, values.positive() ? ErrorLaw.LAPLACE : ErrorLaw.NORMAL);
  }

  /** Continues values without season. */
  static Curve curve(Observations values, double unit, ErrorLaw errors) {
    ThetaRecursion recursion = new ThetaRecursion(values, unit, errors);
    double[] start = new double[ThetaRecursion.DIMENSIONS];
    recursion.loss(NelderMead.minimise(recursion::loss, start, FIRST_STEP, BUDGET));
    return recursion.curve();
  }
}
