package org.demandwright.core.model.classic;

import java.util.Arrays;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.Capabilities;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/**
 * A straight line through the whole history, with a season on it where the data proves one.
 *
 * <p>Formula: S(t) = b0 + b1·t + s(t), t = 1 for the first period, with b0 and b1 by ordinary least
 * squares on the demand without s, the additive {@link SeasonalIndices} (0 for short or unseasonal
 * histories). Its fitted values are those of the line, not one-step-ahead ones.
 *
 * <p>Worked example: 100, 110, 120, 130, 140, 150 has b0 = 90 and b1 = 10; month 7 is 160.
 *
 * <p>Reference: N. R. Draper and H. Smith, Applied regression analysis, 3rd ed. 1998, chapter 1.
 */
public final class LinearTrend implements ForecastModel {
  private static final Capabilities CAPABILITIES = new Capabilities(3, 0, false);

  @Override
  public String id() {
    return "LinearTrend";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Outcome<FittedModel> fit(ModelSpec spec, History history) {
    return Observations.withDemand(this, spec, history).flatMap(this::fit);
  }

  private Outcome<FittedModel> fit(Observations y) {
    SeasonalIndices season = SeasonalIndices.additive(y);
    Line line = Line.through(season.takeOff(y));
    int n = y.size();
    double[] fitted = new double[n];
    Arrays.setAll(fitted, i -> line.at(i + 1) + season.at(i));
    return ForecastFunction.of(
        id(),
        h -> line.at(n + h) + season.at(n + h - 1),
        h -> new ForecastFunction.Parts(line.at(n), line.b1() * h, season.at(n + h - 1)),
        fitted);
  }
}
