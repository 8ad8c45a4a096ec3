package org.demandwright.app.demand;

import java.time.Instant;
import java.time.LocalDate;
import org.demandwright.store.demand.EventStore;

/** One event that people entered; an empty site or category stands for all of them. */
public record EventRecord(
    long eventId,
    String name,
    LocalDate firstDay,
    LocalDate lastDay,
    boolean yearly,
    String siteId,
    String category,
    String enteredBy,
    Instant enteredAt) {

  static EventRecord of(EventStore.Entry entry) {
    return new EventRecord(
        entry.eventId(),
        entry.event().days().name(),
        entry.event().days().first(),
        entry.event().days().last(),
        entry.event().yearly(),
        entry.siteId(),
        entry.category(),
        entry.enteredBy(),
        entry.enteredAt());
  }
}
