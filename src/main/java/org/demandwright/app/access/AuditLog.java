package org.demandwright.app.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.access.AuditEvent;
import org.demandwright.store.access.AuditEventStore;

/** What was done by whom, newest first; it is kept as long as the settings say. */
@ApplicationScoped
public class AuditLog {
  private static final int MICROS = 1_000_000;

  /** The end of the year 9999. */
  private static final long MOST_MICROS = 253_402_300_799L * MICROS;

  private final AuditEventStore store;
  private final AuditTrail audit;
  private final Settings settings;
  private final Clock clock;

  @Inject
  AuditLog(AuditEventStore store, AuditTrail audit, Settings settings, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  AuditLog() {
    this(null, null, null, null);
  }

  /** Returns events, newest first. */
  public Page<AuditEvent> all(AuditEventStore.Filter filter, Optional<String> cursor, int limit) {
    List<AuditEvent> rows =
        store.older(
            cursor.map(AuditLog::position).orElse(AuditEventStore.Position.NEWEST), filter, limit);
    return Page.of(rows, limit, AuditLog::cursor);
  }

  private static String cursor(AuditEvent last) {
    return Cursors.of(ChronoUnit.MICROS.between(Instant.EPOCH, last.happenedAt()), last.eventId());
  }

  private static AuditEventStore.Position position(String cursor) {
    long[] at = Cursors.numbers(cursor, 2);
    if (at[0] < 0 || at[0] > MOST_MICROS) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The cursor is none of this list; use the one that the last page gave.");
    }
    Instant instant =
        Instant.ofEpochSecond(Math.floorDiv(at[0], MICROS), Math.floorMod(at[0], MICROS) * 1_000L);
    return new AuditEventStore.Position(instant, at[1]);
  }

  /** Forgets what is older than the settings keep, and says so. */
  @Transactional
  public int forgetOld() {
    Instant before = clock.now().minus(settings.security().audit().getDays(), ChronoUnit.DAYS);
    int forgotten = store.forget(before);
    if (forgotten > 0) {
      audit.record(
          "audit.purge",
          "audit",
          Map.of("events", forgotten, "before", before),
          AuditTrail.NOTHING);
    }
    return forgotten;
  }
}
