package org.demandwright.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.demandwright.app.forecast.ForecastQueries;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Up when readers can be served: pages and API are there, and the store answers with the tables
 * that the last migration made.
 */
@Readiness
@ApplicationScoped
public class StoreReadiness implements HealthCheck {
  private static final System.Logger LOG = System.getLogger(StoreReadiness.class.getName());
  private static final String NAME = "store";

  @Inject ForecastQueries queries;

  private volatile boolean deployed;

  /** Called by the last servlet to be loaded: before, pages and API are not there to be asked. */
  public void deployed() {
    deployed = true;
  }

  @Override
  public HealthCheckResponse call() {
    if (!deployed) {
      return HealthCheckResponse.down(NAME);
    }
    try {
      boolean published = queries.anythingPublished();
      return HealthCheckResponse.named(NAME).up().withData("published", published).build();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Not ready, the store does not answer: {0}", e.toString());
      return HealthCheckResponse.down(NAME);
    }
  }
}
