package org.demandwright.core.model.weka;

import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.SchemeReader;
import org.demandwright.core.model.regression.FeatureForecaster;

/**
 * Pooled models of any regressor of Weka: the rows of {@link GlobalWekaLinear}, weighted by the
 * ridge regression's errors, learned by a {@link WekaScheme}.
 */
public final class WekaSchemeReader implements SchemeReader {

  @Override
  public GlobalModel model(String id, String scheme) {
    return new FeatureForecaster(
        id, new RidgeRegressor(GlobalWekaLinear.RIDGE), WekaScheme.parse(scheme));
  }
}
