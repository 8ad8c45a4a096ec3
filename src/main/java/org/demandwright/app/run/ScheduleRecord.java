package org.demandwright.app.run;

import java.time.Instant;
import java.util.List;
import org.demandwright.store.run.ScheduleStore;

/**
 * A schedule as doors show it.
 *
 * @param blackouts windows within which no run is started, in the form in which they are written
 * @param next the times at which it starts its job next, empty while it is paused
 * @param waits whether it is due and waits for the end of another run
 */
public record ScheduleRecord(
    ScheduleStore.Entry entry, List<String> blackouts, List<Instant> next, boolean waits) {
  public ScheduleRecord {
    blackouts = List.copyOf(blackouts);
    next = List.copyOf(next);
  }
}
