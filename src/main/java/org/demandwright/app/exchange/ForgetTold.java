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
import org.demandwright.store.source.ImportStore;

/**
 * Forgets what was told and has been kept long enough: deliveries, dead ones too, what the stream
 * goes on from, entries of the feed once nothing is kept of their versions, and how imports ended.
 */
@ApplicationScoped
public class ForgetTold {
  private static final Duration BETWEEN = Duration.ofMinutes(15);

  /** How long an import is told of after it ended. */
  private static final Duration IMPORTS_KEPT = Duration.ofDays(90);

  private final DeliveryStore deliveries;
  private final HappeningLog happenings;
  private final PublicationLog publications;
  private final ImportStore imports;
  private final Settings settings;
  private final Clock clock;
  private Instant forgotten = Instant.EPOCH;

  @Inject
  ForgetTold(
      DeliveryStore deliveries,
      HappeningLog happenings,
      PublicationLog publications,
      ImportStore imports,
      Settings settings,
      Clock clock) {
    this.deliveries = deliveries;
    this.happenings = happenings;
    this.publications = publications;
    this.imports = imports;
    this.settings = settings;
    this.clock = clock;
  }

  ForgetTold() {
    this(null, null, null, null, null, null);
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
    imports.forget(now.minus(IMPORTS_KEPT));
  }
}
