package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.Settings;
import org.demandwright.store.exchange.DeliveryStore;
import org.demandwright.store.exchange.HappeningLog;
import org.demandwright.store.forecast.PublicationLog;

/**
 * Forgets what was told and has been kept long enough: deliveries, dead ones too, what the stream
 * goes on from, and entries of the feed once nothing is kept of their versions.
 */
@ApplicationScoped
public class ForgetTold {
  private static final Duration BETWEEN = Duration.ofMinutes(15);

  private final DeliveryStore deliveries;
  private final HappeningLog happenings;
  private final PublicationLog publications;
  private final Settings settings;
  private final Clock clock;
  private Instant forgotten = Instant.EPOCH;

  @Inject
  ForgetTold(
      DeliveryStore deliveries,
      HappeningLog happenings,
      PublicationLog publications,
      Settings settings,
      Clock clock) {
    this.deliveries = deliveries;
    this.happenings = happenings;
    this.publications = publications;
    this.settings = settings;
    this.clock = clock;
  }

  ForgetTold() {
    this(null, null, null, null, null);
  }

  /** Does so from time to time, however often it is called. */
  public synchronized void forget() {
    Instant now = clock.now();
    if (forgotten.isAfter(now.minus(BETWEEN))) {
      return;
    }
    forgotten = now;
    deliveries.forget(now.minus(settings.exchange().deliveries()));
    happenings.forget(now.minus(settings.exchange().happenings()));
    publications.forget(now.minus(Duration.ofDays(settings.publication().archiveDays())));
  }
}
