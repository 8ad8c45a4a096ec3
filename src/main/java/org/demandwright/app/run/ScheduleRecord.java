package org.demandwright.app.run;

import java.time.Instant;
import java.util.List;
import org.demandwright.store.run.ScheduleStore;

/**
 * A schedule as doors show it.
 *
 * @param next the times at which it starts its job next, empty while it is paused
 * @param waits whether it is due and waits for the end of another run
 */
public record ScheduleRecord(ScheduleStore.Entry entry, List<Instant> next, boolean waits) {
  public ScheduleRecord {
    next = List.copyOf(next);
  }
}
