package org.demandwright.core.model.classic;

import java.time.LocalDate;
import java.util.Map;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.feature.History;
import org.demandwright.core.model.FittedModel;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.ModelSpec;

/** Short monthly series that are typed into a test, and models fitted to them. */
final class Months {
  static final Period JANUARY = Period.of(Bucket.MONTH, LocalDate.of(2024, 1, 1));

  private Months() {}

  static DemandSeries months(double... units) {
    return DemandSeries.of(SeriesKey.of("tea"), JANUARY, units);
  }

  static FittedModel fit(ForecastModel model, int season, double... units) {
    return model.fit(ModelSpec.of(model.id(), season, 1), History.of(months(units))).orElseThrow();
  }

  /** Fits a model without season and with one parameter. */
  static FittedModel fit(ForecastModel model, String name, String value, double... units) {
    return model
        .fit(new ModelSpec(model.id(), 1, Map.of(name, value), 1), History.of(months(units)))
        .orElseThrow();
  }
}
