package org.demandwright.app.forecast;

import java.time.Instant;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.run.PlanStore;

/** Forecasts over which nobody puts anything. */
public final class NothingOverForecasts implements FinalFigures {

  /** Shows versions just as they are. */
  public static ShowVersion show(
      VersionStore versions,
      PlanStore plans,
      ForecastStore forecasts,
      Clock clock,
      AuditTrail audit) {
    return show(versions, plans, forecasts, new NothingOverForecasts(), clock, audit);
  }

  /** Shows versions with what lies over them. */
  public static ShowVersion show(
      VersionStore versions,
      PlanStore plans,
      ForecastStore forecasts,
      FinalFigures figures,
      Clock clock,
      AuditTrail audit) {
    return new ShowVersion(versions, plans, forecasts, figures, clock, audit, happened -> {});
  }

  @Override
  public void settle(String plan, Optional<Long> before, Instant now) {
    // what is forecast is final
  }
}
